package dev.plimsoll.core.audit.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one line says, seen by itself. Whether it follows the line before is [ChainStitch]'s to
/// say.
///
/// @param defect why the line cannot stand; with one, the other members may be empty
/// @param obstacle why it cannot be judged (nested too deep), or null
/// @param prev the hash text that it names as the one before, or null for JSON null or none
/// @param hash the hash text of the line: the one that is stored in it and fits, or the computed
///   one where entries store none; the next line has to name it
/// @param seq its number, where the recipe counts
/// @param styles which of [LineStyle]'s it may be written in, as a set of bits; 0 for none of them
/// @param warnings what is said of it though it stands
public record LineExam(
    @Nullable Flaw defect,
    @Nullable String obstacle,
    @Nullable String prev,
    String hash,
    @Nullable Long seq,
    int styles,
    List<Flaw> warnings) {
  public LineExam {
    warnings = List.copyOf(warnings);
  }

  static LineExam broken(Flaw defect) {
    return new LineExam(defect, null, null, "", null, LineStyle.ANY, List.of());
  }

  static LineExam unknown(String obstacle) {
    return new LineExam(null, obstacle, null, "", null, LineStyle.ANY, List.of());
  }
}
