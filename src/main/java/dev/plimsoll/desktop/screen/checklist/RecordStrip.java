package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The record so far: what the auditor will see of this run, exceptions first.
final class RecordStrip extends VBox {
  private static final int FILES = 6;

  /// Where a click leads.
  ///
  /// @param step opens a step by its id
  /// @param file shows a kept file
  /// @param contacts shows who can be reached
  record Ways(Consumer<String> step, Consumer<Evidence> file, Runnable contacts) {}

  private final Times times;
  private final List<Project.Contact> contacts;
  private final Ways ways;
  private @Nullable RecordSoFar shown;

  RecordStrip(Times times, List<Project.Contact> contacts, Ways ways) {
    this.times = times;
    this.contacts = contacts;
    this.ways = ways;
    getStyleClass().add("strip-content");
  }

  void show(RunView view) {
    var now = RecordSoFar.of(view, times);
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    var parts = new ArrayList<Node>();
    parts.add(Texts.stripHeading("The record so far"));
    parts.add(exceptions(now.exceptions()));
    parts.add(evidence(now));
    parts.add(bound(now.bound()));
    parts.add(part("People", now.people().stream().map(line -> Texts.text(line)).toList()));
    if (!now.interruptions().isEmpty()) {
      parts.add(
          part(
              "Interruptions",
              now.interruptions().stream().map(line -> Texts.text(line)).toList()));
    }
    if (!contacts.isEmpty()) {
      parts.add(contacts());
    }
    getChildren().setAll(parts);
  }

  private static VBox part(String name, List<? extends Node> lines) {
    var part = new VBox(Texts.line(name, Style.STRONG, Style.SMALL));
    part.getChildren().addAll(lines);
    part.getStyleClass().add("strip-part");
    return part;
  }

  private Node exceptions(List<RecordSoFar.Exempt> exceptions) {
    if (exceptions.isEmpty()) {
      return part("Exceptions", List.of(Texts.text("None.")));
    }
    var title =
        new HBox(
            Texts.line("Exceptions", Style.STRONG, Style.SMALL),
            new Chip(String.valueOf(exceptions.size()), Tone.EXCEPTION));
    title.getStyleClass().add(Style.ROW);
    var part = new VBox(title);
    part.getStyleClass().add("strip-part");
    exceptions.forEach(exempt -> part.getChildren().add(exception(exempt)));
    return part;
  }

  private Node exception(RecordSoFar.Exempt exempt) {
    var look = StandingLook.of(exempt.standing());
    var link = new Hyperlink(exempt.about());
    link.setWrapText(true);
    link.setOnAction(_ -> ways.step().accept(exempt.step()));
    var words = new VBox(link, Texts.text(exempt.sentence()));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(Icons.of(look.icon(), look.tone()), words);
    row.getStyleClass().add("finding");
    return row;
  }

  private Node evidence(RecordSoFar now) {
    var lines = new ArrayList<Node>();
    lines.add(Texts.text(now.evidenceWords()));
    now.evidence().stream()
        .limit(FILES)
        .forEach(kept -> {
          var link = new Hyperlink(kept.step() + "/" + kept.file().name());
          link.setOnAction(_ -> ways.file().accept(kept.file()));
          link.getStyleClass().add(Style.MONO);
          var digest = Texts.line(kept.file().sha256().substring(0, 8), Style.MONO, "digest");
          digest.setMinWidth(USE_PREF_SIZE);
          var row = new HBox(link, digest);
          row.getStyleClass().add(Style.ROW);
          lines.add(row);
        });
    if (now.evidence().size() > FILES) {
      lines.add(Texts.text("and " + (now.evidence().size() - FILES) + " more", Style.SMALL));
    }
    return part("Evidence", lines);
  }

  private static Node bound(RecordSoFar.Bound bound) {
    var tree =
        new HBox(
            Icons.of(
                bound.tone() == Tone.GOOD ? Feather.CHECK : Feather.ALERT_TRIANGLE, bound.tone()),
            Texts.text(bound.tree()));
    tree.getStyleClass().add(Style.ROW);
    var lines = new ArrayList<Node>();
    lines.add(Texts.text("commit " + bound.commit() + " · " + bound.branch(), Style.MONO));
    lines.add(tree);
    if (!bound.moved().isEmpty()) {
      lines.add(Texts.text(bound.moved(), Tone.CAUTION.styleClass()));
    }
    return part("Bound to", lines);
  }

  private Node contacts() {
    var link =
        new Hyperlink(
            contacts.stream()
                .map(Project.Contact::role)
                .reduce((a, b) -> a + " · " + b)
                .orElse(""));
    link.setWrapText(true);
    link.setOnAction(_ -> ways.contacts().run());
    var row = new HBox(link, KeyHint.key("F2"));
    row.getStyleClass().add(Style.ROW);
    return part("Contacts", List.of(row));
  }
}
