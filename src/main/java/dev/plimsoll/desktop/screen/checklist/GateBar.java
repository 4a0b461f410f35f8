package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// The gate's word and how many reasons it has, always in sight.
final class GateBar {
  private final BottomBar bar = new BottomBar();
  private final StandingBadge word;
  private final Label sentence = Texts.line("");
  private final Hyperlink why = new Hyperlink("Why");
  private final List<Action> actions;
  private final Set<Action> atTimes;
  private List<Action> offered = List.of();
  private @Nullable Decision shown;

  /// @param why shows every clause
  /// @param actions what can be done, the main one last
  /// @param atTimes those that are shown only while they are possible
  GateBar(Runnable why, List<Action> actions, Set<Action> atTimes) {
    this.actions = List.copyOf(actions);
    this.atTimes = Set.copyOf(atTimes);
    this.word =
        new StandingBadge(
            new Decision.NoGo(List.of(), new Decision.Completion(Decision.Ending.INCOMPLETE, 0)));
    this.why.setOnAction(_ -> why.run());
    this.why.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    this.why.setAccessibleText("Why: the gate's reasons");
    sentence.setMinWidth(0);
    bar.says(word, sentence, this.why);
    offer();
  }

  private void offer() {
    var now =
        actions.stream()
            .filter(action -> !atTimes.contains(action) || action.possible().get())
            .toList();
    if (now.equals(offered)) {
      return;
    }
    offered = now;
    var buttons = new ArrayList<Button>();
    for (var action : now) {
      var main = action.equals(actions.getLast());
      buttons.add(main ? KeyHint.button(action, Style.ACCENT) : KeyHint.button(action));
    }
    bar.offers(buttons.toArray(Button[]::new));
  }

  BottomBar bar() {
    return bar;
  }

  void show(RunView view) {
    offer();
    if (!view.decision().equals(shown)) {
      shown = view.decision();
      word.show(view.decision());
      sentence.setText(words(view.decision()));
    }
  }

  /// `1 failed step, 3 open.`, or how the list ended.
  static String words(Decision decision) {
    if (decision.isGo()) {
      var end = decision.completion().words();
      return end.charAt(0) + end.substring(1).toLowerCase(Locale.ROOT) + ".";
    }
    var failed = count(decision, Decision.Weight.FAILED);
    var open = count(decision, Decision.Weight.OPEN);
    var parts = new ArrayList<String>();
    if (failed > 0) {
      parts.add(Texts.count(failed, "failed step"));
    }
    if (open > 0) {
      parts.add(
          Texts.count(
              open,
              failed > 0 ? "still open" : "step still open",
              failed > 0 ? "still open" : "steps still open"));
    }
    return parts.isEmpty() ? "Nothing was looked at yet." : String.join(", ", parts) + ".";
  }

  private static long count(Decision decision, Decision.Weight weight) {
    return decision.clauses().stream().filter(clause -> clause.weight() == weight).count();
  }
}
