package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.TestSurroundings;
import dev.plimsoll.desktop.task.TaskRunner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// What Enter does in the field of a reason.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class FormsTest {
  private final TestSurroundings window = new TestSurroundings();
  private final List<Problem> told = new ArrayList<>();
  private WalkByHand walk;
  private Forms forms;

  @BeforeEach
  void open() {
    walk = new WalkByHand(Views.of().check("builds", Standing.FAILED).view());
    var around = window.surroundings();
    var model =
        new ChecklistViewModel(
            walk,
            new TaskRunner(Runnable::run, Runnable::run),
            InstantSource.fixed(Views.NOW),
            told::add);
    model.look();
    forms =
        new Forms(
            model,
            around.dialogs(),
            InstantSource.fixed(Views.NOW),
            new Forms.Beyond() {
              @Override
              public Sending sending() {
                return new Sending(model, around);
              }

              @Override
              public void timeOut(StepView step) {}

              @Override
              public void evidence(StepView step) {}

              @Override
              public void sign(StepView step) {}
            });
  }

  @Test
  void aWalkIsGivenUpWithEnterOnceItIsSaidWhy(FxRobot robot) {
    robot.interact(() -> forms.abort());
    var why = area();
    robot.interact(() -> press(why, false));
    assertThat(window.panel().isGrave()).isTrue();
    assertThat(walk.acts).isEmpty();
    assertThat(why.getText()).isEmpty();

    robot.interact(() -> {
      why.setText("the fix is missing");
      press(why, false);
    });
    assertThat(walk.acts).containsExactly("abort the fix is missing");
  }

  @Test
  void shiftAndEnterBeginsALineInEveryReason(FxRobot robot) {
    for (Runnable asks : List.<Runnable>of(forms::abort, forms::pause)) {
      robot.interact(() -> {
        asks.run();
        var why = area();
        why.setText("one");
        why.end();
        press(why, true);
      });
      assertThat(area().getText()).isEqualTo("one\n");
    }
    assertThat(walk.acts).isEmpty();
  }

  private TextArea area() {
    return (TextArea) window.panel().firstFocus();
  }

  private static void press(TextArea area, boolean shift) {
    Event.fireEvent(
        area,
        new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "\r", KeyCode.ENTER, shift, false, false, false));
  }
}
