package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.model.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes what a walk through a checklist writes, with the payloads that the format names.
public final class Walked {
  public static final Actor ADA = new Actor("ada@example.org", "SHA256:" + "a".repeat(43));
  public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private final AuditLog log;
  private final String run;
  private final Map<String, Object> release;

  public Walked(AuditLog log, String run, String version) {
    this.log = log;
    this.run = run;
    this.release = Map.of("product", "Lantern", "version", version);
  }

  public Walked open() {
    log.append(
        Event.RUN_OPENED,
        ADA,
        Map.of(
            "run", run,
            "checklist",
                Map.of("id", "pre-release", "title", "Before a release", "sha256", "c".repeat(64)),
            "release",
                Map.of(
                    "product",
                    "Lantern",
                    "version",
                    release.get("version"),
                    "tag",
                    "v" + release.get("version"),
                    "type",
                    "minor"),
            "binding",
                Map.of("commit", COMMIT, "tree", "t".repeat(40), "branch", "main", "dirty", false),
            "parameters", Map.of(),
            "solo", true,
            "steps",
                List.of(
                    Map.of("id", "tests", "title", "All tests pass", "section", "Checks"),
                    Map.of(
                        "id",
                        "changelog",
                        "title",
                        "The changelog names the version",
                        "section",
                        "Checks"),
                    Map.of("id", "approve", "title", "A person approves", "section", "Approval")),
            "stepsRemovedSinceLast", List.of()));
    return this;
  }

  public Walked start(String step, int attempt) {
    return say(
        Event.STEP_STARTED,
        step,
        Map.of("attempt", attempt, "by", "machine", "inputs", "i".repeat(64)));
  }

  public Walked conclude(String step, int attempt, String outcome, String observed) {
    return say(
        Event.STEP_CONCLUDED,
        step,
        Map.of(
            "attempt",
            attempt,
            "outcome",
            outcome,
            "observed",
            observed,
            "expected",
            "0 failures",
            "exit",
            outcome.equals("PASSED") ? 0 : 1,
            "findings",
            List.of(),
            "evidence",
            List.of(
                Map.of(
                    "name",
                    "stdout.txt",
                    "sha256",
                    "e".repeat(64),
                    "mediaType",
                    "text/plain",
                    "size",
                    12))));
  }

  /// Appends an event at a step of this run.
  public Walked say(Event event, String step, Map<String, Object> more) {
    var data = new HashMap<>(more);
    data.put("run", run);
    data.put("step", step);
    log.append(event, ADA, data);
    return this;
  }

  /// Appends an event about this run.
  public Walked say(Event event, Map<String, Object> more) {
    var data = new HashMap<>(more);
    data.put("run", run);
    log.append(event, ADA, data);
    return this;
  }

  /// Appends an event about the release.
  public Walked released(Event event, Map<String, Object> more) {
    var data = new HashMap<>(more);
    data.put("release", release);
    log.append(event, ADA, data);
    return this;
  }
}
