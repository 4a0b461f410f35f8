package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.model.BackupSet.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// How a source looks, in one text: equal as long as it need not be read again. A database looks
/// like its file and those beside it that hold a part of it.
///
/// @param newest when anything of it was last touched
public record Stamp(String text, Instant newest) {
  /// @param look of the file itself
  public static Stamp of(Kind kind, Path file, Look look) throws IOException {
    var stamp = new Stamp(look.stamp(), newest(look));
    for (var side : SideFiles.of(kind, String.valueOf(file.getFileName()))) {
      if (!side.endsWith("-shm")) { // an index of the write-ahead log, which readers change too
        var beside = Look.orNull(file.resolveSibling(side));
        if (beside != null && beside.size() > 0) {
          stamp = stamp.and(side.substring(side.length() - 4), beside);
        }
      }
    }
    return stamp;
  }

  private Stamp and(String what, Look beside) {
    var touched = newest(beside);
    return new Stamp(
        text + "; " + what + " " + beside.stamp(), touched.isAfter(newest) ? touched : newest);
  }

  private static Instant newest(Look look) {
    var changed = look.changedOn();
    return changed != null && changed.isAfter(look.modifiedOn()) ? changed : look.modifiedOn();
  }
}
