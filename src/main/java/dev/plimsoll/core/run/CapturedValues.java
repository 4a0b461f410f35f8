package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.NotCanonical;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The values that steps of one run took from what they saw, as `captured.STEP.NAME`. Those that
/// are no secret outlive the process: they are read from the evidence of the step's last attempt,
/// where that passed. Secret ones are held here alone, and masked as long as the run is open, also
/// after their step took others. Thread-safe.
final class CapturedValues {
  private static final String EVIDENCE = "captured.json";
  private static final String MASK = "[redacted";

  private final Map<String, StepContext.Effect.Captured> bySteps = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> everHidden = new ConcurrentHashMap<>();

  void put(String step, StepContext.Effect.Captured captured) {
    bySteps.put(step, captured);
    mask(step, captured.hidden());
  }

  /// Masks values from here on, whether or not a later step may use them.
  void mask(String step, Map<String, String> hidden) {
    hidden.forEach((name, value) ->
        everHidden.computeIfAbsent(key(step, name), _ -> ConcurrentHashMap.newKeySet()).add(value));
  }

  /// What a step took counts no more once it is tried again; it stays masked.
  void forget(String step) {
    bySteps.remove(step);
  }

  /// The secret ones by name, to be masked wherever they show up; of several values of one name all
  /// but one have a number.
  Map<String, String> hidden() {
    var hidden = new TreeMap<String, String>();
    everHidden.forEach((key, values) -> {
      for (var value : values) {
        var name = key;
        for (var number = 2; hidden.containsKey(name); number++) {
          name = key + " " + number;
        }
        hidden.put(name, value);
      }
    });
    return hidden;
  }

  /// The project's secrets and those that were captured.
  Map<String, String> masking(Map<String, String> secrets) {
    var all = new TreeMap<>(secrets);
    all.putAll(hidden());
    return all;
  }

  /// All of them by name.
  Map<String, String> values(RunState run, EvidenceStore store) {
    var values = new HashMap<String, String>();
    run.steps()
        .forEach((step, state) ->
            state
                .lastAttempt()
                .map(Attempt::ending)
                .filter(ending -> ending.outcome().standing().isPass())
                .stream()
                .flatMap(ending -> ending.evidence().stream())
                .filter(evidence -> evidence.name().equals(EVIDENCE))
                .forEach(evidence ->
                    kept(evidence, store)
                        .filter(kept -> !kept.getValue().contains(MASK))
                        .forEach(kept -> values.put(key(step, kept.getKey()), kept.getValue()))));
    bySteps.forEach((step, captured) -> {
      captured.values().forEach((name, value) -> values.put(key(step, name), value));
      captured.hidden().forEach((name, value) -> values.put(key(step, name), value));
    });
    return values;
  }

  private static String key(String step, String name) {
    return "captured." + step + "." + name;
  }

  private static Stream<Map.Entry<String, String>> kept(Evidence evidence, EvidenceStore store) {
    try (var file = store.open(evidence.sha256())) {
      var bytes = file.readNBytes(CanonicalJson.RECORD_MAX);
      if (CanonicalJson.decode(bytes, CanonicalJson.RECORD_MAX) instanceof Map<?, ?> map) {
        return map.entrySet().stream()
            .map(each -> Map.entry(String.valueOf(each.getKey()), String.valueOf(each.getValue())));
      }
      return Stream.empty();
    } catch (IOException | NotCanonical gone) {
      return Stream.empty(); // the step that needs it says that it has no value
    }
  }
}
