package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.VerbKind;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/// The mark at the left of a step. Round where the machine senses, square where a person answers, a
/// diamond's frame where the step changes the world. The word stands in the row beside it and in
/// the accessible text.
public final class StandingDot extends StackPane {
  private final VerbKind kind;

  public StandingDot(VerbKind kind, Standing standing) {
    this.kind = kind;
    getStyleClass().addAll(Style.DOT, shape(kind));
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMouseTransparent(true);
    show(standing);
  }

  public void show(Standing standing) {
    var look = StandingLook.of(standing);
    getStyleClass().setAll(Style.DOT, shape(kind), look.tone().styleClass());
    getStyleClass().add(standing == Standing.NOT_RUN ? "hollow" : "filled");
    getChildren().clear();
    if (standing != Standing.NOT_RUN) {
      getChildren().add(Icons.of(look.icon()));
    }
    setAccessibleText(look.word());
  }

  private static String shape(VerbKind kind) {
    return switch (kind) {
      case CHECK -> "sensed";
      case QUESTION -> "asked";
      case ACTION -> "acted";
    };
  }
}
