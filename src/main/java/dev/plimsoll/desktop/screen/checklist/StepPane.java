package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.AboutChain;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.run.Series;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.WindowWords;
import dev.plimsoll.desktop.task.TaskRunner;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the step is and what to do now: its words, expected against observed, output, findings,
/// attempts and evidence; at the bottom, always in sight, what can be done.
final class StepPane extends VBox {
  /// Where the pane leads.
  ///
  /// @param file shows a kept file
  /// @param troubleshoot opens the text that helps with the step
  /// @param place takes the place of a finding along, for an editor
  /// @param traffic shows what is sent to which service
  /// @param chain opens the page of an audit chain of the project
  record Ways(
      Consumer<Evidence> file,
      Consumer<String> troubleshoot,
      Consumer<Position> place,
      Runnable traffic,
      Consumer<String> chain) {}

  private final ChecklistViewModel model;
  private final TaskRunner tasks;
  private final Ways ways;

  private final StepHead head = new StepHead();
  private final ExpectedObserved compared = new ExpectedObserved();
  private final OutputView output = new OutputView();
  private final ResponsesView responses = new ResponsesView(this::showExchange);
  private final ExchangeView exchange = new ExchangeView(this::read);
  private final QuotaClock quota = new QuotaClock();
  private final VBox help = new VBox();
  private final TimesOverReleases releases;
  private final Times times;
  private final StepTrail trail;
  private final StepControls controls;

  private String outputOf = "";
  private String statementOf = "";
  private List<Evidence> keptShown = List.of();

  StepPane(
      ChecklistViewModel model, StepControls controls, Times times, TaskRunner tasks, Ways ways) {
    this.model = model;
    this.tasks = tasks;
    this.ways = ways;
    this.controls = controls;
    this.times = times;
    this.releases = new TimesOverReleases(times);
    this.trail = new StepTrail(times, ways.file(), ways.place());
    getStyleClass().add("step-pane");
    help.getStyleClass().add(Style.LINES);
    VBox.setVgrow(output, Priority.ALWAYS);
    var content =
        new VBox(head, quota, compared, help, responses, exchange, output, releases, trail);
    content.getStyleClass().add("step-content");
    var scroller = StripPane.scrolled(content);
    scroller.setFitToHeight(true);
    scroller.setFocusTraversable(false);
    VBox.setVgrow(scroller, Priority.ALWAYS);
    getChildren().addAll(scroller, controls);
    model
        .stepProperty()
        .addListener((_, before, now) -> {
          if (now != null) {
            if (before == null || !before.step().id().equals(now.step().id())) {
              scroller.setVvalue(0);
            }
            show(now);
          }
        });
    // a wait changes nothing but its clock
    model
        .viewProperty()
        .addListener((_, _, _) -> {
          var step = model.stepProperty().get();
          if (step != null) {
            quota.show(step, model.now());
          }
        });
    model.outputProperty().addListener((_, _, now) -> output.show(now));
    model.timesProperty().addListener((_, _, now) -> releases.show(now));
    setShown(responses, false);
    model.seriesProperty().addListener((_, _, now) -> showResponses(now));
    var first = model.stepProperty().get();
    if (first != null) {
      show(first);
    }
  }

  private void show(StepView view) {
    head.show(view);
    quota.show(view, model.now());
    compared.show(view);
    if (view.step().verb() instanceof SignOff) {
      showStatement(view);
    }
    exchange.show(view);
    showOutput(view);
    showResponses(model.seriesProperty().get());
    showHelp(view);
    trail.show(view);
    controls.show(view);
  }

  private void showStatement(StepView view) {
    var acts = model.walk().acts();
    var id = view.step().id();
    if (acts == null || id.equals(statementOf)) {
      return;
    }
    statementOf = id;
    tasks.run(
        () -> acts.signOffRequest(id).statement(),
        statement -> {
          if (id.equals(model.selectedProperty().get())) {
            compared.statement(view, statement);
          }
        },
        _ -> statementOf = "");
  }

