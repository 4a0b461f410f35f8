package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.record.Verdict.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what is found about one aspect and makes the verdict of it: any failure fails, else
/// anything that could not be told leaves it open. Proven is what is left, never what is said.
final class Tally {
  private final Aspect aspect;
  private final Set<VerdictCode> codes = new LinkedHashSet<>();
  private final List<String> details = new ArrayList<>();
  private Level level = Level.PROVEN;
  private @Nullable String sentence;
  private @Nullable String firstBad;

  Tally(Aspect aspect) {
    this.aspect = aspect;
  }

  /// @param bad the file, entry, step or person at which it goes wrong
  void fail(VerdictCode code, String why, String bad) {
    codes.add(code);
    note(Level.FAILED, why, bad);
  }

  void unsure(String why, String bad) {
    note(Level.COULD_NOT_TELL, why, bad);
  }

  void warn(VerdictCode code, String why, String bad) {
    codes.add(code);
    note(Level.PROVEN_WITH_WARNINGS, why, bad);
  }

  private void note(Level found, String why, String bad) {
    details.add(why);
    if (found.compareTo(level) > 0) {
      level = found;
      sentence = why;
      firstBad = bad;
    }
  }

  /// A code that weighs nothing.
  void remark(VerdictCode code, String detail) {
    codes.add(code);
    details.add(detail);
  }

  void detail(String detail) {
    details.add(detail);
  }

  boolean isGood() {
    return level == Level.PROVEN || level == Level.PROVEN_WITH_WARNINGS;
  }

  /// @param proven the sentence where nothing stands against it
  Verdict verdict(String proven) {
    var said = sentence == null ? proven : sentence;
    return new Verdict(
        aspect,
        level,
        List.copyOf(codes),
        said,
        details.stream().filter(it -> !it.equals(said)).toList(),
        firstBad);
  }
}
