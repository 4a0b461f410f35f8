package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.archive.ArchiveReader;
import dev.plimsoll.core.backup.archive.ArchivedEntry;
import dev.plimsoll.core.backup.archive.Flaw;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads every byte of one archive: of ours, or of somebody else's.
final class VerifyWork implements Work<Verified> {
  private final Manifests manifests;
  private final Path archive;
  private final String id;
  private final Gauge gauge = new Gauge();

  VerifyWork(Manifests manifests, Path archive) {
    this.manifests = manifests;
    this.archive = archive;
    this.id = String.valueOf(archive.getFileName());
  }

  @Override
  public Progress progress() {
    return gauge.progress();
  }

  @Override
  public Verified run() throws InterruptedException {
    var began = System.nanoTime();
    gauge.begin(Stage.LOOKING);
    if (!Files.isReadable(archive)) {
      return new Verified.CouldNotTell(id, id + " cannot be read by this person.");
    }
    try {
      var verified = read(began);
      gauge.begin(Stage.DONE);
      return verified;
    } catch (Problem problem) {
      return ArchiveReader.isDamage(problem)
          ? new Verified.Damaged(id, List.of(Finding.error(problem.where())))
          : new Verified.CouldNotTell(id, unread(problem));
    }
  }

  /// The system refused bytes: nothing is known of them.
  private String unread(Problem problem) {
    return problem.getCause() instanceof IOException io
        ? id + " cannot be read: " + NotTaken.words(io) + "."
        : problem.where();
  }

  private Verified read(long began) throws InterruptedException {
    try (var reader = ArchiveReader.open(archive)) {
      var bytes = reader.manifest();
      if (bytes.isEmpty()) {
        return foreign(reader, began);
      }
      Manifests.Read said;
      try {
        said = manifests.read(bytes.get());
      } catch (ManifestFault fault) {
        return new Verified.Damaged(id, List.of(Finding.error(fault.sentence())));
      }
      var manifest = said.manifest();
      gauge.begin(Stage.VERIFYING, manifest.bytes(), manifest.files().count());
      var reading = reader.verify(Verifying.expected(manifest), gauge);
      var findings = findings(reading.flaws());
      findings.addAll(Verifying.others(reader.entries(), manifest));
      if (!findings.isEmpty()) {
        return new Verified.Damaged(id, findings);
      }
      if (manifest.files().findAny().isEmpty()) {
        return new Verified.CouldNotTell(id, id + " holds no file.");
      }
      return new Verified.Sound(
          id, said.sha256(), manifest.files().count(), manifest.bytes(), millis(began));
    }
  }

  private Verified foreign(ArchiveReader reader, long began) throws InterruptedException {
    var total = reader.entries().stream().mapToLong(ArchivedEntry::size).sum();
    gauge.begin(Stage.VERIFYING, total, reader.entries().size());
    var reading = reader.verify(Map.of(), gauge);
    var findings = findings(reading.flaws());
    if (!findings.isEmpty()) {
      return new Verified.Damaged(id, findings);
    }
    return reading.files() == 0
        ? new Verified.CouldNotTell(id, id + " holds no file.")
        : new Verified.Sound(id, null, reading.files(), reading.bytes(), millis(began));
  }

  private static List<Finding> findings(List<Flaw> flaws) {
    var findings = new ArrayList<Finding>();
    flaws.forEach(flaw -> findings.add(Finding.error(flaw.sentence())));
    return findings;
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}
