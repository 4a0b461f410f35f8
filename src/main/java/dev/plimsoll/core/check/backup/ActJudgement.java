package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges what became of an act.
///
/// @param expected what must hold of its figures
record ActJudgement(Expected expected) {

  /// @param acted empty where it took longer than the step may
  Outcome of(Optional<Acted> acted) {
    return acted
        .map(this::of)
        .orElseGet(() ->
            new Outcome.Inconclusive(
                "stopped: it took longer than the step may; nothing half-made was left",
                List.of(
                    Finding.error(
                        "The step's time ran out.", null, "Give the step a longer timeout."))));
  }

  private Outcome of(Acted acted) {
    var ending = acted.act().ending();
    var clauses = new ArrayList<Clause>();
    var findings =
        acted.findings().isEmpty() && ending != BackupAct.Ending.DONE
            ? List.of(Finding.error(acted.sentence()))
            : acted.findings();
    clauses.add(
        switch (ending) {
          case DONE ->
              findings.isEmpty()
                  ? Clause.held(words(acted))
                  : new Clause(Clause.Verdict.HELD, words(acted), findings);
          case FAILED -> Clause.broken(words(acted), findings);
          case OPEN -> new Clause(Clause.Verdict.UNCLEAR, words(acted), findings);
          case null ->
              Clause.unclear("it did not end", Finding.error("Nobody knows how it ended."));
        });
    if (acted.isDone()) {
      clauses.addAll(expected.clauses(facts(acted)));
    }
    return Clause.outcome(clauses);
  }

  private static String words(Acted acted) {
    var sentence = acted.sentence();
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static Map<String, Fact> facts(Acted acted) {
    var figures = acted.act().figures();
    var facts = new HashMap<String, Fact>();
    facts.put("taken", new Fact.Whole(acted.act().id() == null ? 0 : 1));
    facts.put("files", new Fact.Whole(figures.files()));
    facts.put("bytes", new Fact.Whole(figures.bytes()));
    facts.put("stored", new Fact.Whole(figures.stored()));
    if (figures.millis() >= 0) {
      facts.put("duration", new Fact.Time(Duration.ofMillis(figures.millis())));
    }
    var lost = figures.logs().stream().mapToLong(BackupAct.LogsMoved::lost).toArray();
    if (Arrays.stream(lost).allMatch(each -> each >= 0)) {
      facts.put("lost", new Fact.Whole(Arrays.stream(lost).sum()));
    }
    return facts;
  }
}
