package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.trust.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes attempts to the log: before they start and when they end.
final class Attempts {
  private static final int FINDINGS_KEPT = 50;
  private static final int WORDS_KEPT = 2_000;
  private static final int FINDING_KEPT = 400;
  private static final int EVIDENCE_KEPT = 120;

  /// Room for what an entry carries beside findings and evidence, within the 64 KiB of an entry.
  private static final int ROOM = 48 * 1024;

  private final Ledger ledger;
  private final String run;

  Attempts(Ledger ledger, String run) {
    this.ledger = ledger;
    this.run = run;
  }

  /// @param by `machine`, `person` or `command-line`
  /// @return the attempt's number
  int started(String step, Actor actor, Binding bound, String inputs, String by) {
    var number = ledger.run(run).orElseThrow().step(step).attempts().size() + 1;
    var data = about(step);
    data.put("attempt", number);
    data.put("binding", Payload.of(bound));
    data.put("inputs", inputs);
    data.put("by", by);
    ledger.append(Event.STEP_STARTED, actor, data);
    return number;
  }

  /// What an attempt left behind.
  ///
  /// @param masked how many places were masked in it
  record Left(List<Evidence> evidence, long masked) {
    static final Left NOTHING = new Left(List.of(), 0);
  }

  void concluded(String step, int number, Actor actor, Conclusion conclusion, Left left) {
    if (left.evidence().size() > EVIDENCE_KEPT) {
      var some = left.evidence().subList(0, EVIDENCE_KEPT);
      write(step, number, actor, tooMuch(conclusion, left), new Left(some, left.masked()));
    } else {
      write(step, number, actor, conclusion, left);
    }
  }

  private static Conclusion tooMuch(Conclusion conclusion, Left left) {
    var observed =
        "it kept "
            + left.evidence().size()
            + " files, more than the "
            + EVIDENCE_KEPT
            + " that one attempt can name; split the step";
    return new Conclusion(
        new Outcome.Inconclusive(observed), conclusion.expected(), conclusion.exit());
  }

  private void write(String step, int number, Actor actor, Conclusion conclusion, Left left) {
    var outcome = conclusion.outcome();
    var data = about(step);
    data.put("attempt", number);
    data.put("outcome", outcome.word());
    data.put("observed", shortened(outcome.observed()));
    data.put("expected", shortened(conclusion.expected()));
    if (conclusion.exit() != null) {
      data.put("exit", conclusion.exit());
    }
    var findings =
        outcome.findings().stream().limit(FINDINGS_KEPT).map(Attempts::shortened).toList();
    if (!findings.isEmpty()) {
      data.put("findings", findings.stream().map(Payload::of).toList());
      data.put("findingsInAll", outcome.findings().size());
    }
    data.put("evidence", left.evidence().stream().map(Payload::of).toList());
    if (left.masked() > 0) {
      data.put("masked", left.masked());
    }
    while (!findings.isEmpty() && CanonicalJson.encode(data).length > ROOM) {
      findings = findings.subList(0, findings.size() / 2);
      data.put("findings", findings.stream().map(Payload::of).toList());
    }
    ledger.append(Event.STEP_CONCLUDED, actor, data);
  }

  /// Ends what a dead process left open.
  void interrupted(String step, int number, Actor actor) {
    concluded(
        step,
        number,
        actor,
        Conclusion.of(new Outcome.Interrupted("the program ended while this step ran"), ""),
        Left.NOTHING);
  }

  Map<String, Object> about(String step) {
    var data = new LinkedHashMap<String, Object>();
    data.put("run", run);
    data.put("step", step);
    return data;
  }

  private static Finding shortened(Finding finding) {
    return new Finding(
        finding.severity(),
        shortened(finding.message(), FINDING_KEPT),
        finding.at(),
        finding.next() == null ? null : shortened(finding.next(), FINDING_KEPT));
  }

  private static String shortened(String text) {
    return shortened(text, WORDS_KEPT);
  }

  /// Cut between characters, never inside one.
  private static String shortened(String text, int kept) {
    if (text.codePointCount(0, text.length()) <= kept) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, kept)) + "…";
  }
}
