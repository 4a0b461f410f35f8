package dev.plimsoll.core.audit.foreign;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to damage a chain, on purpose and on a copy.
public enum ChainMutation {
  /// Another letter or digit in a value of one entry.
  FLIP("flip"),
  /// An entry is taken out.
  REMOVE("remove"),
  /// An entry and the next change places.
  SWAP("swap"),
  /// The last line ends in its middle.
  CUT("cut"),
  /// The last entry is taken out whole, which only an anchor tells.
  DROP("drop");

  private final String word;

  ChainMutation(String word) {
    this.word = word;
  }

  /// The word in files and on the command line.
  public String word() {
    return word;
  }

  /// What was done, for a sentence: "one letter of entry 4 was changed".
  String done(long entry) {
    return switch (this) {
      case FLIP -> "one letter of entry " + entry + " was changed";
      case REMOVE -> "entry " + entry + " was taken out";
      case SWAP -> "entries " + entry + " and " + (entry + 1) + " changed places";
      case CUT -> "the line of entry " + entry + " was cut off in its middle";
      case DROP -> "the last entry, " + entry + ", was taken out";
    };
  }

  /// The entry that is damaged, of so many: one in the middle, or the last.
  int target(int entries) {
    return switch (this) {
      case FLIP, REMOVE -> entries / 2;
      case SWAP -> (entries - 1) / 2;
      case CUT, DROP -> entries - 1;
    };
  }

  /// The damaged chain, or null where it cannot be damaged like this.
  ///
  /// @param lines every line as it lies, with its line end
  /// @param entries which of them are entries, by index
  byte @Nullable [] applied(List<byte[]> lines, List<Integer> entries, ValueChange change) {
    var at = entries.get(target(entries.size()));
    var changed = new ArrayList<>(lines);
    switch (this) {
      case FLIP -> {
        var other = change.of(lines.get(at));
        if (other == null) {
          return null;
        }
        changed.set(at, other);
      }
      case REMOVE, DROP -> changed.remove((int) at);
      case SWAP -> {
        if (entries.size() < 2) {
          return null;
        }
        var next = entries.get(target(entries.size()) + 1);
        changed.set(at, ended(lines.get(next)));
        changed.set(next, ended(lines.get(at)));
      }
      case CUT -> {
        var line = lines.get(at);
        changed.subList(at, changed.size()).clear();
        changed.add(Arrays.copyOf(line, line.length / 2));
      }
    }
    return joined(changed);
  }

  private static byte[] ended(byte[] line) {
    if (line.length > 0 && line[line.length - 1] == '\n') {
      return line;
    }
    var longer = Arrays.copyOf(line, line.length + 1);
    longer[line.length] = '\n';
    return longer;
  }

  private static byte[] joined(List<byte[]> lines) {
    var out = new ByteArrayOutputStream();
    lines.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
