package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingDot;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a record says, in words: exceptions, people, steps, reasons. It shows what was written and
/// judges nothing.
final class RecordParts {
  private RecordParts() {}

  static Card exceptions(ReleaseRecord record) {
    var rows = new ArrayList<Node>();
    for (var exempted : record.exceptions()) {
      rows.add(
          row(
              Icons.of(Feather.SHIELD, Tone.EXCEPTION),
              Texts.text(exempted.step(), Style.STRONG),
              Texts.text(
                  exempted.kind()
                      + " by "
                      + exempted.owner()
                      + until(exempted.expiresOn())
                      + ": “"
                      + exempted.reason()
                      + "”"),
              exempted.countersignedBy() == null
                  ? null
                  : Texts.text("countersigned by " + exempted.countersignedBy(), Style.SMALL)));
    }
    for (var owed : record.obligations()) {
      rows.add(
          row(
              Icons.of(Feather.CALENDAR, Tone.EXCEPTION),
              Texts.text(owed.id(), Style.STRONG),
              Texts.text(
                  "owed by "
                      + owed.owner()
                      + " on "
                      + Times.day(owed.dueOn())
                      + ", "
                      + owed.state()),
              null));
    }
    var count = record.exceptions().size() + record.obligations().size();
    var chip =
        new Chip(
            count == 0 ? "none" : String.valueOf(count), count == 0 ? Tone.GOOD : Tone.EXCEPTION);
    if (rows.isEmpty()) {
      rows.add(
          Texts.secondary(
              "Nothing was waived, put off or ruled out: every required step met its"
                  + " expectation."));
    }
    return Card.headed("Exceptions", chip, rows.toArray(Node[]::new));
  }

  private static String until(@Nullable LocalDate day) {
    return day == null ? "" : " until " + Times.day(day);
  }

  static List<Node> people(ReleaseRecord record, Times times) {
    var lines = new ArrayList<Node>();
    for (var approved : record.signoffs()) {
      var box =
          new VBox(
              Texts.text(approved.printedName(), Style.STRONG),
              Texts.text(
                  approved.principal()
                      + " · "
                      + approved.role()
                      + ": “"
                      + approved.meaning()
                      + "”"),
              Texts.text(
                  times.moment(approved.signedOn()) + " · " + control(approved.control()),
                  Style.SMALL));
      lines.add(box);
    }
    return lines.isEmpty() ? List.of(Texts.text("Nobody signed off.")) : lines;
  }

  private static String control(String control) {
    return control.equals(ReleaseRecord.SECOND_PERSON)
        ? "ran no step: a second person"
        : "ran steps too: single-person control";
  }

  static Card reasons(ReleaseRecord record) {
    var policy = record.identity().policy();
    var rows = new ArrayList<Node>();
    for (var reason : policy.reasons()) {
      rows.add(reason(reason));
    }
    return Card.headed(
        "Why the gate said so",
        new Chip(policy.decision(), policy.decision().equals("GO") ? Tone.GOOD : Tone.BAD),
        rows.toArray(Node[]::new));
  }

  private static Node reason(ReleaseRecord.Reason reason) {
    var icon =
        switch (reason.weight()) {
          case "MET" -> Icons.of(Feather.CHECK, Tone.GOOD);
          case "EXCEPTION" -> Icons.of(Feather.SHIELD, Tone.EXCEPTION);
          case "FAILED" -> Icons.of(Feather.X, Tone.BAD);
          default -> Icons.of(Feather.CIRCLE, Tone.CAUTION);
        };
    return row(icon, Texts.text(reason.sentence()), null, null);
  }

  static Card run(ReleaseRecord.Run run, Times times) {
    var rows = new ArrayList<Node>();
    rows.add(
        Texts.text(
            run.ending().completion()
                + " · "
                + times.moment(run.startedOn())
                + " to "
                + times.minute(run.finishedOn())
                + " · checklist "
                + Texts.shortDigest(run.checklist().sha256()),
            Style.SMALL));
    if (!run.checklist().stepsRemovedSinceLast().isEmpty()) {
      rows.add(
          row(
              Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION),
              Texts.text(
                  "Steps removed since the last record: "
                      + String.join(", ", run.checklist().stepsRemovedSinceLast())),
              null,
              null));
    }
    run.steps().forEach(step -> rows.add(step(step)));
    var ending = run.ending();
    var chip = new Chip(ending.decision(), ending.isGo() ? Tone.GOOD : Tone.BAD);
    return Card.headed(run.checklist().title(), chip, rows.toArray(Node[]::new));
  }

  private static Node step(ReleaseRecord.Step step) {
    var standing = standing(step.effective());
    var mark =
        standing
            .<Node>map(known -> new StandingDot(VerbKind.CHECK, known))
            .orElseGet(() -> Icons.of(Feather.HELP_CIRCLE));
    var title = new HBox(Texts.text(step.title()));
    title.getStyleClass().add(Style.ROW);
    standing.ifPresentOrElse(
        known -> title.getChildren().add(word(StandingLook.of(known))),
        () -> title.getChildren().add(Texts.line(step.effective(), "step-word")));
    return row(
        mark,
        title,
        Texts.text(observed(step), Style.SECONDARY),
        Texts.text(facts(step), Style.SMALL));
  }

  private static Node word(StandingLook look) {
    var word = Texts.line(look.word(), "step-word", look.tone().styleClass());
    word.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return word;
  }

  private static String observed(ReleaseRecord.Step step) {
    return step.seen().observed().isEmpty()
        ? "expected " + step.seen().expected()
        : step.seen().observed() + " (expected " + step.seen().expected() + ")";
  }

  private static String facts(ReleaseRecord.Step step) {
    var facts = new ArrayList<String>();
    facts.add(Texts.count(step.attempts().size(), "attempt"));
    var walked = step.walked();
    if (walked != null) {
      facts.add("by " + walked.actor().id());
      facts.add("entries " + walked.firstSeq() + " to " + walked.lastSeq());
    }
    var files =
        step.attempts().stream().mapToInt(attempt -> attempt.evidence().size()).sum()
            + step.beside().attached().size();
    if (files > 0) {
      facts.add(Texts.count(files, "file"));
    }
    step.beside().notes().forEach(note -> facts.add("note: “" + note.text() + "”"));
    return String.join(" · ", facts);
  }

  private static Optional<Standing> standing(String word) {
    return Arrays.stream(Standing.values()).filter(each -> each.name().equals(word)).findFirst();
  }

  static HBox row(Node mark, Node first, @Nullable Node second, @Nullable Node third) {
    var words = new VBox(first);
    words.getStyleClass().add("record-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (second != null) {
      words.getChildren().add(second);
    }
    if (third != null) {
      words.getChildren().add(third);
    }
    var row = new HBox(mark, words);
    row.getStyleClass().add("record-row");
    return row;
  }
}
