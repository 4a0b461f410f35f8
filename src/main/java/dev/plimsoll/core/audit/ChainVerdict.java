package dev.plimsoll.core.audit;

import java.util.List;

/// What a verification of a chain says. Only [Whole] is good news; what could not be read is not
/// called tampered.
public sealed interface ChainVerdict {
  /// One sentence for a person.
  String sentence();

  /// Every entry follows the one before it, and everything it was compared with agrees.
  ///
  /// @param entries how many there are, at least one
  /// @param genesis hash of entry 0, the log's identity, lower-case hex
  /// @param head hash of the last entry, lower-case hex
  /// @param rootHash RFC 6962 root over all lines, lower-case hex
  /// @param remarks warnings and notes, in the order in which they were found
  record Whole(long entries, String genesis, String head, String rootHash, List<Remark> remarks)
      implements ChainVerdict {
    public Whole {
      remarks = List.copyOf(remarks);
    }

    public boolean hasWarnings() {
      return remarks.stream()
          .anyMatch(remark -> remark.code().gravity() == VerdictCode.Gravity.WARNING);
    }

    @Override
    public String sentence() {
      return "All "
          + entries
          + (entries == 1 ? " entry is" : " entries are")
          + " whole and in order.";
    }
  }

  /// Something is wrong with it.
  ///
  /// @param seq the first bad entry, or the number of entries where entries are missing at the end
  record Broken(VerdictCode code, long seq, String sentence) implements ChainVerdict {}

  /// It could not be read to the end, or is of a kind that this version does not know.
  record CouldNotTell(String sentence) implements ChainVerdict {}

  /// @param seq the entry it is about
  record Remark(VerdictCode code, long seq, String sentence) {}
}
