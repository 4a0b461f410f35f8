package dev.plimsoll.core.backup;

import java.nio.file.Files;
import java.nio.file.Path;

/// A hundred backups of an SQLite file under a constant writer, all of them unpacked and asked for
/// their integrity by the program `sqlite3`. Run by hand; ten of them run with the tests.
public final class HundredBackups {
  private HundredBackups() {}

  /// @param args a folder to work in that does not exist yet
  public static void main(String[] args) throws Exception {
    var folder = Files.createDirectory(Path.of(args[0]));
    for (var journal : new String[] {"wal", "delete"}) {
      LiveWritersTest.sound(Files.createDirectory(folder.resolve(journal)), journal, 50);
      System.out.println("50 of 50 sound, journal mode " + journal);
    }
  }
}
