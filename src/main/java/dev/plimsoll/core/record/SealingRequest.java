package dev.plimsoll.core.record;

import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything a record is made of.
///
/// @param matter what is sealed
/// @param runs one for each checklist of the plan that applies, in the plan's order
/// @param decision the gate's, over the release as a whole
/// @param surroundings facts about the place it is sealed in
/// @param signers at least one; distinct people
public record SealingRequest(
    Matter matter,
    List<Walk> runs,
    Decision decision,
    Surroundings surroundings,
    List<RecordSigner> signers) {
  public SealingRequest {
    runs = List.copyOf(runs);
    signers = List.copyOf(signers);
  }

  /// @param approvals role and number of distinct people that a release of this type needs
  public record Matter(
      ReleaseState release,
      Project project,
      Map<String, Integer> approvals,
      Ending ending,
      Lineage lineage) {
    public Matter {
      approvals = Map.copyOf(approvals);
    }
  }

  /// A run with what the gate made of it.
  ///
  /// @param decision the gate's, over this checklist
  /// @param standings by step id; a step without one counts as not run
  public record Walk(
      RunState run, Checklist checklist, Decision decision, Map<String, Standing> standings) {
    public Walk {
      standings = Map.copyOf(standings);
    }

    Standing standing(String step) {
      return standings.getOrDefault(step, Standing.NOT_RUN);
    }
  }

  /// How the release ended; the record's outcome follows from it.
  public sealed interface Ending {
    /// The gate is Go; whether anything was published is not recorded.
    record Ready() implements Ending {}

    /// Published: a probe saw it at its target.
    ///
    /// @param probe what the probe read; must be kept
    record Published(Instant probedOn, Evidence probe) implements Ending {}

    /// Published and taken back: a probe no longer saw it.
    record RolledBack(Instant probedOn, Evidence probe) implements Ending {}

    /// Given up; the gate need not be Go.
    record Aborted(String reason) implements Ending {}
  }

  /// @param repository its name for a reader, without credentials: `github.com/acme/customer-ops`,
  ///   or the folder's name
  /// @param target where it goes: `tag:v1.5.0`
  /// @param purl package URL, or null
  /// @param previousRecord SHA-256 of the record before this one, or null
  /// @param chains how far audit chains of other systems went, for the release after this one
  /// @param rollbackPoint the backup that it could go back to, or null
  public record Lineage(
      String repository,
      String target,
      @Nullable String purl,
      @Nullable String previousRecord,
      List<ChainHead> chains,
      @Nullable RollbackPoint rollbackPoint) {
    public Lineage {
      chains = List.copyOf(chains);
    }

    /// Of a release that has no backup to go back to.
    public Lineage(
        String repository,
        String target,
        @Nullable String purl,
        @Nullable String previousRecord,
        List<ChainHead> chains) {
      this(repository, target, purl, previousRecord, chains, null);
    }
  }

  /// @param clockSource where times come from: `operator's clock`
  public record Surroundings(
      ReleaseRecord.Environment environment,
      ReleaseRecord.Redaction redaction,
      String clockSource,
      ReleaseRecord.Tool tool) {}
}
