package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Fact;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A restore point on the timeline: when, what may be said of it, how large, of which version. The
/// chosen one unfolds into what it rests on.
final class PointRow extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final RestorePoint point;
  private final Optional<SetLook.Fate> fate;
  private final Times times;
  private final VBox words = new VBox();

  /// @param largest bytes of the largest point, for the bar
  PointRow(RestorePoint point, Optional<SetLook.Fate> fate, Times times, long largest) {
    this.point = point;
    this.fate = fate;
    this.times = times;
    getStyleClass().add("point-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    var look = PointLook.of(point.level());
    var dot = new StackPane(Icons.of(look.icon()));
    dot.getStyleClass().setAll(Style.DOT, "sensed", "filled", look.tone().styleClass());
    dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    var rail = new Region();
    rail.getStyleClass().add("rail");
    var mark = new StackPane(rail, dot);
    mark.getStyleClass().add("rail-mark");
    words.getStyleClass().add("point-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.getChildren().addAll(head(largest), below());
    getChildren().addAll(mark, words);
    setAccessibleText(aloud());
  }

  RestorePoint point() {
    return point;
  }

  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    setFocusTraversable(selected);
    if (selected && words.getChildren().size() == 2) {
      words.getChildren().add(unfolded());
    } else if (!selected && words.getChildren().size() > 2) {
      words.getChildren().remove(2);
    }
  }

  private Node head(long largest) {
    var when = Texts.line(times.moment(point.takenOn()), Style.STRONG);
    when.setMinWidth(USE_PREF_SIZE);
    var left = new FlowPane(when, new StandingBadge(PointLook.of(point.level())));
    left.getStyleClass().add("chips");
    fate.filter(each -> !each.kept())
        .ifPresent(_ -> left.getChildren().add(new Chip("would go", Tone.CAUTION)));
    left.setPrefWrapLength(10_000);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    var bar = new ProgressBar(largest <= 0 ? 0 : (double) point.content().stored() / largest);
    bar.getStyleClass().add("size-bar");
    bar.setFocusTraversable(false);
    bar.setMouseTransparent(true);
    var size = Texts.line(Texts.bytes(point.content().stored()), Style.SECONDARY, "size");
    var row = new HBox(left, bar, size);
    row.getStyleClass().addAll(Style.ROW);
    return row;
  }

  private Node below() {
    var parts = new ArrayList<String>();
    parts.add(times.age(point.takenOn()));
    if (point.of().version() != null) {
      parts.add("version " + point.of().version());
    }
    parts.add(Texts.count(point.content().files(), "file"));
    var line = Texts.line(String.join(" · ", parts), Style.SECONDARY);
    line.setMinWidth(0);
    return line;
  }

  private Fact since(String what, @Nullable Instant on) {
    return new Fact(what, on == null ? "never" : times.age(on));
  }

  private Node unfolded() {
    var facts = new ArrayList<Node>();
    facts.add(
        new Fact(
            "Size",
            Texts.bytes(point.content().bytes())
                + ", "
                + Texts.bytes(point.content().stored())
                + " stored"));
    if (point.of().commit() != null) {
      facts.add(new Fact("Commit", Texts.shortCommit(point.of().commit()), Style.MONO));
    }
    // of a broken one it is not known any more, and does not count
    if (point.level() != RestorePoint.Level.BROKEN && point.level() != RestorePoint.Level.UNREAD) {
      facts.add(since("Verified", point.proof().verifiedOn()));
      facts.add(since("Proven by a drill", point.proof().provenOn()));
    }
    var flow = new FlowPane();
    flow.getStyleClass().add("point-facts");
    flow.getChildren().addAll(facts);
    var box = new VBox(meaning(), flow);
    box.getStyleClass().add("point-unfolded");
    fate.ifPresent(each ->
        box.getChildren()
            .add(
                Texts.text(
                    (each.kept() ? "Kept: " : "Would be removed: ") + each.reason() + ".",
                    Style.SECONDARY)));
    point.content().logs().forEach(log -> box.getChildren().add(log(log)));
    box.getChildren().add(Texts.name(point.id(), Style.MONO, Style.SECONDARY));
    return box;
  }

  private Node meaning() {
    var look = PointLook.of(point.level());
    return Texts.text(PointLook.meaning(point, times), look.tone().styleClass());
  }

  private static Node log(RestorePoint.LogHead log) {
    return Texts.text(
        log.path()
            + ": "
            + Texts.count(log.entries(), "entry", "entries")
            + (log.head() == null ? "" : ", head " + Texts.shortDigest(log.head())),
        Style.SECONDARY);
  }

  private String aloud() {
    var words =
        new ArrayList<>(
            List.of(
                times.moment(point.takenOn()),
                PointLook.of(point.level()).word(),
                Texts.bytes(point.content().stored())));
    if (point.of().version() != null) {
      words.add("version " + point.of().version());
    }
    words.add(PointLook.meaning(point, times));
    fate.ifPresent(each -> words.add((each.kept() ? "kept: " : "would go: ") + each.reason()));
    return String.join(", ", words);
  }
}
