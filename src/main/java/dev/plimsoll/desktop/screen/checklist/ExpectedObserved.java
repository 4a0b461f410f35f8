package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What should be, left; what is, right: expected against observed for a machine's step, challenge
/// against response for a person's.
final class ExpectedObserved extends GridPane {
  private record Shown(
      String left, String right, String observed, Standing standing, List<Finding> findings) {}

  private @Nullable Shown shown;
  private @Nullable String statement;

  ExpectedObserved() {
    getStyleClass().add("expected-observed");
    for (var i = 0; i < 2; i++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
    }
  }

  /// What a sign-off asks to approve, resolved.
  void statement(StepView view, String resolved) {
    statement = resolved;
    show(view);
  }

  void show(StepView view) {
    if (view.step().verb() instanceof SignOff asked) {
      showStatement(view, asked);
      return;
    }
    var question = view.step().verb() instanceof Question asked ? asked : null;
    var now =
        new Shown(
            question == null ? "" : question.challenge(),
            view.expected(),
            view.standing() == Standing.RUNNING ? earlierTry(view).orElse("") : view.observed(),
            view.standing(),
            findings(view));
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    var observed = observed(view);
    var expectations = Expectations.of(view.expected(), findings(view));
    if (question == null && (expectations.rows().size() > 1 || expectations.tellsWhy())) {
      oneByOne(view.standing(), expectations, observed);
    } else if (question == null) {
      var wanted =
          view.standing() == Standing.FAILED
              ? compared(view.expected(), view.observed(), "tone-neutral")
              : Texts.text(view.expected(), Style.STRONG);
      halves(side("Expected", wanted), second(observed));
    } else {
      var expected = Texts.text(view.expected(), Style.STRONG);
      halves(
          side("Challenge", Texts.text(question.challenge(), Style.STRONG)),
          second(
              hasAnswer(view)
                  ? side("Expected response", expected, apart(observed))
                  : side("Expected response", expected)));
    }
  }

  private void showStatement(StepView view, SignOff asked) {
    var words = statement == null ? asked.statement() : statement;
    var now = new Shown(words, view.expected(), "", view.standing(), List.of());
    if (!now.equals(shown)) {
      shown = now;
      halves(
          side("Statement", Texts.text("“" + words + "”", Style.STRONG)),
          second(side("Expected", Texts.text(view.expected(), Style.STRONG))));
    }
  }

  /// What is said of the last attempt; nothing while the next one runs, which is about to say it.
  private static List<Finding> findings(StepView view) {
    if (view.standing() == Standing.RUNNING) {
      return List.of();
    }
    return view.state()
        .lastAttempt()
        .map(Attempt::ending)
        .map(ending -> ending.outcome().findings())
        .orElse(List.of());
  }

  /// Every expectation in a row of its own, with what was seen beside the one that did not hold.
  private void oneByOne(Standing standing, Expectations expectations, VBox observed) {
    var ticked =
        expectations.tellsWhy()
            ? expectations.othersHeld()
            : standing.isPass() && !expectations.remarked();
    if (!expectations.tellsWhy()) {
      var lines = expectations.rows().stream().map(each -> line(ticked, each));
      halves(side("Expected", lines.toArray(Node[]::new)), second(observed));
      return;
    }
    halves(side("Expected"), second(observed));
    var row = 1;
    for (var each : expectations.rows()) {
      var left = line(ticked, each);
      left.getStyleClass().add("expectation");
      var right = new VBox();
      right.getStyleClass().addAll("expectation", "second");
      var saw = each.saw();
      if (saw != null) {
        right.getChildren().add(seen(each.expected(), saw));
      }
      add(left, 0, row);
      add(right, 1, row++);
    }
  }

  private static HBox line(boolean ticked, Expectations.Row row) {
    var line = new HBox(sign(ticked, row), expected(row));
    line.getStyleClass().addAll(Style.ROW, "top");
    return line;
  }

  private static Node sign(boolean ticked, Expectations.Row row) {
    if (row.saw() != null) {
      return Icons.of(Feather.X, Tone.BAD);
    }
    return ticked ? Icons.of(Feather.CHECK, Tone.GOOD) : Icons.of(Feather.MINUS);
  }

