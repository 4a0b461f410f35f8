package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What has happened at a step: findings with their places, every attempt, evidence, sign-offs and
/// notes. Nothing is ever left out but findings beyond the first hundred.
final class StepTrail extends VBox {
  private static final int FINDINGS = 100;

  private final Times times;
  private final Consumer<Evidence> open;
  private final Consumer<Position> places;
  private @Nullable Object shown;
  private boolean running;

  /// @param open shows a kept file
  /// @param places takes the place of a finding along
  StepTrail(Times times, Consumer<Evidence> open, Consumer<Position> places) {
    this.places = places;
    this.times = times;
    this.open = open;
    getStyleClass().add("step-trail");
  }

  void show(StepView view) {
    var runs = StepActions.isRunning(view);
    if (view.state().equals(shown) && runs == running) {
      return;
    }
    shown = view.state();
    running = runs;
    var parts = new ArrayList<Node>();
    var last = view.state().lastAttempt().map(Attempt::ending).orElse(null);
    if (last != null && !last.outcome().findings().isEmpty()) {
      parts.add(
          part(
              runs ? "Findings of the earlier try" : "Findings",
              findings(last.outcome().findings())));
    }
    if (!view.state().attempts().isEmpty()) {
      parts.add(
          part(
              "Attempts", view.state().attempts().reversed().stream().map(this::attempt).toList()));
    }
    var files = files(view);
    if (!files.isEmpty()) {
      parts.add(part("Evidence", files));
    }
    if (!view.state().approvals().isEmpty()) {
      parts.add(part("Signed", view.state().approvals().stream().map(this::approval).toList()));
    }
    if (!view.state().notes().isEmpty()) {
      parts.add(
          part(
              "Notes",
              view.state().notes().stream()
                  .<Node>map(note ->
                      new VBox(
                          Texts.text(note.text()),
                          Texts.text(
                              note.author().id() + " · " + times.moment(note.writtenOn()),
                              Style.SMALL)))
                  .toList()));
    }
    getChildren().setAll(parts);
  }

  private static VBox part(String name, List<? extends Node> lines) {
    var part = new VBox(Texts.line(name, "field-name"));
    part.getChildren().addAll(lines);
    part.getStyleClass().addAll(Style.LINES, "trail-part");
    return part;
  }

  private List<Node> findings(List<Finding> findings) {
    var lines = new ArrayList<Node>();
    findings.stream().limit(FINDINGS).map(each -> new FindingRow(each, places)).forEach(lines::add);
    if (findings.size() > FINDINGS) {
      lines.add(
          Texts.text(
              "and "
                  + Texts.count(findings.size() - FINDINGS, "finding")
                  + " more, in the evidence",
              Style.SMALL));
    }
    return lines;
  }

  private HBox attempt(Attempt attempt) {
    var ending = attempt.ending();
    var look = StandingLook.of(ending == null ? Standing.RUNNING : ending.outcome().standing());
    var facts = new ArrayList<String>();
    if (ending != null) {
      facts.add(ending.outcome().observed());
      if (ending.exit() != null) {
        facts.add("exit " + ending.exit());
      }
      facts.add(Times.span(Duration.between(attempt.startedOn(), ending.finishedOn())));
    }
    facts.add(attempt.actor().id());
    facts.add("commit " + attempt.bound().shortCommit());
    var number = Texts.line(String.valueOf(attempt.number()), Style.MONO);
    var time = Texts.line(times.second(attempt.startedOn()), Style.MONO);
    var word = Texts.line(look.word(), "step-word", look.tone().styleClass());
    number.setMinWidth(USE_PREF_SIZE);
    time.setMinWidth(USE_PREF_SIZE);
    word.setMinWidth(USE_PREF_SIZE);
    var said = Texts.text(String.join(" · ", facts), Style.SECONDARY);
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    var row = new HBox(number, time, Icons.of(look.icon(), look.tone()), word, said);
    row.getStyleClass().add("attempt");
    return row;
  }

  private List<Node> files(StepView view) {
    var files = new ArrayList<Node>();
    view.state().attached().forEach(file -> files.add(file(file, "added by hand")));
    for (var attempt : view.state().attempts().reversed()) {
      var ending = attempt.ending();
      if (ending != null) {
        ending.evidence().forEach(file -> files.add(file(file, "attempt " + attempt.number())));
      }
    }
    return files;
  }

  private FlowPane file(Evidence file, String from) {
    var link = new Hyperlink(file.name());
    link.setOnAction(_ -> open.accept(file));
    link.setAccessibleText("Show " + file.name());
    var row =
        new FlowPane(
            link,
            Texts.line(from, Style.SMALL),
            Texts.line(Texts.bytes(file.size()), Style.SMALL),
            Texts.line(Texts.shortDigest(file.sha256()), Style.MONO, Style.SECONDARY));
    row.getStyleClass().add("facts");
    return row;
  }

  private VBox approval(Approval approval) {
    return new VBox(
        Texts.text(
            approval.signer().id() + " · " + approval.role() + ": " + approval.meaning(),
            Style.STRONG),
        Texts.text(
            times.moment(approval.signedOn())
                + " · "
                + (approval.signer().key() == null
                    ? "no key"
                    : Texts.shortFingerprint(approval.signer().key())),
            Style.SMALL));
  }
}
