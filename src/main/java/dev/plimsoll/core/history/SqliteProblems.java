package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says in a person's words what SQLite says in codes.
final class SqliteProblems {
  private SqliteProblems() {}

  static Problem of(String intent, Path file, SQLException e) {
    var code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          Problem.of(
              intent,
              "The history " + file + " is locked by another process and stayed so.",
              "Find out which one (a backup or a database browser, perhaps), let it finish, and try"
                  + " again; nothing was changed.",
              e);
      case SQLITE_FULL ->
          Problem.of(
              intent,
              "There is no room left for the history " + file + ".",
              "Make room on that disk and try again; nothing was changed.",
              e);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
          Problem.of(
              intent,
              "The history " + file + " is read-only.",
              "Make the file and its folder writable, or open it with --read-only; nothing was"
                  + " changed.",
              e);
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> damaged(intent, file, e);
      case SQLITE_CANTOPEN ->
          Problem.of(
              intent,
              "The history " + file + " cannot be opened.",
              "See that its folder is there and that you may read and write in it, then try again.",
              e);
      case SQLITE_IOERR ->
          Problem.of(
              intent,
              "The disk failed while the history " + file + " was in use: " + e.getMessage() + ".",
              "See to the disk and try again; what was recorded before is kept, this was not.",
              e);
      default ->
          Problem.of(
              intent,
              "The history " + file + " refused it: " + e.getMessage() + ".",
              "Try again; if it stays, run `plimsoll audit verify` and report it.",
              e);
    };
  }

  static Problem damaged(String intent, Path file, SQLException e) {
    return Problem.of(
        intent,
        "The file " + file + " is damaged, or is no history of Plimsoll.",
        "Nothing was changed. Keep a copy of it, then restore the history from a backup.",
        e);
  }
}
