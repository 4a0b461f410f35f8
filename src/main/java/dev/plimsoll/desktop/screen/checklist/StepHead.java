package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import dev.plimsoll.desktop.kit.WindowWords;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The step's title, why it matters, and the cautions that stand before it.
final class StepHead extends VBox {
  private @Nullable Object shown;

  StepHead() {
    getStyleClass().addAll("step-head", Style.LINES);
  }

  void show(StepView view) {
    var now =
        List.of(
            view.step(),
            view.standing(),
            view.state().isFlaky(),
            view.live().waiting(),
            String.valueOf(view.because()));
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    var step = view.step();
    // a flow pane is never narrower than its widest child: a long title would not wrap in it
    var chips = new FlowPane();
    chips.getStyleClass().add("chips");
    chips.getChildren().addAll(chips(view));
    getChildren().setAll(Texts.text(step.title(), Style.HEADING), chips);
    if (step.words().why() != null) {
      getChildren().add(Texts.text(step.words().why(), "why"));
    }
    small(step).forEach(getChildren()::add);
    cautions(view).forEach(getChildren()::add);
  }

  private static List<Node> chips(StepView view) {
    var rules = view.step().rules();
    var chips = new ArrayList<Node>();
    chips.add(new StandingBadge(view.standing()));
    if (view.state().isFlaky()) {
      chips.add(new Chip("flaky", Tone.CAUTION));
    }
    if (rules.killer()) {
      chips.add(new Chip("killer", Tone.BAD));
    }
    if (rules.irreversible()) {
      chips.add(new Chip("irreversible", Tone.CAUTION));
    }
    if (rules.negative()) {
      chips.add(new Chip("negative", Tone.NEUTRAL));
    }
    if (!rules.required()) {
      chips.add(new Chip("optional", Tone.NEUTRAL));
    }
    return chips;
  }

  private static List<Node> small(Step step) {
    var facts = new ArrayList<String>();
    if (step.words().source() != null) {
      facts.add("Source: " + step.words().source());
    }
    if (!step.words().covers().isEmpty()) {
      facts.add("Covers " + String.join(", ", step.words().covers()));
    }
    if (step.rules().role() != null) {
      facts.add("For the role " + step.rules().role());
    }
    return facts.isEmpty()
        ? List.of()
        : List.of(Texts.text(String.join(" · ", facts), Style.SMALL));
  }

  private static List<Node> cautions(StepView view) {
    var rules = view.step().rules();
    var cautions = new ArrayList<Node>();
    if (rules.irreversible() && !StepRows.isSettled(view.standing())) {
      cautions.add(
          caution(
              Feather.ALERT_TRIANGLE,
              "This cannot be undone. A time-out shows version, commit and target before it"
                  + " starts."));
    }
    if (rules.negative()) {
      cautions.add(
          caution(
              Feather.REPEAT,
              "This proves that an alarm works: the step passes only if the check fails."));
    }
    if (view.live().waiting()) {
      cautions.add(
          caution(Feather.LOCK, "The list is walked in order: an earlier step comes first."));
    }
    var because = view.because();
    if (because != null) {
      cautions.add(caution(Feather.INFO, because));
    }
    return cautions;
  }

  private static HBox caution(Feather icon, String sentence) {
    var text = Texts.text(sentence);
    HBox.setHgrow(text, Priority.ALWAYS);
    var box = new HBox(Icons.of(icon, Tone.CAUTION), text);
    box.getStyleClass().addAll("notice", "caution");
    return box;
  }

  /// For problems that stand in the pane's own place.
  static String words(Problem problem) {
    return problem.where() + " " + WindowWords.next(problem);
  }
}
