package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a recipe hashes, entry by entry, for a person who writes one.
///
/// @param entry counts from 0
/// @param line counts from 1
/// @param offset of the line's first byte
/// @param input the exact bytes that are hashed, as text, bounded and made visible; empty where the
///   recipe cannot make them
/// @param computed the hash text made of them
/// @param stored the hash text in the entry, or null where there is none
/// @param prevExpected what the entry before (or the genesis) asks for; null for JSON null
/// @param prevStored what the entry names; null for JSON null, and where it names nothing
/// @param obstacle why the recipe cannot be tried on this entry, a whole sentence, or null
public record HashWork(
    long entry,
    long line,
    long offset,
    String input,
    String computed,
    @Nullable String stored,
    @Nullable String prevExpected,
    @Nullable String prevStored,
    @Nullable String obstacle) {

  /// Whether the stored hash is the computed one; without a hash of its own an entry always fits.
  public boolean fits() {
    return obstacle == null && (stored == null || stored.equals(computed));
  }

  /// Whether the entry names what comes before it.
  public boolean follows() {
    return obstacle == null && Objects.equals(prevExpected, prevStored);
  }

  /// The first entries of a file, at most `count`, and none where it has none.
  ///
  /// @throws Problem where the file cannot be read, or the recipe's key is not at hand
  public static List<HashWork> of(Path file, Recipe recipe, HashKeys keys, int count) {
    var first = FirstLines.of(file, count);
    if (first.lines().isEmpty()) {
      throw Problem.of("Nothing to hash", first.obstacle(), "Give the file of a log.");
    }
    return new Work(recipe, new LineExaminer(recipe, keys)).of(first.lines());
  }

  private record Work(Recipe recipe, LineExaminer examiner) {
    List<HashWork> of(List<Line> lines) {
      var all = new ArrayList<HashWork>();
      var expected = examiner.genesis();
      for (var line : lines) {
        var work = of(all.size(), line, expected);
        all.add(work);
        expected = work.stored() == null ? work.computed() : work.stored();
      }
      return all;
    }

    private HashWork of(long entry, Line line, @Nullable String expected) {
      try {
        var text = LineExaminer.decoded(line.bytes());
        return of(entry, line, expected, new LineExaminer.Entry(text, JsonReading.read(text)));
      } catch (CharacterCodingException invalid) {
        return obstacle(entry, line, expected, Place.of(entry, line) + " is not UTF-8.");
      } catch (NotJson e) {
        return obstacle(entry, line, expected, Place.of(entry, line) + " " + e.reason() + ".");
      }
    }

    private HashWork of(long entry, Line line, @Nullable String expected, LineExaminer.Entry read) {
      var prev = recipe.fields().prev() == null ? expected : text(read, recipe.fields().prev());
      var stored = text(read, recipe.fields().hash());
      var missing = recipe.fields().hash() != null && stored == null;
      try {
        var input = examiner.input().of(read.line(), read.members(), prev);
        return new HashWork(
            entry,
            line.number(),
            line.offset(),
            Shown.text(input),
            examiner.making().of(input.getBytes(StandardCharsets.UTF_8)),
            stored,
            expected,
            prev,
            missing
                ? Place.of(entry, line) + " has no text in a member " + recipe.fields().hash() + "."
                : null);
      } catch (NoSpelling e) {
        return obstacle(
            entry,
            line,
            expected,
            Place.of(entry, line) + " cannot be hashed: " + e.reason() + ".");
      }
    }

    private static @Nullable String text(LineExaminer.Entry read, @Nullable String name) {
      var member = name == null ? null : read.members().find(name);
      return member == null ? null : JsonReading.textOf(member);
    }

    private static HashWork obstacle(
        long entry, Line line, @Nullable String expected, String sentence) {
      return new HashWork(
          entry, line.number(), line.offset(), "", "", null, expected, null, sentence);
    }
  }
}
