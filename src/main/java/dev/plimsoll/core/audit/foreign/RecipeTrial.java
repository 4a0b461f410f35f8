package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One recipe, tried on the first entries of a file. A hash that fits is proof enough, since
/// nothing else gives it; so one damaged entry hides no recipe.
///
/// @param fitting entries whose hash fits; without hashes of their own, those that the next one
///   names
/// @param score tells recipes apart that both fit, by what the entries name as the one before
record RecipeTrial(Recipe recipe, int fitting, int score, String reason) {

  boolean fits() {
    return fitting > 0;
  }

  static RecipeTrial of(Recipe recipe, List<Line> lines, HashKeys keys) {
    try {
      return tried(recipe, lines, new LineExaminer(recipe, keys));
    } catch (Problem e) {
      return new RecipeTrial(recipe, 0, 0, e.where());
    }
  }

  private static RecipeTrial tried(Recipe recipe, List<Line> lines, LineExaminer examiner) {
    var hashes = 0;
    var links = 0;
    var begins = false;
    Flaw first = null;
    var at = -1;
    @Nullable LineExam before = null;
    for (var i = 0; i < lines.size(); i++) {
      var exam = examiner.examine(lines.get(i).bytes(), before == null ? null : before.hash());
      if (exam.defect() != null || exam.obstacle() != null) {
        if (first == null && exam.defect() != null) {
          first = exam.defect();
          at = i;
        }
        before = null;
        continue;
      }
      hashes++;
      begins |= i == 0 && Objects.equals(exam.prev(), examiner.genesis());
      links += before != null && before.hash().equals(exam.prev()) ? 1 : 0;
      before = exam;
    }
    var score = links + (begins ? 1 : 0);
    if (recipe.fields().hash() == null) {
      return linked(recipe, lines, links, begins, first);
    }
    return new RecipeTrial(recipe, hashes, hashes + score, reason(hashes, lines.size(), first, at));
  }

  private static RecipeTrial linked(
      Recipe recipe, List<Line> lines, int links, boolean begins, @Nullable Flaw first) {
    var entry = HashLike.entry(lines);
    var own = entry == null ? Set.<String>of() : HashLike.names(entry);
    var alone = lines.size() == 1 && begins && Set.of(prevName(recipe)).containsAll(own);
    String reason;
    if (links > 0) {
      reason =
          links
              + " of "
              + Plural.of(lines.size() - 1, "entry", "entries")
              + " name the line before.";
    } else if (alone) {
      reason = "Its only entry begins as this recipe does.";
    } else {
      reason =
          first == null
              ? "No entry names the hash of the line before it."
              : "Entry 0" + said(first) + ".";
    }
    return new RecipeTrial(recipe, alone ? 1 : links, links + (begins ? 1 : 0), reason);
  }

  /// A hash that does not fit tells against the recipe here, not against the entry.
  private static String said(Flaw flaw) {
    return flaw.code() == VerdictCode.CHAIN_HASH
        ? "'s stored hash is not what this recipe computes"
        : " " + flaw.reason();
  }

  private static String prevName(Recipe recipe) {
    var name = recipe.fields().prev();
    return name == null ? "" : name;
  }

  private static String reason(int hashes, int lines, @Nullable Flaw first, int at) {
    if (hashes == lines) {
      return lines == 1
          ? "The hash of its only entry fits."
          : "The hashes of all " + lines + " entries tried fit.";
    }
    var flaw = first == null ? "" : "entry " + at + said(first) + ".";
    if (hashes == 0) {
      return flaw.isEmpty() ? "No entry could be judged." : "E" + flaw.substring(1);
    }
    return "The hashes of "
        + hashes
        + " of "
        + lines
        + " entries tried fit"
        + (flaw.isEmpty() ? "." : "; " + flaw);
  }
}
