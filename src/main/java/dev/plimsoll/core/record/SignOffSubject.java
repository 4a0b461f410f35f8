package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Artifact;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that was on screen when a person signed off. Its digest is what an approval is bound
/// to: if any of it changes, the approval goes stale by itself (docs/formats/release-record.md,
/// "Sign-offs").
///
/// @param release what is approved, and on which commit
/// @param shown the checklists and the texts as they stood
/// @param evidence SHA-256 of every kept file behind it, lower-case hex
/// @param artifacts files that are released
/// @param exceptions open exceptions, one line each, in the order in which they were shown
public record SignOffSubject(
    Release release,
    Shown shown,
    List<String> evidence,
    List<Artifact> artifacts,
    List<String> exceptions) {
  public SignOffSubject {
    evidence = List.copyOf(evidence);
    artifacts = List.copyOf(artifacts);
    exceptions = List.copyOf(exceptions);
  }

  /// @param tag the tag's name: `v1.5.0`
  /// @param commit 40 or 64 hex digits
  public record Release(String product, String version, String tag, String commit) {}

  /// @param texts resolved, as a person read them
  /// @param inputs parameters and other inputs by name; no secret
  public record Shown(List<Checklist> checklists, List<String> texts, Map<String, String> inputs) {
    public Shown {
      checklists = List.copyOf(checklists);
      texts = List.copyOf(texts);
      inputs = Map.copyOf(inputs);
    }
  }

  /// @param sha256 of the file's bytes
  /// @param definitions digest over the resolved definitions of its steps, lower-case hex
  public record Checklist(String id, String sha256, String definitions) {}

  /// SHA-256 over the canonical JSON of all of it, lower-case hex. The order of evidence, artifacts
  /// and checklists counts.
  public String digest() {
    return Digests.sha256Hex(CanonicalJson.encode(tree().members()));
  }

  Tree tree() {
    return new Tree()
        .with(
            "release",
            new Tree()
                .with("product", release.product())
                .with("version", release.version())
                .with("tag", release.tag()))
        .with("commit", release.commit())
        .with(
            "checklists",
            shown.checklists(),
            list ->
                new Tree()
                    .with("id", list.id())
                    .withSha256("digest", list.sha256())
                    .withSha256("definitions", list.definitions()))
        .with("texts", shown.texts())
        .with("inputs", new TreeMap<>(shown.inputs()))
        .with("evidence", evidence)
        .with(
            "artifacts",
            artifacts,
            artifact ->
                new Tree()
                    .with("name", artifact.name())
                    .withSha256("digest", artifact.sha256())
                    .with("size", artifact.size()))
        .with("exceptions", exceptions);
  }
}
