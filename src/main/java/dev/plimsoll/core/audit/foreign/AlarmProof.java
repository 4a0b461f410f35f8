package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Proves that the alarm works: damages a copy of a chain in a named way and verifies it. The
/// original is only read, and the copy is gone afterwards. Of a large log the first [#MOST_BYTES]
/// are copied: the beginning of a chain is a chain.
public sealed interface AlarmProof {
  /// How much of a log is copied, in bytes.
  long MOST_BYTES = 16L * 1024 * 1024;

  /// One sentence for a person.
  String sentence();

  /// The verification named the damage.
  ///
  /// @param entry that was damaged
  record Rang(ChainMutation mutation, long entry, Defect defect) implements AlarmProof {
    @Override
    public String sentence() {
      return "The alarm works: in a copy "
          + mutation.done(entry)
          + ", and the verification says: "
          + defect.sentence();
    }
  }

  /// It did not: whatever it says about the original proves nothing.
  record StayedSilent(ChainMutation mutation, long entry, String said) implements AlarmProof {
    @Override
    public String sentence() {
      return "The alarm does not work: in a copy "
          + mutation.done(entry)
          + ", and the verification says: "
          + said;
    }
  }

  /// It could not be tried, for instance because the log itself is not whole.
  record CouldNotTry(String sentence) implements AlarmProof {}

  /// Tries one kind of damage.
  ///
  /// @param keys of keyed hashes
  /// @param folder for the copy, which only its owner may read
  static AlarmProof of(
      Path file, Recipe recipe, ChainMutation mutation, HashKeys keys, Path folder) {
    try {
      Files.createDirectories(folder);
      var copy = Files.createTempFile(folder, "alarm-", ".jsonl");
      try {
        return new Drill(recipe, mutation, keys, copy).run(file);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      return new CouldNotTry("The log could not be copied for the proof: " + e.getMessage() + ".");
    }
  }

  /// One try, in one file.
  record Drill(Recipe recipe, ChainMutation mutation, HashKeys keys, Path copy) {
    private AlarmProof run(Path file) throws IOException {
      var lines = new ArrayList<byte[]>();
      var entries = new ArrayList<Integer>();
      read(file, lines, entries);
      if (entries.isEmpty()) {
        return new CouldNotTry(file + " holds no entry to damage.");
      }
      Files.write(copy, joined(lines));
      var before = verified(Known.NOTHING);
      if (!(before instanceof ForeignVerdict.Whole whole)) {
        return new CouldNotTry(
            "The log is not whole as it is, so that damage to a copy proves nothing: "
                + before.sentence());
      }
      var damaged = mutation.applied(lines, entries, new ValueChange(recipe));
      if (damaged == null) {
        return new CouldNotTry(
            "The log cannot be damaged by '"
                + mutation.word()
                + "': it is too short or too plain.");
      }
      Files.write(copy, damaged);
      var anchor = new Anchor(whole.entries(), whole.head(), "the log before the damage");
      return judged(mutation.target(entries.size()), verified(Known.of(anchor)));
    }

    private ForeignVerdict verified(Known known) {
      return new ForeignVerification(copy, recipe, known.with(keys)).run();
    }

    /// Without hashes of their own, a neighbour may be the one that tells.
    private AlarmProof judged(long entry, ForeignVerdict verdict) {
      if (verdict instanceof ForeignVerdict.Broken(var defect)) {
        var near = recipe.fields().hash() == null ? 1 : 0;
        if (Math.abs(defect.entry() - entry) <= near) {
          return new Rang(mutation, entry, defect);
        }
      }
      return new StayedSilent(mutation, entry, verdict.sentence());
    }

    private static void read(Path file, List<byte[]> lines, List<Integer> entries)
        throws IOException {
      try (var source = new LineSource(file)) {
        while (source.offset() < MOST_BYTES) {
          var from = source.offset();
          var bytes = source.nextBytes();
          if (bytes == null) {
            break;
          }
          var ended = source.offset() > from + bytes.length;
          if (!Line.of(bytes, lines.size() + 1L, from, ended).isBlank()) {
            entries.add(lines.size());
          }
          lines.add(ended ? Arrays.copyOf(bytes, bytes.length + 1) : bytes);
          if (ended) {
            lines.getLast()[bytes.length] = '\n';
          }
        }
      }
    }

    private static byte[] joined(List<byte[]> lines) {
      var out = new ByteArrayOutputStream();
      lines.forEach(out::writeBytes);
      return out.toByteArray();
    }
  }
}
