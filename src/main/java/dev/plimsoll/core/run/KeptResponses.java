package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.NotCanonical;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The responses of steps as their last attempts left them behind, for whoever opens a run that
/// another process walked. Reads evidence, each file once. Thread-safe.
public final class KeptResponses {
  private record Read(String sha256, Output output) {}

  private final EvidenceStore store;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  public KeptResponses(EvidenceStore store) {
    this.store = store;
  }

  /// What was printed in this process, with the responses that were kept where none came in it.
  public Output beside(Output live, StepState step) {
    if (!live.series().isEmpty()) {
      return live;
    }
    var kept = of(step);
    return live.total() == 0 ? kept : new Output(live.total(), live.lines(), kept.series());
  }

  /// The responses of the last attempt; nothing where it kept none, is under way, or kept them in a
  /// version that did not. Where they cannot be read, one line says so.
  public Output of(StepState step) {
    var file =
        step
            .lastAttempt()
            .map(Attempt::ending)
            .map(Attempt.Ending::evidence)
            .orElse(List.of())
            .stream()
            .filter(evidence -> evidence.name().equals(ResponsesText.NAME))
            .findFirst();
    if (file.isEmpty()) {
      return Output.NONE;
    }
    var sha256 = file.get().sha256();
    var known = read.get(step.step());
    if (known == null || !known.sha256().equals(sha256)) {
      known = new Read(sha256, output(file.get()));
      read.put(step.step(), known);
    }
    return known.output();
  }

  private Output output(Evidence file) {
    try (var kept = store.open(file.sha256())) {
      var bytes = kept.readNBytes(ResponsesText.LARGEST + 1);
      return Digests.sha256Hex(bytes).equals(file.sha256())
          ? new Output(0, List.of(), ResponsesText.read(bytes))
          : unreadable();
    } catch (IOException | NotCanonical | ResponsesText.Odd odd) {
      return unreadable();
    }
  }

  private static Output unreadable() {
    return new Output(
        1,
        List.of(
            new Output.Line(
                "err",
                "The responses were kept, and cannot be read any more, or were changed: see the"
                    + " evidence "
                    + ResponsesText.NAME
                    + ".")));
  }
}
