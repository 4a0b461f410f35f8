package dev.plimsoll.core.audit;

import java.util.Locale;
import java.util.Optional;

/// The closed list of events (docs/formats/audit-chain.md).
public enum Event {
  LOG_CREATED,
  LOG_OPENED,
  LOG_CLOSED,
  LOG_RECOVERED,
  KEY_ROTATED,
  CLOCK_STEPPED,
  RUN_OPENED,
  RUN_PAUSED,
  RUN_RESUMED,
  RUN_SEALED,
  RUN_ABORTED,
  STEP_STARTED,
  STEP_CONCLUDED,
  STEP_REOPENED,
  EVIDENCE_ATTACHED,
  ARTIFACT_RECORDED,
  WAIVER_GRANTED,
  WAIVER_REVOKED,
  STEP_DEFERRED,
  SIGNOFF_REQUESTED,
  SIGNOFF_GIVEN,
  SIGNOFF_REFUSED,
  SIGNOFF_RESCINDED,
  TAG_CREATED,
  TAG_PUSHED,
  BACKUP_TAKEN,
  BACKUP_VERIFIED,
  BACKUP_RESTORED,
  RECORD_SIGNED,
  ADDENDUM_SIGNED,
  CHECKPOINT_PUBLISHED,
  VERIFICATION_RUN;

  /// The word in the log: `step.concluded`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  public static Optional<Event> ofWord(String word) {
    for (var event : values()) {
      if (event.word().equals(word)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }
}
