package dev.plimsoll.desktop.app;

import atlantafx.base.controls.ModalPane;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Dialogs;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows panels over the page, and short lines at its foot. Keeps the keyboard inside a panel while
/// it is shown.
final class PanelHost implements Dialogs {
  private final ModalPane modal = new ModalPane();
  private final Label line = new Label();
  private final HBox toast = new HBox(line);
  private final PauseTransition untilGone = new PauseTransition(Duration.seconds(3));
  private final DrawnAnew drawnAnew = new DrawnAnew(modal);
  private @Nullable Panel shown;
  private @Nullable Node box;
  private @Nullable Node before;

  PanelHost() {
    modal.setAlignment(Pos.CENTER);
    modal.displayProperty().addListener((_, _, displayed) -> hidden(displayed));
    toast.getStyleClass().add("toast");
    toast.setVisible(false);
    toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    toast.setMouseTransparent(true);
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    StackPane.setMargin(toast, new javafx.geometry.Insets(0, 0, 72, 0));
    untilGone.setOnFinished(_ -> toast.setVisible(false));
  }

  /// What has to lie over the page.
  Node[] layers() {
    return new Node[] {toast, modal};
  }

  /// Something that is not a panel, such as the palette.
  void showBare(Node content, Node focus) {
    shown = null;
    present(content, focus);
  }

  @Override
  public void show(Panel panel) {
    shown = null;
    var buttons = new HBox();
    buttons.getStyleClass().add("panel-buttons");
    Node first = panel.firstFocus();
    for (var action : panel.others()) {
      var button = button(action);
      buttons.getChildren().add(button);
      if (first == null && panel.isGrave()) {
        first = button;
      }
    }
    var primary = panel.primary();
    if (primary != null) {
      var button = button(primary);
      button.getStyleClass().add(Style.ACCENT);
      button.setDefaultButton(!panel.isGrave());
      button.setId("panel-primary");
      buttons.getChildren().add(button);
      first = first == null ? button : first;
    }
    var title = Texts.text(panel.title(), Style.HEADING);
    var inside = new PanelInside(panel.content());
    VBox.setVgrow(inside, Priority.ALWAYS);
    var content = new VBox(title, inside, buttons);
    content.getStyleClass().add(Style.PANEL);
    if (panel.isWide()) {
      content.getStyleClass().add("wide");
    }
    content.setMaxHeight(Region.USE_PREF_SIZE);
    content.setAccessibleRole(AccessibleRole.DIALOG);
    content.setAccessibleText(panel.title());
    present(content, first == null ? content : first);
    shown = panel;
  }

  private void present(Node content, Node focus) {
    var scene = modal.getScene();
    if (!isShowing()) {
      before = scene == null ? null : scene.getFocusOwner();
    }
    box = content;
    modal.show(content);
    modal.applyCss(); // what lies in a scroll pane is on the scene only with its skin
    drawnAnew.start();
    focus.requestFocus();
  }

  private static Button button(Action action) {
    return KeyHint.button(action);
  }

  @Override
  public void close() {
    shown = null;
    modal.hide();
  }

  private void hidden(boolean displayed) {
    if (displayed) {
      return;
    }
    drawnAnew.stop();
    box = null;
    modal.setContent(null);
    giveBack();
    var left = shown;
    shown = null;
    if (left != null) {
      left.left();
    }
  }

  /// The keyboard goes back to where it was before the panel, if that is still there.
  private void giveBack() {
    var had = before;
    before = null;
    if (had != null && had.getScene() != null) {
      had.requestFocus();
    }
  }

  @Override
  public boolean isShowing() {
    return modal.isDisplay();
  }

  /// Brings the keyboard back where it left the panel.
  ///
  /// @param focus what has the keyboard now
  void keepFocus(@Nullable Node focus) {
    var inside = box;
    if (inside == null || focus == null || !isShowing()) {
      return;
    }
    for (Node node = focus; node != null; node = node.getParent()) {
      if (node.equals(inside) || node.equals(modal)) {
        return;
      }
    }
    firstInside(inside).requestFocus();
  }

  private static Node firstInside(Node box) {
    return box.lookupAll("*").stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
        .findFirst()
        .orElse(box);
  }

  @Override
  public void tell(String text) {
    line.setText(text);
    toast.setVisible(true);
    untilGone.playFromStart();
  }
}
