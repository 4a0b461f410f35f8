package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ChosenListTest {
  private final ReadOnlyObjectWrapper<@Nullable String> chosen = new ReadOnlyObjectWrapper<>();
  private final ObservableList<String> lines = FXCollections.observableArrayList();
  private final List<String> asked = new ArrayList<>();

  @Start
  void start(Stage stage) {
    stage.hide();
  }

  private ChosenList<String, String> list(String... first) {
    lines.setAll(first);
    return new ChosenList<>(
        new ChosenList.Lines<>(
            lines,
            line -> line.startsWith("#") ? Optional.empty() : Optional.of(line),
            (one, other) -> one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT))),
        chosen.getReadOnlyProperty(),
        new ChosenList.Choosing<>(
            line -> {
              asked.add(line);
              chosen.set(line);
            },
            () -> asked.add("next"),
            () -> asked.add("previous")));
  }

  @Test
  void whatTheModelChoseIsShownAndATitleCannotBeChosen(FxRobot robot) {
    robot.interact(() -> {
      var list = list("# one", "a", "b");
      assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(-1);
      chosen.set("b");
      assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
      assertThat(asked).as("showing is no asking").isEmpty();
      list.getSelectionModel().select(1);
      assertThat(asked).containsExactly("a");
      list.getSelectionModel().select(0);
      assertThat(asked).containsExactly("a");
      assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
    });
  }

  @Test
  void linesThatAreReadAnewKeepWhatIsChosen(FxRobot robot) {
    robot.interact(() -> {
      var list = list("# one", "a", "b");
      chosen.set("b");
      lines.setAll("# one", "# nothing", "A", "B");
      assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo("B");
      lines.setAll("# one");
      assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(-1);
      assertThat(asked).isEmpty();
    });
  }
}
