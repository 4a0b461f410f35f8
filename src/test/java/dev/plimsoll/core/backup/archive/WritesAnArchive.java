package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;

/// Writes the sample, in a process of its own whose files have a limit. Says what became of it.
final class WritesAnArchive {
  private WritesAnArchive() {}

  /// @param args a format, and files to be written
  public static void main(String[] args) throws InterruptedException {
    for (var i = 1; i < args.length; i++) {
      try {
        Sample.full(Format.valueOf(args[0])).write(Path.of(args[i]));
        System.out.println("written");
      } catch (Problem problem) {
        System.out.println(problem.getMessage());
      }
    }
  }
}
