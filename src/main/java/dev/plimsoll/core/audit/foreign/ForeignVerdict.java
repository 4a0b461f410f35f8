package dev.plimsoll.core.audit.foreign;

import java.util.List;

/// What a verification of a foreign chain says. Only [Whole] is good news; what could not be read
/// is not called tampered.
public sealed interface ForeignVerdict {
  /// One sentence for a person.
  String sentence();

  /// Every entry has the hash that its recipe computes, follows the one before it, and agrees with
  /// every anchor.
  ///
  /// @param entries at least one
  /// @param head hash text of the last entry, as the log spells it; with `entries` an anchor for
  ///   the next verification
  /// @param remarks warnings and notes, in the order of the file; of a great many the first
  record Whole(long entries, String head, List<Remark> remarks) implements ForeignVerdict {
    public Whole {
      remarks = List.copyOf(remarks);
    }

    public boolean hasWarnings() {
      return remarks.stream().anyMatch(Remark::isWarning);
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
  /// @param defect the first bad entry
  record Broken(Defect defect) implements ForeignVerdict {
    @Override
    public String sentence() {
      return defect.sentence();
    }
  }

  /// It could not be read, holds nothing, or is of a kind that this recipe or version does not
  /// know.
  record CouldNotTell(String sentence) implements ForeignVerdict {}
}
