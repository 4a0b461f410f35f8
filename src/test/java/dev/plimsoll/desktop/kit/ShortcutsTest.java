package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShortcutsTest {
  private final List<String> done = new ArrayList<>();
  private final SimpleBooleanProperty possible = new SimpleBooleanProperty(true);
  private final List<Action> actions =
      List.of(
          new Action("Rerun", "R", possible, () -> done.add("rerun")),
          Action.always("Search", "Ctrl+K", () -> done.add("search")),
          Action.always("Contacts", "F2", () -> done.add("contacts")),
          Action.always("Keys", "?", () -> done.add("keys")));

  @Start
  void start(Stage stage) {
    stage.setTitle("a toolkit");
  }

  @Test
  void aLetterDoesItsActionUnlessSomebodyIsTyping() {
    assertThat(press(key("r", KeyCode.R, false), new Button())).isTrue();
    assertThat(press(key("r", KeyCode.R, false), new TextField())).isFalse();
    assertThat(done).containsExactly("rerun");
  }

  @Test
  void combinationsAndFunctionKeysWorkWhileTyping() {
    assertThat(press(key("", KeyCode.K, true), new TextField())).isTrue();
    assertThat(press(key("", KeyCode.F2, false), new TextField())).isTrue();
    assertThat(done).containsExactly("search", "contacts");
  }

  @Test
  void aQuestionMarkIsFoundOnAnyKeyboard() {
    assertThat(
            press(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "?", "?", KeyCode.MINUS, true, false, false, false),
                null))
        .isTrue();
    assertThat(done).containsExactly("keys");
  }

  @Test
  void whatIsNotPossibleNowIsLeftToOthers() {
    possible.set(false);
    var event = key("r", KeyCode.R, false);
    assertThat(press(event, null)).isFalse();
    assertThat(event.isConsumed()).isFalse();
    assertThat(done).isEmpty();
  }

  private boolean press(KeyEvent event, javafx.scene.Node focus) {
    return Shortcuts.dispatch(actions, event, focus);
  }

  private static KeyEvent key(String text, KeyCode code, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, control, false, false);
  }
}
