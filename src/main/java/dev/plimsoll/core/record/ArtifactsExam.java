package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.trust.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Are the files there, and are they those that the record and the log name? Files that nobody
/// names do not belong.
final class ArtifactsExam {
  private final Examination examination;
  private final ReleaseRecord record;
  private final Tally tally = new Tally(Aspect.ARTIFACTS);
  private final Map<String, String> digests = new HashMap<>();

  private ArtifactsExam(Examination examination, ReleaseRecord record) {
    this.examination = examination;
    this.record = record;
  }

  static Verdict verdict(Examination examination) throws IOException {
    var statement = examination.statement();
    if (statement == null) {
      return Verdict.couldNotTell(
          Aspect.ARTIFACTS,
          "The record that names the files cannot be read: " + examination.unreadable() + ".");
    }
    var exam = new ArtifactsExam(examination, statement.record());
    if (examination.isBare()) {
      exam.tally.unsure("Only the record was given, not the files it names.", BundleNames.EVIDENCE);
    } else {
      exam.packed();
      exam.evidence();
      exam.texts();
      exam.strangers();
    }
    exam.downloads();
    return exam.tally.verdict(exam.proven());
  }

  private String proven() {
    var files = record.evidence().map(Evidence::sha256).distinct().count();
    var artifacts = record.artifacts().size();
    return (examination.against().artifacts() == null
            ? ""
            : counted(artifacts, "artifact") + " and ")
        + counted(files, "evidence file")
        + " match their digests.";
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /// Everything that `record.signed` names.
  private void packed() throws IOException {
    var logged = examination.logged().orElse(null);
    if (logged == null) {
      tally.unsure(
          "What the bundle has to hold only its log can say, which is not whole or does not name"
              + " this record.",
          BundleNames.AUDIT);
      return;
    }
    for (var file : logged.files()) {
      compare(file.name(), file.sha256());
    }
  }

  private void evidence() throws IOException {
    for (var evidence : record.evidence().distinct().toList()) {
      compare(BundleNames.evidence(evidence.sha256()), evidence.sha256());
    }
  }

  /// The rules a record was held against lie in the bundle under any name.
  private void texts() throws IOException {
    var present = new HashSet<String>();
    for (var name : examination.bundle().names()) {
      if (name.startsWith(BundleNames.CHECKLISTS)) {
        present.add(digest(name));
      }
    }
    if (!present.contains(record.identity().policy().project())) {
      tally.fail(
          VerdictCode.EVIDENCE_MISSING,
          "The project file that the record names is not in the bundle.",
          BundleNames.PROJECT);
    }
    for (var run : record.runs()) {
      if (!present.contains(run.checklist().sha256())) {
        tally.fail(
            VerdictCode.EVIDENCE_MISSING,
            "The checklist "
                + Printable.of(run.checklist().id())
                + " that the record names is not in the bundle.",
            BundleNames.CHECKLISTS + Printable.of(run.checklist().id()));
      }
    }
  }

  private void compare(String name, String sha256) throws IOException {
    if (!examination.bundle().has(name)) {
      tally.fail(
          VerdictCode.EVIDENCE_MISSING, Printable.of(name) + " is missing.", Printable.of(name));
    } else if (!digest(name).equals(sha256)) {
      tally.fail(VerdictCode.ARTIFACT_MISMATCH, name + " is not the file that was sealed.", name);
    }
  }

  private String digest(String name) throws IOException {
    var known = digests.get(name);
    if (known != null) {
      return known;
    }
    try (InputStream in = examination.bundle().open(name)) {
      var digest = Streams.sha256(in);
      digests.put(name, digest);
      return digest;
    }
  }

  private void strangers() {
    var logged = examination.logged().orElse(null);
    if (logged == null) {
      return;
    }
    Set<String> named =
        logged.files().stream().map(Evidence::name).collect(Collectors.toCollection(HashSet::new));
    record.evidence().map(it -> BundleNames.evidence(it.sha256())).forEach(named::add);
    named.add(BundleNames.AUDIT);
    named.add(BundleNames.CHECKPOINT);
    for (var name : examination.bundle().names()) {
      if (!named.contains(name) && isBundled(name)) {
        tally.fail(
            VerdictCode.ARTIFACT_MISMATCH,
            name + " was not in the bundle when it was sealed.",
            name);
      }
    }
  }

  /// In a folder its owner may keep other things beside the bundle's, but not under the bundle's
  /// own names.
  private boolean isBundled(String name) {
    return examination.bundle().form() == Bundle.Form.ZIP
        || name.contains("/")
        || BundleNames.isSignature(name)
        || name.equals(BundleNames.DSSE)
        || name.equals(BundleNames.ATTESTATIONS);
  }

  private void downloads() throws IOException {
    Path folder = examination.against().artifacts();
    if (folder == null) {
      if (!record.artifacts().isEmpty()) {
        tally.detail(
            counted(record.artifacts().size(), "artifact")
                + " named; none was given to compare with its digest.");
      }
      return;
    }
    for (var artifact : record.artifacts()) {
      var file = folder.resolve(artifact.name()).normalize();
      if (!file.startsWith(folder.normalize())
          || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        tally.unsure(
            "The artifact " + Printable.of(artifact.name()) + " is not in " + folder + ".",
            Printable.of(artifact.name()));
        continue;
      }
      try (var in = Files.newInputStream(file)) {
        if (!Streams.sha256(in).equals(artifact.digest())) {
          tally.fail(
              VerdictCode.ARTIFACT_MISMATCH,
              file + " is not the artifact that was released.",
              artifact.name());
        }
      }
    }
  }
}
