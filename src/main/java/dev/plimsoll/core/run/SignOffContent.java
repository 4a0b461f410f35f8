package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Artifact;
import dev.plimsoll.core.model.Candidate;
import java.util.List;
import java.util.Map;

/// Everything an approval covers. When any of it changes, the approval goes stale by itself.
///
/// @param candidate what is approved, and on which commit
/// @param checklists as they stood
/// @param texts what was on screen, one line each: the statement, then every step with its standing
///   and what was observed
/// @param inputs parameters by `checklist.name`; no secret
/// @param evidence SHA-256 of every kept file behind it
public record SignOffContent(
    Candidate candidate,
    List<Covered> checklists,
    List<String> texts,
    Map<String, String> inputs,
    List<String> evidence,
    List<Artifact> artifacts,
    List<String> exceptions) {
  public SignOffContent {
    checklists = List.copyOf(checklists);
    texts = List.copyOf(texts);
    inputs = Map.copyOf(inputs);
    evidence = List.copyOf(evidence);
    artifacts = List.copyOf(artifacts);
    exceptions = List.copyOf(exceptions);
  }

  /// @param sha256 of the file's bytes
  /// @param definitions digest over the definitions of its steps
  public record Covered(String id, String sha256, String definitions) {}
}
