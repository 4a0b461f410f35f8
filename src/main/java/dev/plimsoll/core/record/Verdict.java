package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one aspect came to.
///
/// @param codes stable reason codes, the first one first; empty where there is nothing to say
///   beyond the sentence
/// @param sentence one whole sentence for a person
/// @param details more sentences, one per thing that was looked at
/// @param firstBad the file, entry, step or person at which it went wrong first, or null
public record Verdict(
    Aspect aspect,
    Level level,
    List<VerdictCode> codes,
    String sentence,
    List<String> details,
    @Nullable String firstBad) {
  public Verdict {
    codes = List.copyOf(codes);
    details = List.copyOf(details);
  }

  /// How it ended. Only [#PROVEN] and [#PROVEN_WITH_WARNINGS] are good news.
  public enum Level {
    PROVEN,
    PROVEN_WITH_WARNINGS,
    COULD_NOT_TELL,
    FAILED;

    /// The words for a person: `PROVEN WITH WARNINGS`.
    public String words() {
      return name().replace('_', ' ');
    }
  }

  static Verdict proven(Aspect aspect, String sentence, List<String> details) {
    return new Verdict(aspect, Level.PROVEN, List.of(), sentence, details, null);
  }

  static Verdict failed(
      Aspect aspect, VerdictCode code, String sentence, @Nullable String firstBad) {
    return new Verdict(aspect, Level.FAILED, List.of(code), sentence, List.of(), firstBad);
  }

  static Verdict couldNotTell(Aspect aspect, String sentence) {
    return new Verdict(aspect, Level.COULD_NOT_TELL, List.of(), sentence, List.of(), null);
  }
}
