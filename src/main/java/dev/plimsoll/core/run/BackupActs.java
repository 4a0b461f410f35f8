package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.model.BackupTold;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `backup.taken`, `backup.verified`, `backup.restored` and their members
/// (docs/formats/audit-chain.md).
public final class BackupActs {
  private static final String BEGUN = "begun";
  private static final int SENTENCE_KEPT = 800;
  private static final int REMOVED_NAMED = 200;
  private static final int LOGS_NAMED = 60;

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
    data.put("ending", act.ending() == null ? BEGUN : act.ending().name().toLowerCase(Locale.ROOT));
    put(data, "id", act.id());
    put(data, "manifest", act.manifest());
    var figures = act.figures();
    put(data, "sentence", figures.sentence() == null ? null : shortened(figures.sentence()));
    if (act.ending() != null) {
      data.put("files", figures.files());
      data.put("bytes", figures.bytes());
      data.put("stored", figures.stored());
      if (figures.millis() >= 0) {
        data.put("millis", figures.millis());
      }
    }
    if (!figures.removed().isEmpty()) {
      data.put("removed", figures.removed().stream().limit(REMOVED_NAMED).toList());
    }
    if (!figures.logs().isEmpty()) {
      data.put("logs", figures.logs().stream().limit(LOGS_NAMED).map(BackupActs::moved).toList());
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

  /// Whether an event is one of these.
  static boolean tellsOf(@Nullable Event event) {
    return event == Event.BACKUP_TAKEN
        || event == Event.BACKUP_VERIFIED
        || event == Event.BACKUP_RESTORED;
  }

  /// What an entry tells.
  ///
  /// @throws IllegalArgumentException for words of a later version
  static BackupTold read(LogEntry entry) {
    var data = Payload.of(entry.data());
    var ending = data.text("ending");
    var act =
        new BackupAct(
            data.text("set"),
            BackupAct.What.valueOf(data.text("act").toUpperCase(Locale.ROOT)),
            data.textOrNull("id"),
            data.textOrNull("manifest"),
            ending.equals(BEGUN) ? null : BackupAct.Ending.valueOf(ending.toUpperCase(Locale.ROOT)),
            new BackupAct.Figures(
                data.textOrNull("sentence"),
                data.longNumber("files"),
                data.longNumber("bytes"),
                data.longNumber("stored"),
                data.has("millis") ? data.longNumber("millis") : -1,
                data.texts("removed"),
                data.objects("logs").stream().map(BackupActs::moved).toList()));
    return new BackupTold(
        act, entry.time(), entry.seq(), data.textOrNull("run"), data.textOrNull("step"));
  }

  private static LogsMoved moved(Payload log) {
    return new LogsMoved(
        log.text("path"),
        log.longNumber("entriesBefore"),
        log.textOrNull("headBefore"),
        log.longNumber("entriesAfter"),
        log.textOrNull("headAfter"),
        log.longNumber("lost"));
  }

  private static String shortened(String sentence) {
    var text = WellFormed.text(sentence);
    return text.codePointCount(0, text.length()) <= SENTENCE_KEPT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SENTENCE_KEPT)) + "…";
  }

  private static void put(Map<String, Object> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value);
    }
  }
}
