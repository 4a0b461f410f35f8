package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.TrustQuestion;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks whether the checklists of this repository may run: everything they would run, ask or change
/// stands there first, and the button that says yes is not the default one.
final class TrustCard extends VBox {
  TrustCard(TrustQuestion question, Runnable trust) {
    getStyleClass().addAll(Style.CARD, "trust-card");
    var changed = question.trustedBefore().isPresent();
    var title =
        Texts.text(
            changed
                ? "These checklists have changed since you trusted them"
                : "Nobody on this machine has trusted these checklists yet",
            Style.CARD_TITLE);
    title.setGraphic(Icons.of(Feather.SHIELD, Tone.CAUTION));
    getChildren()
        .addAll(
            title,
            Texts.text(
                "A checklist runs programs with your rights. Nothing runs before you say yes. Read"
                    + " what it would do:"));
    groups(question.willRun())
        .forEach((checklist, steps) -> getChildren().add(group(checklist, steps)));
    var digest = Texts.text(question.digest(), Style.MONO, Style.CODE);
    digest.setAccessibleText("Digest " + question.digest());
    getChildren()
        .addAll(
            Texts.secondary(
                "Saying yes trusts exactly these files, by their digest. Scripts that they call may"
                    + " still change without Plimsoll noticing."),
            digest);
    question
        .trustedBefore()
        .ifPresent(before ->
            getChildren()
                .add(
                    Texts.secondary(
                        "Trusted before: "
                            + Texts.shortDigest(before)
                            + "; see the change with git log -p .plimsoll")));
    var yes = new Button("Trust this digest");
    yes.setId("trust");
    yes.setOnAction(_ -> trust.run());
    var row = new HBox(yes);
    row.getStyleClass().addAll(Style.ROW, "remedies");
    getChildren().add(row);
  }

  private static VBox group(String checklist, List<String> steps) {
    var lines = new VBox();
    lines.getStyleClass().add("will-run");
    var before = "";
    for (var step : steps) {
      var cut = step.indexOf(": ");
      var id = cut < 0 ? "" : step.substring(0, cut);
      lines
          .getChildren()
          .add(line(id.equals(before) ? "" : id, step.substring(cut < 0 ? 0 : cut + 2)));
      before = id;
    }
    var group =
        new VBox(
            Texts.text(checklist.isEmpty() ? "The project file" : checklist, Style.STRONG), lines);
    group.getStyleClass().add("tight");
    return group;
  }

  /// @param stepId empty where it stands in the line above
  private static HBox line(String stepId, String act) {
    var id = Texts.text(stepId, Style.SECONDARY, "step-id");
    var what = Texts.text(act, Style.MONO);
    HBox.setHgrow(what, Priority.ALWAYS);
    var row = new HBox(id, what);
    row.getStyleClass().addAll(Style.ROW, "top");
    return row;
  }

  /// The lines `checklist / step: what` by checklist, in their order.
  static SequencedMap<String, List<String>> groups(List<String> willRun) {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var line : willRun) {
      var cut = line.indexOf(" / ");
      var checklist = cut < 0 ? "" : line.substring(0, cut);
      groups
          .computeIfAbsent(checklist, _ -> new ArrayList<>())
          .add(cut < 0 ? line : line.substring(cut + 3));
    }
    return groups;
  }
}