  private static Node expected(Expectations.Row row) {
    var text = wanted(row);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    return text;
  }

  private static Region seen(String expected, String saw) {
    return ValueDifference.of(expected, saw)
        .<Region>map(differs -> new MarkedText(differs.saw(), Tone.BAD.styleClass()))
        .orElseGet(() -> Texts.text(saw, Style.STRONG, Tone.BAD.styleClass()));
  }

  private static Region wanted(Expectations.Row row) {
    var saw = row.saw();
    if (saw == null) {
      return Texts.text(row.expected());
    }
    return ValueDifference.of(row.expected(), saw)
        .<Region>map(differs -> new MarkedText(differs.expected(), "tone-neutral"))
        .orElseGet(() -> Texts.text(row.expected(), "missed"));
  }

  private void halves(Node left, Node right) {
    getChildren().clear();
    add(left, 0, 0);
    add(right, 1, 0);
  }

  private static boolean hasAnswer(StepView view) {
    return view.state().lastAttempt().isPresent();
  }

  private static Node apart(Node observed) {
    observed.getStyleClass().add("answered");
    return observed;
  }

  private static VBox observed(StepView view) {
    var kind = view.step().verb().kind();
    var look = StandingLook.of(view.standing());
    if (view.standing() == Standing.NOT_RUN) {
      return side("Observed", Texts.secondary(kind == VerbKind.QUESTION ? "" : "nothing yet"));
    }
    if (view.standing() == Standing.RUNNING) {
      var running = side("Observed", Texts.secondary("running …"));
      earlierTry(view).ifPresent(words -> running.getChildren().add(Texts.secondary(words)));
      return running;
    }
    var text =
        view.standing() == Standing.FAILED && kind == VerbKind.CHECK
            ? compared(view.observed(), view.expected(), look.tone().styleClass())
            : Texts.text(
                view.observed().isEmpty() ? look.word() : view.observed(),
                Style.STRONG,
                look.tone().styleClass());
    var word = Texts.line(look.word(), "step-word", look.tone().styleClass());
    var standing = new HBox(Icons.of(sign(look.tone(), look.icon()), look.tone()), word);
    standing.getStyleClass().add(Style.ROW);
    // where both do not fit beside each other, one stands below the other: neither is cut
    var title =
        new FlowPane(
            Texts.line(kind == VerbKind.QUESTION ? "Answered" : "Observed", "field-name"),
            standing);
    title.getStyleClass().add("observed-title");
    var side = new VBox(title, text);
    side.getStyleClass().addAll("side", Style.LINES);
    return side;
  }

  /// `Earlier try: failed, 200 in 150 ms`: what was seen before counts no more while it runs again.
  private static Optional<String> earlierTry(StepView view) {
    return view.state().attempts().reversed().stream()
        .flatMap(attempt -> Stream.ofNullable(attempt.ending()))
        .findFirst()
        .map(ending -> {
          var observed = ending.outcome().observed();
          return "Earlier try: "
              + StepRows.word(ending.outcome().standing())
              + (observed.isEmpty() ? "" : ", " + observed);
        });
  }

  /// A short text with the words underlined that the other one does not have there.
  private static Node compared(String text, String against, String tone) {
    var difference = Difference.of(text, against);
    if (!difference.isMarked()) {
      return Texts.text(text, Style.STRONG, tone);
    }
    var flow = new TextFlow();
    flow.getStyleClass().addAll("compared", tone);
    flow.setAccessibleText(text);
    for (var part : difference.parts()) {
      if (!flow.getChildren().isEmpty()) {
        flow.getChildren().add(new Text(" "));
      }
      var words = new Text(part.text());
      words.getStyleClass().add(part.differs() ? "differs" : "alike");
      flow.getChildren().add(words);
    }
    return flow;
  }

  private static Feather sign(Tone tone, Feather icon) {
    return tone == Tone.BAD ? Feather.X_CIRCLE : icon;
  }

  private static <N extends Node> N second(N side) {
    side.getStyleClass().add("second");
    return side;
  }

  private static VBox side(String name, Node... content) {
    var side = new VBox(Texts.line(name, "field-name"));
    side.getChildren().addAll(content);
    side.getStyleClass().addAll("side", Style.LINES);
    return side;
  }
}
