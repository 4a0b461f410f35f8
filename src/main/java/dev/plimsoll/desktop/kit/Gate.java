package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Decision;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The gate's word and its reasons, blockers first within each weight's order. It shows a decision,
/// it never makes one.
public final class Gate extends VBox {
  private final StandingBadge word;
  private final VBox reasons = new VBox();
  private final @Nullable Consumer<String> openStep;

  /// @param openStep called with a step's id when its reason is clicked, or null
  public Gate(Decision decision, @Nullable Consumer<String> openStep) {
    this.word = new StandingBadge(decision);
    this.openStep = openStep;
    getStyleClass().addAll("gate", Style.LINES);
    reasons.getStyleClass().add(Style.LINES);
    getChildren().addAll(word, reasons);
    show(decision);
  }

  public void show(Decision decision) {
    word.show(decision);
    reasons.getChildren().setAll(decision.clauses().stream().map(this::reason).toList());
    if (decision.clauses().isEmpty()) {
      reasons
          .getChildren()
          .setAll(Texts.secondary("Nothing was looked at yet, so nothing is proven."));
    }
    setAccessibleText("The gate says " + StandingLook.of(decision).word());
  }

  private HBox reason(Decision.Clause clause) {
    var look = StandingLook.of(clause.weight());
    var sentence = Texts.text(clause.sentence());
    var row = new HBox(Icons.of(look.icon(), look.tone()), sentence);
    row.getStyleClass().addAll(Style.ROW, "top", "reason");
    sentence.setAccessibleText(look.word() + ": " + clause.sentence());
    var step = clause.step();
    if (openStep != null && step != null) {
      row.getStyleClass().add(Style.CLICKABLE);
      row.setOnMouseClicked(_ -> openStep.accept(step));
    }
    return row;
  }
}
