package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.AllowedSigners;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Verifies a record from its bytes, against what the verifier brings along; nothing in a bundle is
/// trusted (docs/formats/release-record.md, "Verification"). Never throws: whatever goes wrong
/// while verifying leaves a verdict failed or open, never proven. Stateless and thread-safe.
public final class RecordVerification {
  private RecordVerification() {}

  /// What a record is held against.
  ///
  /// @param signers the verifier's own trust file
  /// @param at the moment at which keys have to count: now, or one the verifier has reason to
  ///   believe
  /// @param kept checkpoints of the log that the verifier kept from before, or found in a release
  ///   tag
  /// @param artifacts a folder with the files that were downloaded, or null
  /// @param pins what the verifier saw of the log when it last proved whole
  public record Against(
      AllowedSigners signers,
      Instant at,
      List<KeptCheckpoint> kept,
      @Nullable Path artifacts,
      List<Known.Pin> pins) {
    public Against {
      kept = List.copyOf(kept);
      pins = List.copyOf(pins);
    }

    /// Without a pin.
    public Against(
        AllowedSigners signers, Instant at, List<KeptCheckpoint> kept, @Nullable Path artifacts) {
      this(signers, at, kept, artifacts, List.of());
    }
  }

  /// @param file a bundle, the folder it was unpacked into, or a `release-record.json`
  public static Verification verify(Path file, Against against) {
    try (var bundle = new BundleReader(BundleLimits.USUAL).open(file)) {
      return verify(bundle, against);
    } catch (Problem e) {
      return nothing(e.where());
    } catch (IOException e) {
      return nothing("The file could not be read: " + e.getMessage() + ".");
    }
  }

  /// Does not close the bundle.
  public static Verification verify(Bundle bundle, Against against) {
    Examination examination;
    try {
      examination = Examination.of(bundle, against);
    } catch (IOException | RuntimeException e) {
      return nothing("The record could not be read: " + e.getMessage() + ".");
    }
    var signatures = guarded(Aspect.AUTHENTICITY, () -> AuthenticityExam.verdict(examination));
    var verdicts = new ArrayList<Verdict>();
    verdicts.add(guarded(Aspect.INTEGRITY, () -> IntegrityExam.verdict(examination)));
    verdicts.add(guarded(Aspect.COMPLETENESS, () -> CompletenessExam.verdict(examination)));
    verdicts.add(signatures);
    verdicts.add(guarded(Aspect.POLICY, () -> PolicyExam.verdict(examination)));
    verdicts.add(guarded(Aspect.ANCHORING, () -> AnchoringExam.verdict(examination)));
    verdicts.add(guarded(Aspect.ARTIFACTS, () -> ArtifactsExam.verdict(examination)));
    var statement = examination.statement();
    return new Verification(
        verdicts, statement, statement == null ? List.of() : CannotProve.of(statement.record()));
  }

  private interface Exam {
    Verdict verdict() throws IOException;
  }

  private static Verdict guarded(Aspect aspect, Exam exam) {
    try {
      return exam.verdict();
    } catch (IOException | RuntimeException e) {
      return Verdict.couldNotTell(
          aspect, "It could not be looked at to the end: " + e.getMessage() + ".");
    }
  }

  private static Verification nothing(String sentence) {
    return new Verification(
        Arrays.stream(Aspect.values())
            .map(aspect -> Verdict.couldNotTell(aspect, sentence))
            .toList(),
        null,
        List.of());
  }
}
