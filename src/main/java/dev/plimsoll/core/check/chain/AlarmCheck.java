package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.AlarmProof;
import dev.plimsoll.core.audit.foreign.ChainMutation;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Proves that the alarm works: a damaged copy is refused at the entry that was damaged. The log
/// itself is only read.
record AlarmCheck(Alarm alarm, NamedFile chain, StepContext context) {

  Outcome carryOut() throws InterruptedException {
    if (!Files.isRegularFile(chain.file())) {
      return failed("the file is not there", "There is no file " + chain.shown() + ".");
    }
    try {
      if (Files.size(chain.file()) == 0) {
        return failed("no entry", "The file holds no entry, so nothing in it can be altered.");
      }
      var folder = Files.createTempDirectory("plimsoll-alarm-");
      try {
        return tried(folder);
      } finally {
        Files.deleteIfExists(folder);
      }
    } catch (IOException full) {
      return new Outcome.Inconclusive(
          "could not tell",
          List.of(
              Finding.error(
                  "The copy could not be made: " + full.getMessage() + ".",
                  Position.of(chain.shown()),
                  "Make room in the folder for temporary files.")));
    }
  }

  private Outcome failed(String observed, String sentence) {
    return new Outcome.Failed(
        observed,
        List.of(
            Finding.error(
                sentence,
                Position.of(chain.shown()),
                "The alarm is tried on a copy of the real log: run the step where one is"
                    + " written.")));
  }

  private Outcome tried(Path folder) throws InterruptedException {
    var clauses = new ArrayList<Clause>();
    for (var kind : alarm.kinds()) {
      var proof =
          new Watched(context.tap(), context.workplace().timeout())
              .run(
                  () -> AlarmProof.of(chain.file(), chain.recipe(), kind, chain.keys(), folder),
                  () -> 0);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      clauses.add(
          proof
              .map(said -> clause(kind, said))
              .orElseGet(() ->
                  Clause.unclear(
                      "stopped", Finding.error("The proof took longer than the step may."))));
    }
    return Clause.outcome(clauses);
  }

  private Clause clause(ChainMutation kind, AlarmProof proof) {
    var place = Position.of(chain.shown());
    return switch (proof) {
      case AlarmProof.Rang rang ->
          new Clause(
              Clause.Verdict.HELD,
              "refused after "
                  + kind.word()
                  + ": "
                  + rang.defect().code()
                  + " at entry "
                  + rang.defect().entry(),
              List.of(Finding.note(rang.sentence())));
      case AlarmProof.StayedSilent silent ->
          Clause.broken(
              "not refused after " + kind.word(),
              Finding.error(
                  silent.sentence(),
                  place,
                  "What this verification says about the log proves nothing. See whether the"
                      + " recipe covers what matters."));
      case AlarmProof.CouldNotTry open ->
          Clause.unclear(
              "could not be tried with " + kind.word(),
              Finding.error(open.sentence(), place, "Verify the log first, in a step of its own."));
    };
  }
}
