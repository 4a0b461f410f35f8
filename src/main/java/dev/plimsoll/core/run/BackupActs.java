package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.LogsMoved;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `backup.taken`, `backup.verified`, `backup.restored` and their members
/// (docs/formats/audit-chain.md).
public final class BackupActs {
  private BackupActs() {}

  /// The event that tells of an act.
  public static Event event(BackupAct act) {
    return switch (act.what()) {
      case TAKE, PRUNE -> Event.BACKUP_TAKEN;
      case VERIFY, DRILL -> Event.BACKUP_VERIFIED;
      case RESTORE, UNDO -> Event.BACKUP_RESTORED;
    };
  }

  /// The entry's payload, apart from the run and the step that it may belong to.
  public static Map<String, Object> payload(BackupAct act) {
    var data = new LinkedHashMap<String, Object>();
    data.put("set", act.set());
    data.put("act", act.what().name().toLowerCase(Locale.ROOT));
    data.put(
        "ending", act.ending() == null ? "begun" : act.ending().name().toLowerCase(Locale.ROOT));
    put(data, "id", act.id());
    put(data, "manifest", act.manifest());
    var figures = act.figures();
    put(data, "sentence", figures.sentence() == null ? null : WellFormed.text(figures.sentence()));
    if (act.ending() != null) {
      data.put("files", figures.files());
      data.put("bytes", figures.bytes());
      data.put("stored", figures.stored());
      if (figures.millis() >= 0) {
        data.put("millis", figures.millis());
      }
    }
    if (!figures.removed().isEmpty()) {
      data.put("removed", figures.removed());
    }
    if (!figures.logs().isEmpty()) {
      data.put("logs", figures.logs().stream().map(BackupActs::moved).toList());
    }
    return data;
  }

  private static Map<String, Object> moved(LogsMoved log) {
    var data = new LinkedHashMap<String, Object>();
    data.put("path", log.path());
    data.put("entriesBefore", log.entriesBefore());
    put(data, "headBefore", log.headBefore());
    data.put("entriesAfter", log.entriesAfter());
    put(data, "headAfter", log.headAfter());
    data.put("lost", log.lost());
    return data;
  }

  private static void put(Map<String, Object> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value);
    }
  }
}
