package dev.plimsoll.core.audit.foreign;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The first entries of a file, for a look at what they are.
///
/// @param lines those that are not blank
/// @param obstacle why there are none, a whole sentence; empty where there are some
record FirstLines(List<Line> lines, String obstacle) {
  private static final int LONGEST = 1024 * 1024;
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  FirstLines {
    lines = List.copyOf(lines);
  }

  /// At most `count`, and 4 MiB; a line of more than 1 MiB ends them.
  static FirstLines of(Path file, int count) {
    var lines = new ArrayList<Line>();
    if (Files.isDirectory(file)) {
      return new FirstLines(lines, file + " is a folder, not a file of lines.");
    }
    try (var source = new LineSource(file, 0, 1, LONGEST)) {
      while (lines.size() < count && source.offset() < MOST_BYTES) {
        var line = source.next();
        if (line == null) {
          break;
        }
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    } catch (LineSource.LineTooLong e) {
      return new FirstLines(lines, lines.isEmpty() ? "Its first " + e.getMessage() + "." : "");
    } catch (NoSuchFileException absent) {
      return new FirstLines(lines, "There is no file " + file + ".");
    } catch (AccessDeniedException refused) {
      return new FirstLines(lines, file + " may not be read by this person.");
    } catch (IOException e) {
      return new FirstLines(List.of(), file + " could not be read: " + e.getMessage() + ".");
    }
    return new FirstLines(lines, lines.isEmpty() ? file + " holds no entry." : "");
  }
}
