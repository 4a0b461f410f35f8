package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.VerdictCode;
import java.util.List;

/// What a person does after a verification, first things first.
final class NextSteps {
  private static final String ASIDE =
      "Copy the log aside as it is, note its digest, and stop what writes to it.";
  private static final String NO_REPAIR =
      "Do not mend the chain: one that was made to fit again proves nothing.";

  private NextSteps() {}

  static List<String> broken(VerdictCode code) {
    return switch (code) {
      case CHAIN_TORN_TAIL ->
          List.of(
              "The log may still be being written: let its writer finish, then verify again.",
              "Where it stays cut off, copy it aside and get the last entries from its writer or"
                  + " from a backup.");
      case CP_TRUNCATED, PIN_ROLLBACK ->
          List.of(
              ASIDE,
              "Look for the newer log: what was compared with it knew more entries than it has.",
              "Bring the newer log back, or import the missing entries from an export; both are"
                  + " verified first.",
              "Ask who restored or copied it, and when.");
      case CP_REWRITTEN, PIN_FORK ->
          List.of(
              ASIDE,
              "Get the log that the anchor was taken from, and compare entry by entry: from the"
                  + " first difference on, one of the two was written anew.",
              NO_REPAIR);
      default ->
          List.of(
              ASIDE,
              "Get the same log from a backup or from another machine, verify it, and compare the"
                  + " two at the place named here.",
              NO_REPAIR);
    };
  }

  /// @param anchor `N:HEAD`, what the next verification can be held against
  static List<String> whole(String anchor, boolean warned) {
    var keep =
        "Keep this report apart from the log. The next verification can be held against it: "
            + anchor;
    return warned
        ? List.of("Look at the warnings above: the chain is whole all the same.", keep)
        : List.of(keep);
  }

  static List<String> open() {
    return List.of(
        "Make the log readable, name its recipe or give its key, and verify again.",
        "Until then treat it as unproven, not as changed.");
  }
}
