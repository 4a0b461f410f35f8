package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.NotAnEntry;
import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.core.trust.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands out among the entries of our own log. The time and the event stand at the same
/// places in every entry; only what stands out is read whole. A line that is no entry is drawn as
/// one without a time. For one thread.
final class OwnLines {
  private static final String TIME = "\"_time\":\"";
  private static final String EVENT = "\"event\":\"";
  private static final int TIME_LENGTH = 24;

  private final PictureBuilder builder;
  private final FixedTimes times = new FixedTimes();

  OwnLines(PictureBuilder builder) {
    this.builder = builder;
  }

  void take(String line) {
    builder.entry(time(line));
    var event = event(line);
    if (event == Event.CHECKPOINT_PUBLISHED || event == Event.LOG_CLOSED) {
      builder.bookkeeping();
    }
    switch (event) {
      case RUN_OPENED,
          RUN_SEALED,
          RUN_ABORTED,
          SIGNOFF_GIVEN,
          SIGNOFF_REFUSED,
          SIGNOFF_RESCINDED,
          RECORD_SIGNED,
          ADDENDUM_SIGNED,
          CHECKPOINT_PUBLISHED,
          KEY_ROTATED,
          CLOCK_STEPPED,
          LOG_CREATED,
          LOG_RECOVERED ->
          standsOut(event, line);
      case null, default -> {}
    }
  }

  private long time(String line) {
    var at = line.indexOf(TIME);
    return at < 0 || at + TIME.length() + TIME_LENGTH > line.length()
        ? PictureBuilder.NO_TIME
        : times.millis(line, at + TIME.length());
  }

  private static @Nullable Event event(String line) {
    var at = line.lastIndexOf(EVENT);
    var end = line.indexOf('"', at + EVENT.length());
    return at < 0 || end < 0
        ? null
        : Event.ofWord(line.substring(at + EVENT.length(), end)).orElse(null);
  }

  private void standsOut(Event event, String line) {
    Map<String, Object> data;
    try {
      data = EntryLine.decode(line.getBytes(StandardCharsets.UTF_8)).data();
    } catch (NotAnEntry broken) {
      // the verification says what is wrong with it
      return;
    }
    switch (event) {
      case RUN_OPENED -> builder.runOpened(text(data, "run"), run(data));
      case RUN_SEALED -> builder.runEnded(text(data, "run"), Kind.RUN_SEALED, "sealed");
      case RUN_ABORTED -> builder.runEnded(text(data, "run"), Kind.RUN_ABORTED, "given up");
      case SIGNOFF_GIVEN ->
          builder.mark(Kind.SIGN_OFF, "Sign-off by " + text(data, "principal") + release(data));
      case SIGNOFF_REFUSED ->
          builder.mark(
              Kind.SIGN_OFF, "Sign-off refused by " + text(data, "principal") + release(data));
      case SIGNOFF_RESCINDED ->
          builder.mark(
              Kind.SIGN_OFF, "Sign-off taken back by " + text(data, "principal") + release(data));
      case RECORD_SIGNED -> builder.mark(Kind.RECORD, "Release record" + release(data));
      case ADDENDUM_SIGNED -> builder.mark(Kind.RECORD, "Addendum" + release(data));
      case CHECKPOINT_PUBLISHED ->
          builder.mark(
              Kind.CHECKPOINT,
              "Checkpoint of " + text(data, "size") + " entries, to " + text(data, "to"));
      case KEY_ROTATED -> builder.mark(Kind.EVENT, "The log's key changed");
      case CLOCK_STEPPED -> builder.mark(Kind.EVENT, "The clock was set back");
      case LOG_CREATED -> builder.mark(Kind.EVENT, "The log begins");
      case LOG_RECOVERED -> builder.mark(Kind.EVENT, "Entries were brought back");
      default -> throw new IllegalArgumentException("nothing that stands out: " + event);
    }
  }

  private static String run(Map<String, Object> data) {
    var checklist = data.get("checklist") instanceof Map<?, ?> map ? map.get("title") : null;
    var release = release(data);
    return (checklist == null ? "Run" : Printable.of(String.valueOf(checklist))) + release;
  }

  /// ` of lantern 1.5.0`, or nothing.
  private static String release(Map<String, Object> data) {
    return data.get("release") instanceof Map<?, ?> map && map.get("version") != null
        ? " of "
            + Printable.of(String.valueOf(map.get("product")))
            + " "
            + Printable.of(String.valueOf(map.get("version")))
        : "";
  }

  private static String text(Map<String, Object> data, String name) {
    return Printable.of(String.valueOf(data.get(name)));
  }
}
