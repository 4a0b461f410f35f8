package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.SourceFile;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The texts of checklists as they were walked, among the evidence, by the digest that the log
/// names. What is kept is what was trusted: a checklist holds names of secrets, never values.
public final class KeptChecklists {
  private static final int LARGEST = 1 << 20;

  private final EvidenceStore evidence;

  public KeptChecklists(EvidenceStore evidence) {
    this.evidence = evidence;
  }

  /// @throws Problem where it cannot be written
  void keep(Checklist checklist) {
    if (evidence.contains(checklist.source().sha256())) {
      return;
    }
    var bytes = checklist.source().text().getBytes(StandardCharsets.UTF_8);
    try {
      evidence.keep(checklist.id() + ".yaml", "application/yaml", new ByteArrayInputStream(bytes));
    } catch (IOException notWritten) {
      throw Problem.of(
          "Run not opened",
          "The checklist's text cannot be kept among the evidence.",
          "Look at the space and the permissions of Plimsoll's folder.",
          notWritten);
    }
  }

  /// The text under that digest; empty where it is not kept, or is not what the digest names.
  public Optional<Checklist.Source> read(String id, String sha256) {
    if (!evidence.contains(sha256)) {
      return Optional.empty();
    }
    try (var in = evidence.open(sha256)) {
      var bytes = in.readNBytes(LARGEST + 1);
      return Optional.ofNullable(
              SourceFile.of(".plimsoll/checklists/" + id + ".yaml", bytes, new Findings()))
          .filter(source -> source.sha256().equals(sha256));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
