package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.StepRow;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The line that is selected, in full: for a run every step with where it ended, what was expected
/// and what was observed.
final class RunDetail extends VBox {
  private final HistoryViewModel model;
  private final Times times;

  RunDetail(HistoryViewModel model, Times times) {
    this.model = model;
    this.times = times;
    getStyleClass().add(Style.STACK);
    model.steps().addListener((Observable _) -> show(model.selected().get()));
    model.selected().addListener((_, _, line) -> show(line));
    show(null);
  }

  private void show(@Nullable HistoryLine line) {
    if (line == null) {
      getChildren()
          .setAll(
              Texts.stripHeading("Details"),
              Texts.secondary("Select a line to see what is behind it."));
      return;
    }
    getChildren()
        .setAll(
            Texts.stripHeading("Details"),
            Texts.text(line.release(), Style.STRONG),
            Texts.text(line.what()),
            Texts.secondary(
                times.moment(line.when()) + (line.who().isEmpty() ? "" : " · " + line.who())));
    var run = line.leads().run();
    if (run == null) {
      return;
    }
    var source = run.source();
    var commit = source.commit() == null ? "" : "commit " + Texts.shortCommit(source.commit());
    getChildren()
        .addAll(
            Texts.line(commit, Style.MONO),
            Texts.secondary(
                (source.solo() ? "One person played all roles. " : "")
                    + (source.rehearsal() ? "A rehearsal: there were uncommitted changes." : "")),
            Texts.stripHeading("Steps"),
            new Rows(model.steps().stream().map(RunDetail::step).toList()));
  }

  private static Node step(StepRow step) {
    var box = new VBox(Texts.text(step.title(), Style.STRONG), new StandingBadge(step.standing()));
    box.getStyleClass().add("tight");
    var seen = step.seen();
    if (seen.observed() != null && !seen.observed().isBlank()) {
      box.getChildren().add(Texts.secondary(seen.observed()));
    }
    if (step.attempts() > 1) {
      box.getChildren().add(Texts.secondary(Texts.count(step.attempts(), "attempt")));
    }
    var waived = step.said().waived();
    if (waived != null) {
      box.getChildren()
          .add(
              Texts.text(
                  "waived until " + waived.until() + ": " + waived.reason(),
                  Tone.EXCEPTION.styleClass()));
    }
    var deferred = step.said().deferred();
    if (deferred != null) {
      box.getChildren()
          .add(
              Texts.text(
                  "deferred to " + deferred.until() + ": " + deferred.reason(),
                  Tone.EXCEPTION.styleClass()));
    }
    return box;
  }
}
