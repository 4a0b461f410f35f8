package dev.plimsoll.desktop.screen.checklist;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/// Lets files be dropped on something, and pasted where it has the keyboard.
final class Drops {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");
  private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

  private Drops() {}

  static void on(Node zone, Consumer<Clipboard> take) {
    zone.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (Attachments.offers(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            zone.pseudoClassStateChanged(OVER, true);
            event.consume();
          }
        });
    zone.addEventHandler(DragEvent.DRAG_EXITED, _ -> zone.pseudoClassStateChanged(OVER, false));
    zone.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          zone.pseudoClassStateChanged(OVER, false);
          if (Attachments.offers(event.getDragboard())) {
            take.accept(event.getDragboard());
            event.setDropCompleted(true);
            event.consume();
          }
        });
    zone.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (PASTE.match(event) && Attachments.offers(Clipboard.getSystemClipboard())) {
            take.accept(Clipboard.getSystemClipboard());
            event.consume();
          }
        });
  }
}
