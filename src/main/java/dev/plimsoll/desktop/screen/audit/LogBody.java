package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.EmptyState;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The chosen log, from its name to its verdict: the verdict first, once there is one, then what it
/// rests on.
final class LogBody extends VBox {
  private final AuditViewModel model;
  private final AuditActions actions;
  private final ChainPicture picture;
  private final WayOn way;
  private final VBox ground;
  private final VBox verdict = new VBox();

  LogBody(AuditViewModel model, AuditActions actions, ChainPicture picture) {
    this.model = model;
    this.actions = actions;
    this.picture = picture;
    this.way = new WayOn(actions);
    getStyleClass().add(Style.PAGE_BODY);
    verdict.getStyleClass().add("verdict-stack");
    ground =
        Card.titled(
            "How you know",
            new RecipeRow(model, actions.choose, actions.edit),
            new AnchorRow(model, actions.compare),
            new VerifyRow(model, actions.stop));
    ground.getStyleClass().add("verdicts");
    model.selectedProperty().addListener((_, _, _) -> show());
    model.openedProperty().addListener((_, _, _) -> show());
    model.problemProperty().addListener((_, _, _) -> show());
    model
        .walkProperty()
        .addListener((_, before, now) -> {
          if (!(before instanceof WalkState.Running && now instanceof WalkState.Running)) {
            show();
          }
        });
    show();
  }

  private void show() {
    var log = model.selectedProperty().get();
    if (log == null) {
      getChildren().setAll(nothingChosen());
      return;
    }
    var opened = model.openedProperty().get();
    var parts = new ArrayList<Node>();
    var problem = model.problemProperty().get();
    if (problem != null) {
      parts.add(new ErrorPanel(problem));
      if (opened == null) {
        getChildren().setAll(parts);
        return;
      }
    }
    if (opened != null && opened.obstacle() != null) {
      parts.add(new ErrorPanel(opened.obstacle(), KeyHint.button(actions.bringBack)));
    }
    var conclusion = showVerdict(log);
    if (!verdict.getChildren().isEmpty()) {
      parts.add(verdict);
    }
    picture.of(log, model.anchorsProperty().get(), conclusion).ifPresent(parts::add);
    parts.add(ground);
    getChildren().setAll(parts);
  }

  private @Nullable Conclusion showVerdict(LogChoice log) {
    verdict.getChildren().clear();
    switch (model.walkProperty().get()) {
      case WalkState.Idle _, WalkState.Running _ -> {
        return null;
      }
      case WalkState.Stopped stopped -> {
        verdict.getChildren().add(new VerdictBanner(stopped.pace()));
        return null;
      }
      case WalkState.Ended ended -> {
        var conclusion = ended.conclusion();
        verdict.getChildren().add(new VerdictBanner(conclusion));
        if (conclusion.bad() != null) {
          verdict.getChildren().add(new FirstBadCard(conclusion.bad()));
        }
        way.of(conclusion, log).ifPresent(verdict.getChildren()::add);
        return conclusion;
      }
    }
  }

  private Node nothingChosen() {
    return new EmptyState(
        Feather.LINK,
        "Is this log whole, and how do you know?",
        "Choose a log at the left, or open the file that you were given: JSON lines in which every"
            + " entry names the one before it. It can also be dropped anywhere on this window."
            + " Nothing is changed.",
        KeyHint.button(actions.openFile, Style.ACCENT));
  }
}
