package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.model.BackupSet.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a file is, told by its name and its first bytes, where nobody says.
public final class KindOfFile {
  private static final int BEGINNING = 16;
  private static final int DUCK_AT = 8;
  private static final String DUCK = "DUCK";

  private KindOfFile() {}

  /// @param isChained whether the project file names it as an audit chain
  public static Kind of(Path file, boolean isChained) throws IOException {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (isChained || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Kind.LOG;
    }
    byte[] first;
    try (var in = Files.newInputStream(file)) {
      first = in.readNBytes(BEGINNING);
    }
    if (SqliteCopy.isOne(first)) {
      return Kind.SQLITE;
    }
    return name.endsWith(".duckdb") || isDuck(first) ? Kind.DUCKDB : Kind.PLAIN;
  }

  private static boolean isDuck(byte[] first) {
    return first.length >= DUCK_AT + DUCK.length()
        && new String(first, DUCK_AT, DUCK.length(), StandardCharsets.US_ASCII).equals(DUCK);
  }
}