  /// Live output where this process ran the step, else what was kept of the last attempt.
  private void showOutput(StepView view) {
    var attempt = view.state().attempts().size();
    var key = view.step().id() + "#" + attempt;
    if (!key.equals(outputOf)) {
      outputOf = key;
      keptShown = List.of();
      output.clear();
      output.show(model.outputProperty().get());
    }
    var kept =
        view.state()
            .lastAttempt()
            .map(Attempt::ending)
            .map(ending ->
                ending == null ? List.<Evidence>of() : KeptText.printedFiles(ending.evidence()))
            .orElse(List.of());
    var prints = view.step().verb().kind() != VerbKind.QUESTION;
    var something =
        prints
            && (StepActions.isRunning(view)
                || !kept.isEmpty()
                || model.outputProperty().get().total() > 0);
    setShown(output, something);
    if (!kept.isEmpty() && !kept.equals(keptShown) && model.outputProperty().get().total() == 0) {
      keptShown = kept;
      tasks.run(
          () -> KeptText.printed(model.walk(), kept),
          lines -> {
            if (key.equals(outputOf) && model.outputProperty().get().total() == 0) {
              output.showKept(lines, "as kept");
            }
          },
          _ -> setShown(output, false));
    }
  }

  private void showResponses(Series now) {
    var view = model.stepProperty().get();
    // a single one stands in the exchange, whole
    setShown(responses, now.count() > 1);
    if (view != null) {
      var running = StepActions.isRunning(view);
      responses.show(now, running ? StepRows.requests(view.step()) : 0);
    }
  }

  private void showExchange(long number) {
    exchange.choose(number);
  }

  private void read(Evidence file, Consumer<List<String>> then) {
    // what cannot be read any more says so where the evidence is opened
    tasks.run(() -> KeptText.read(model.walk(), file), then, _ -> then.accept(List.of()));
  }

  private void showHelp(StepView view) {
    help.getChildren().clear();
    var next =
        view.state()
            .lastAttempt()
            .map(Attempt::ending)
            .filter(_ -> !StepRows.isSettled(view.standing()) && !StepActions.isRunning(view))
            .flatMap(ending ->
                ending == null
                    ? java.util.Optional.<String>empty()
                    : ending.outcome().findings().stream()
                        .map(finding -> finding.next())
                        .filter(java.util.Objects::nonNull)
                        .findFirst());
    var onFailure = view.section().onFailure();
    if (onFailure != null && view.standing() == dev.plimsoll.core.model.Standing.FAILED) {
      help.getChildren().add(Texts.text("If it fails: " + onFailure.text(), Style.STRONG));
    }
    Comparison.sentence(view, model.earlierProperty().get(), times)
        .ifPresent(sentence -> help.getChildren().add(Texts.text(sentence)));
    next.ifPresent(
        sentence -> help.getChildren().add(Texts.text("Next: " + WindowWords.of(sentence))));
    var why = StepControls.whyNot(view);
    if (!why.isEmpty()) {
      help.getChildren().add(Texts.secondary(why));
    }
    var troubleshoot = view.step().words().troubleshoot();
    if (troubleshoot != null) {
      var link = new Hyperlink("Troubleshooting · F1");
      link.setOnAction(_ -> ways.troubleshoot().accept(troubleshoot));
      help.getChildren().add(link);
    }
    var tried = view.state().lastAttempt().map(Attempt::ending).isPresent();
    if (!tried && StepRows.requests(view.step()) > 0) {
      var link = new Hyperlink("What is sent where · T");
      link.setOnAction(_ -> ways.traffic().run());
      help.getChildren().add(link);
    }
    var chain = chain(view);
    if (chain != null) {
      var link = new Hyperlink("Look into the chain " + chain + " · A");
      link.setOnAction(_ -> ways.chain().accept(chain));
      help.getChildren().add(link);
    }
    setShown(help, !help.getChildren().isEmpty());
  }

  /// The chain of the project that a step verifies, or null.
  static @Nullable String chain(@Nullable StepView view) {
    return view != null && view.step().verb() instanceof AboutChain about ? about.chain() : null;
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
