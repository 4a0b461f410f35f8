package dev.plimsoll.core.audit;

import java.util.List;

/// A checkpoint that this installation signed, with what it takes to go on from it without reading
/// the log again.
///
/// @param head hash of the last line it covers, lower-case hex
/// @param peaks [Merkle#peaks()] of the lines it covers
public record SignedHead(Checkpoint checkpoint, String head, List<String> peaks) {
  public SignedHead {
    peaks = List.copyOf(peaks);
  }

  /// The tree that was signed.
  ///
  /// @throws IllegalArgumentException where the peaks do not make the root that was signed
  Merkle tree() {
    var tree = Merkle.ofPeaks(checkpoint.size(), peaks);
    if (!tree.rootHash().equals(checkpoint.rootHash())) {
      throw new IllegalArgumentException("the peaks do not make the root of the checkpoint");
    }
    return tree;
  }
}
