package dev.plimsoll.attack;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.CheckpointInMemory;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.trust.Signer;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/// A log of twelve entries with two checkpoints in it: one over six, one over eleven.
///
/// @param early covers six entries
/// @param last covers eleven
record LogSample(Lines lines, Checkpoint early, Checkpoint last) {
  static final String OBSERVED = "Café: 214 tests passed";
  static final int EARLY = 6;
  static final int LAST = 11;

  static LogSample whole() {
    return keptBy(new LogDesk().key, OBSERVED);
  }

  /// The same history told otherwise, by somebody with this key.
  ///
  /// @param observed what entry 3 says
  static LogSample keptBy(Signer key, String observed) {
    var desk = new LogDesk();
    var keeper =
        new LogKeeper(desk.clock, key, new Random(1), desk.keeper().actor(), desk.keeper().tool());
    var log = AuditLog.open(desk.lines, keeper, new CheckpointInMemory());
    var story = new Story(desk, log);
    story.say(Event.RUN_OPENED, Map.of("run", "r1", "dirty", false));
    story.say(Event.STEP_STARTED, Map.of("run", "r1", "step", "tests", "attempt", 1));
    story.say(Event.STEP_CONCLUDED, Map.of("run", "r1", "step", "tests", "observed", observed));
    story.say(Event.STEP_STARTED, Map.of("run", "r1", "step", "limits", "attempt", 1));
    story.say(Event.STEP_CONCLUDED, Map.of("run", "r1", "step", "limits", "outcome", "FAILED"));
    var early = log.publish("sign-off request");
    story.say(Event.WAIVER_GRANTED, Map.of("run", "r1", "step", "limits", "reason", "known"));
    story.say(Event.SIGNOFF_GIVEN, Map.of("principal", "ada@example.org"));
    story.say(Event.RUN_SEALED, Map.of("run", "r1"));
    story.say(Event.RECORD_SIGNED, Map.of("sha256", "ab".repeat(32)));
    var last = log.publish("release record of Lantern 1.0.0");
    return new LogSample(Lines.of(log.all().map(LogEntry::line).toList()), early, last);
  }

  private record Story(LogDesk desk, AuditLog log) {
    void say(Event event, Map<String, ?> data) {
      desk.clock.turn(Duration.ofSeconds(3));
      log.append(event, desk.ada, data);
    }
  }
}
