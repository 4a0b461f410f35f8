package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds what stands at the first bad entry of our own log, and what should. Never throws: a place
/// that cannot be read any more is named without its text.
public interface OwnPlace {
  FirstBad of(ChainVerdict.Broken broken);

  /// In an export (JSON Lines); read once up to the place, in bounded memory.
  static OwnPlace in(Path file) {
    return broken -> {
      try (var in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
        return new PlaceInFile(in).of(broken);
      } catch (IOException unread) {
        return bare(broken, broken.seq() + 1);
      }
    };
  }

  /// In a stored log.
  static OwnPlace in(LogStore store) {
    return broken -> {
      try {
        var from = Math.max(0, broken.seq() - 1);
        String before = null;
        var found = "";
        for (var line : store.read(from, 2)) {
          if (line.seq() == broken.seq()) {
            found = line.text();
          } else if (line.seq() == broken.seq() - 1) {
            before = EntryLine.hash(line.text().getBytes(StandardCharsets.UTF_8));
          }
        }
        return Beside.place(broken, -1, -1, found, before);
      } catch (Problem unread) {
        return bare(broken, -1);
      }
    };
  }

  private static FirstBad bare(ChainVerdict.Broken broken, long line) {
    return new FirstBad(broken.code().name(), broken.seq(), line, -1, "", "");
  }
}
