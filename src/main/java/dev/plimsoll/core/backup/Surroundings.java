package dev.plimsoll.core.backup;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.model.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a backup set is given from outside.
///
/// @param project its product, its chains and their recipes
/// @param repository the top folder that relative paths start from
/// @param scratch a folder for copies of databases and for what commands write; made where it is
///   missing, and nothing of it stays
public record Surroundings(
    Project project, Path repository, Path scratch, Machine machine, Proofs proofs) {
  /// @param zone in which the names of backups tell the time
  /// @param environment of the commands that a set runs
  /// @param mask takes secrets out of what a command said
  /// @param keys of keyed hashes, for chains
  public record Machine(
      InstantSource clock,
      ZoneId zone,
      Map<String, String> environment,
      UnaryOperator<String> mask,
      HashKeys keys) {
    public Machine {
      environment = Map.copyOf(environment);
    }
  }

  /// The folder in the project where files are put back by way of, and what stood there is kept. It
  /// is never part of a backup.
  public static final String UNDO = ".plimsoll-undo";

  /// Whether files are being put back this moment, or a crash ended that in the middle.
  public boolean isBeingRestored() {
    return Files.exists(repository.resolve(UNDO).resolve("journal"));
  }

  /// Where the set's folder or a path of its files lies.
  public Path resolve(String path) {
    return repository.resolve(path).normalize();
  }
}
