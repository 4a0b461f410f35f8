package dev.plimsoll.core.check.patience;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `until: {every: 1s, atMost: 60s}`: the question is asked again until it is answered as expected.
///
/// @param every the pause between two questions
/// @param atMost the longest that is asked; the attempt's own time limit cuts it short
public record Patience(Duration every, Duration atMost) {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /// Asks once.
  public interface Question<A> {
    A ask() throws InterruptedException;

    /// Whether this is what was waited for.
    boolean isEnough(A answer);

    /// What is still missing, a few words.
    String missing(A answer);
  }

  /// The value of `key`, or null where it is absent or wrong.
  public static @Nullable Patience read(FieldReader fields, String key, Findings findings) {
    var inner = fields.fields(key);
    if (inner == null) {
      return null;
    }
    var every = inner.duration("every");
    var atMost = inner.duration("atMost");
    if (!inner.has("atMost")) {
      findings.error(inner.at(), "The key 'atMost' is missing here.", "Add atMost: 60s");
    }
    if ((every != null && every.isZero()) || (atMost != null && atMost.isZero())) {
      findings.error(inner.at(), "A time of nothing is no wait.", "Write for example 2s.");
    }
    inner.done();
    return atMost == null ? null : new Patience(every == null ? USUAL_PAUSE : every, atMost);
  }

  /// `within 60 s`
  public String words() {
    return "within " + atMost.toSeconds() + " s";
  }

  /// The first answer that is enough, else the last one. The person who watches sees until when is
  /// waited, and what for.
  public <A> A answer(StepContext context, Question<A> question) throws InterruptedException {
    var limit = context.workplace().timeout();
    var patience = atMost.compareTo(limit) < 0 ? atMost : limit;
    var until = context.workplace().clock().instant().plus(patience);
    var deadline = System.nanoTime() + patience.toNanos();
    var told = "";
    while (true) {
      var answer = question.ask();
      var left = deadline - System.nanoTime();
      if (question.isEnough(answer) || left <= 0) {
        return answer;
      }
      var zone = context.workplace().clock().getZone();
      var words =
          "waits until "
              + CLOCK.format(until.atZone(zone))
              + (zone.normalized().equals(ZoneOffset.UTC) ? " UTC" : "")
              + " at most: "
              + question.missing(answer);
      if (!words.equals(told)) {
        context.tap().line("note", words);
        told = words;
      }
      Thread.sleep(Duration.ofNanos(Math.min(left, every.toNanos())));
    }
  }
}
