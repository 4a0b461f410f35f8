package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the sample in a process of its own, whose files have a limit. Says what became of it.
final class WritesAnArchive {
  private WritesAnArchive() {}

  /// @param args a format, the limit in bytes, and the file to be written
  public static void main(String[] args) throws IOException, InterruptedException {
    var sample = Sample.full(Format.valueOf(args[0]));
    var file = Path.of(args[2]);
    sample.write(file); // libraries are unpacked before there is a limit
    Files.delete(file);
    limit(args[1]);
    try {
      sample.write(file);
      System.out.println("written");
    } catch (Problem problem) {
      System.out.println(problem.getMessage());
    }
  }

  private static void limit(String bytes) throws IOException, InterruptedException {
    var pid = String.valueOf(ProcessHandle.current().pid());
    var command = new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes);
    if (command.inheritIO().start().waitFor() != 0) {
      throw new IOException("no limit could be set");
    }
  }
}
