package dev.plimsoll.core.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One version of one product on its way out.
///
/// @param candidate as it stands now (the repository's present commit)
/// @param number which candidate this is: the count of distinct commits that runs of this release
///   were opened or continued on
/// @param runs every run of this release, oldest first
/// @param approvals sign-offs of the release as a whole
/// @param tag the tag that was made, or null
/// @param sealed the record, or null while the release is open
public record ReleaseState(
    Candidate candidate,
    int number,
    List<RunState> runs,
    List<Artifact> artifacts,
    List<Approval> approvals,
    @Nullable TagMade tag,
    @Nullable Sealed sealed) {
  public ReleaseState {
    runs = List.copyOf(runs);
    artifacts = List.copyOf(artifacts);
    approvals = List.copyOf(approvals);
  }

  /// @param sha256 digest of the record's bytes
  /// @param bundle address of the bundle in the evidence store
  /// @param outcome `READY`, `RELEASED` ...
  /// @param chains how far audit chains of other systems went, as the record says
  /// @param seq sequence number of `record.signed`
  public record Sealed(
      String sha256, String outcome, String bundle, List<ChainHead> chains, long seq) {
    public Sealed {
      chains = List.copyOf(chains);
    }
  }

  /// The newest run of a checklist that was not aborted.
  public Optional<RunState> run(String checklist) {
    return runs.reversed().stream()
        .filter(run -> run.opening().checklist().equals(checklist))
        .filter(run -> run.phase() != RunState.Phase.ABORTED)
        .findFirst();
  }
}
