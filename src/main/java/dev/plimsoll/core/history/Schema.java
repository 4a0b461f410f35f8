package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/// The tables, and the way from an older version of them to this one. `user_version` says which
/// version a file has.
final class Schema {
  static final int VERSION = 1;

  /// "Plim", so that `file` and SQLite's own tools can tell what it is.
  private static final int APPLICATION = 0x506c696d;

  private Schema() {}

  /// Says whether the file is one that this version reads, changing nothing.
  ///
  /// @return the version it has, 0 for a file with nothing in it
  /// @throws Problem for a newer version, or a database of somebody else
  static int check(Sql sql, Path file) throws SQLException {
    var version = (int) sql.number("PRAGMA user_version");
    var application = (int) sql.number("PRAGMA application_id");
    var tables = sql.number("SELECT count(*) FROM sqlite_schema");
    if (tables > 0 && application != APPLICATION) {
      throw Problem.of(
          "History not opened",
          "The file " + file + " is a database of another program.",
          "Give the history of Plimsoll, or a file that is not there yet; nothing was changed.");
    }
    if (version > VERSION) {
      throw Problem.of(
          "History not opened",
          "The file "
              + file
              + " has version "
              + version
              + ", written by a newer Plimsoll; this one knows up to "
              + VERSION
              + ".",
          "Use the newer Plimsoll for it; nothing was changed.");
    }
    return version;
  }

  /// Brings a checked file to this version, inside the caller's transaction.
  static void migrate(Sql sql, int from) throws SQLException {
    for (var version = from + 1; version <= VERSION; version++) {
      sql.script(script("schema-" + version + ".sql"));
    }
    if (from < VERSION) {
      sql.script("PRAGMA application_id = " + APPLICATION);
      sql.script("PRAGMA user_version = " + VERSION);
    }
  }

  private static String script(String name) {
    try (var in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this distribution lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
