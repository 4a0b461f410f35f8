package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the rules of retention keep and what they remove, each with its reason, before anything is
/// removed. Removing is never the default.
final class PrunePanel {
  private final BackupViewModel model;
  private final Surroundings around;

  PrunePanel(BackupViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
  }

  void show() {
    var look = model.lookProperty().get();
    var set = model.selectedProperty().get();
    if (look == null || set == null) {
      return;
    }
    var removed = look.removed();
    var freed =
        removed.stream()
            .flatMap(fate -> look.point(fate.id()).stream())
            .mapToLong(point -> point.content().stored())
            .sum();
    var rows =
        new Rows(
            look.points().stream().map(point -> row(point, look)).map(Node.class::cast).toList());
    var content =
        new VBox(
            Texts.text("Kept: " + Keeping.words(set.set().keep()) + "."),
            Texts.secondary(
                removed.isEmpty()
                    ? "Nothing would be removed now."
                    : Plural.of(removed.size(), "backup")
                        + " would be removed for good, "
                        + freed(set, freed)
                        + " The newest and the last proven one always stay."),
            rows);
    content.getStyleClass().add(Style.LINES);
    content.setId("prune");
    var panel =
        new Panel("What retention keeps", content)
            .wide()
            .other(Action.always("Close", null, around.dialogs()::close));
    if (!removed.isEmpty() && model.isReady() && !look.past().unfinished()) {
      panel.grave(
          Action.always(
              "Remove " + Plural.of(removed.size(), "backup"),
              null,
              () -> {
                around.dialogs().close();
                model.perform(new Act.Prune());
              }));
    }
    around.dialogs().show(panel);
  }

  /// In a repository others may need the same bytes: how much goes is known only afterwards.
  private static String freed(SetChoice set, long bytes) {
    return set.set().place().engine() == BackupSet.Engine.RESTIC
        ? "with the bytes that no other backup in the repository needs."
        : Texts.bytes(bytes) + " would be free again.";
  }

  private HBox row(RestorePoint point, SetLook look) {
    var fate = look.fate(point).orElse(new SetLook.Fate(point.id(), true, ""));
    var title = Texts.line(model.times().moment(point.takenOn()));
    title.setMinWidth(USE_PREF);
    var reason = Texts.text(fate.reason(), Style.SECONDARY);
    reason.setMinWidth(0);
    reason.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    var size = Texts.line(Texts.bytes(point.content().stored()), Style.SECONDARY);
    size.setMinWidth(USE_PREF);
    var row =
        new HBox(
            new Chip(fate.kept() ? "kept" : "removed", fate.kept() ? Tone.NEUTRAL : Tone.CAUTION),
            title,
            reason,
            size);
    row.getStyleClass().addAll(Style.ROW, "fate-row");
    row.setAccessibleText(
        model.times().moment(point.takenOn())
            + (fate.kept() ? ", kept: " : ", removed: ")
            + fate.reason());
    return row;
  }

  private static final double USE_PREF = javafx.scene.layout.Region.USE_PREF_SIZE;
}
