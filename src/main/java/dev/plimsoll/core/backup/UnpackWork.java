package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.archive.ArchiveReader;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// Puts files of one archive into a folder.
final class UnpackWork implements Work<Unpacked> {
  static final String INTENT = "Backup not unpacked";

  private final Manifests manifests;
  private final Path archive;
  private final Set<String> paths;
  private final Path into;
  private final Gauge gauge = new Gauge();

  UnpackWork(Manifests manifests, Path archive, Collection<String> paths, Path into) {
    this.manifests = manifests;
    this.archive = archive;
    this.paths = Set.copyOf(paths);
    this.into = into;
  }

  @Override
  public Progress progress() {
    return gauge.progress();
  }

  @Override
  public Unpacked run() throws InterruptedException {
    gauge.begin(Stage.LOOKING);
    try (var reader = ArchiveReader.open(archive)) {
      var manifest = manifests.of(reader, archive, INTENT).manifest();
      findAll(manifest);
      var wanted =
          manifest.files().filter(one -> paths.isEmpty() || paths.contains(one.path())).toList();
      var bytes = wanted.stream().mapToLong(Manifest.Member::size).sum();
      gauge.begin(Stage.UNPACKING, bytes, wanted.size());
      var digests =
          reader.unpack(
              path -> paths.isEmpty() || paths.contains(path),
              into,
              Verifying.expected(manifest),
              gauge);
      for (var one : wanted) {
        if (!one.sha256().equals(digests.get(one.path()))) {
          throw Problem.of(
              INTENT,
              one.path()
                  + " came out of "
                  + archive.getFileName()
                  + " other than its manifest says.",
              "Use another backup.");
        }
      }
      gauge.begin(Stage.DONE);
      return new Unpacked(String.valueOf(archive.getFileName()), into, digests, bytes);
    }
  }

  private void findAll(Manifest manifest) {
    var missing = new TreeSet<>(paths);
    manifest.members().forEach(member -> missing.remove(member.path()));
    if (!missing.isEmpty()) {
      throw Problem.of(
          INTENT,
          "There is no " + missing.first() + " in " + archive.getFileName() + ".",
          "Name files and folders as they lie in the project: data/app.db");
    }
  }
}
