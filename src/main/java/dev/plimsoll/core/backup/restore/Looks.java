package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What has to be known to look into databases and logs. Thread-safe; nothing here changes a file.
public interface Looks {
  /// The recipe of that name, or none.
  Optional<Recipe> recipe(String name);

  /// Keys of keyed hashes.
  HashKeys keys();

  /// What SQLite's own check of a database says is wrong with it; empty where nothing is.
  ///
  /// @throws IOException with a sentence where nobody could tell
  Optional<String> sqliteFault(Path database) throws IOException, InterruptedException;

  /// How many rows a table has.
  ///
  /// @throws IOException with a sentence where nobody could tell
  long rows(Path database, String table) throws IOException, InterruptedException;
}
