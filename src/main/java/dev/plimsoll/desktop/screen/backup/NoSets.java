package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.EmptyState;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands where no backup set is declared: the lines that declare one, to be copied.
final class NoSets {
  /// What a project file says of a set; fits into any.
  static final String EXAMPLE =
      """
      backup:
        sets:
          - name: operations
            files: [data/app.db, data/audit/ops.jsonl]
            to: ../backups/operations
            keep: {days: 7, weekly: 4, atLeast: 3}
            rows: [{file: data/app.db, tables: [orders]}]
      """;

  private NoSets() {}

  static Node of(List<SetGroup> groups) {
    if (groups.isEmpty()) {
      return new EmptyState(
          Feather.ARCHIVE,
          "Nothing to back up yet",
          "Open a project on Home first: its project file says what belongs together in a backup.");
    }
    var where =
        groups.size() == 1
            ? groups.getFirst().root().resolve(".plimsoll/project.yaml").toString()
            : ".plimsoll/project.yaml of a project";
    var field = new CopyField("Lines for the project file", EXAMPLE.stripTrailing());
    field.setId("example");
    var box =
        new VBox(
            new EmptyState(
                Feather.ARCHIVE,
                "No backup set is declared",
                "A set says what is saved together, where to, for how long, and how it is proven."
                    + " Databases, logs and commands' output are read so that the copy is sound."),
            Card.titled(
                "Add one to the project file",
                Texts.text(where, Style.MONO),
                field,
                Texts.secondary(
                    "Change the paths to your own, save the file, then look again with L.")));
    box.getStyleClass().add(Style.STACK);
    box.setId("no-sets");
    return box;
  }
}
