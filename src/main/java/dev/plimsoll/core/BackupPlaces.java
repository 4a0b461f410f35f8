package dev.plimsoll.core;

import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.act.Surround;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.release.ProposedVersion;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the backup sets of a project are given from this installation.
final class BackupPlaces {
  private final Plimsoll plimsoll;
  private final OpenProject open;

  BackupPlaces(Plimsoll plimsoll, OpenProject open) {
    this.plimsoll = plimsoll;
    this.open = open;
  }

  /// @param project as it was when it was trusted
  Surroundings of(Project project) {
    var installation = plimsoll.installation();
    var inherited = new HashMap<>(installation.environment());
    var secrets = new HashMap<String, String>();
    for (var name : project.secrets()) {
      var value = inherited.remove(name);
      if (value != null && !value.isEmpty()) {
        secrets.put(name, value);
      }
    }
    return Surround.of(
        project,
        open.root(),
        installation.clock(),
        new Surround.Allowed(inherited, secrets, new Redactor(secrets, Set.of())::redact));
  }

  /// The version and commit that are there now, as far as they can be told.
  RestorePoint.Of now(Project project) {
    var repository = open.repository();
    return new RestorePoint.Of(
        version(project), repository.hasCommits() ? repository.binding().commit() : null);
  }

  private @Nullable String version(Project project) {
    try {
      return ProposedVersion.find(open.root(), project.rules().version()).version();
    } catch (Problem untold) {
      return null;
    }
  }
}
