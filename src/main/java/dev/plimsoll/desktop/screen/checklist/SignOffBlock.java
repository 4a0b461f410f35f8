package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sign-off at a step: who signed, who is still missing, and the way to sign.
final class SignOffBlock {
  private final ChecklistViewModel model;
  private final Consumer<StepView> sign;
  private final BiConsumer<StepView, String> rescind;

  /// @param sign shows what is signed, and signs
  /// @param rescind takes the sign-off of a principal back
  SignOffBlock(
      ChecklistViewModel model, Consumer<StepView> sign, BiConsumer<StepView, String> rescind) {
    this.model = model;
    this.sign = sign;
    this.rescind = rescind;
  }

  Node of(StepView view) {
    var verb = (SignOff) view.step().verb();
    var block = new VBox();
    block.getStyleClass().add(Style.LINES);
    var given = view.state().approvals().size();
    block
        .getChildren()
        .add(
            Texts.text(
                given
                    + " of "
                    + Texts.count(verb.people(), "person", "people")
                    + " signed as "
                    + verb.role()
                    + ".",
                Style.STRONG));
    var row = new FlowPane();
    row.getStyleClass().add("buttons");
    row.getChildren()
        .add(
            StepRows.isSettled(view.standing())
                ? KeyHint.button(signing(view, null))
                : KeyHint.button(enter(view), Style.ACCENT));
    for (var approval : view.state().approvals()) {
      var away = new Button("Take back " + approval.signer().id() + "…");
      away.setOnAction(_ -> rescind.accept(view, approval.signer().id()));
      row.getChildren().add(away);
    }
    block.getChildren().add(row);
    if (!view.exits().answer()) {
      block.getChildren().add(Texts.secondary(whyNot(view)));
    }
    return block;
  }

  /// Shows what is to be signed; signing itself is never one key away.
  Action enter(StepView view) {
    return signing(view, "Enter");
  }

  private Action signing(StepView view, @Nullable String key) {
    return new Action(
        "Read and sign…",
        key,
        Bindings.createBooleanBinding(() -> view.exits().answer() && !model.isReadOnly()),
        () -> sign.accept(view));
  }

  private String whyNot(StepView view) {
    if (model.isReadOnly()) {
      return "This run can only be looked at.";
    }
    return view.live().waiting()
        ? "Earlier steps come first: the list is walked in order."
        : "It cannot be signed now.";
  }
}
