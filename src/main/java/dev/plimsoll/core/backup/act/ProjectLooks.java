package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.restore.Looks;
import dev.plimsoll.core.backup.source.SqliteCopy;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a project knows of its databases and logs.
record ProjectLooks(Surroundings around) implements Looks {
  @Override
  public Optional<Recipe> recipe(String name) {
    return around.project().audit().recipes().stream()
        .filter(recipe -> recipe.name().equals(name))
        .findFirst();
  }

  @Override
  public HashKeys keys() {
    return around.machine().keys();
  }

  @Override
  public Optional<String> sqliteFault(Path database) throws InterruptedException {
    return Optional.ofNullable(new SqliteCopy().integrity(database));
  }

  @Override
  public long rows(Path database, String table) throws IOException, InterruptedException {
    try {
      var rows =
          new SqliteCopy().rows(database, String.valueOf(database.getFileName()), List.of(table));
      return rows.getOrDefault(table, 0L);
    } catch (Problem untold) {
      throw new IOException(untold.where(), untold);
    }
  }
}
