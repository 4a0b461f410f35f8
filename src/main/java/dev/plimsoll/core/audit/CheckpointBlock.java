package dev.plimsoll.core.audit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A checkpoint inside the message of a release tag, between two lines that frame it
/// (docs/formats/audit-chain.md, "Anchors").
public final class CheckpointBlock {
  private static final String BEGIN = "-----BEGIN AUDIT CHECKPOINT-----\n";
  private static final String END = "-----END AUDIT CHECKPOINT-----\n";
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^" + BEGIN + "(.*?)^" + END.strip() + "$");

  private CheckpointBlock() {}

  public static String of(Checkpoint checkpoint) {
    return BEGIN + checkpoint.encode() + END;
  }

  /// The notes in a message as they stand there, whether or not they can be read.
  ///
  /// @param message with line feeds, as git stores it
  public static List<String> notes(String message) {
    return BLOCK.matcher(message).results().map((MatchResult block) -> block.group(1)).toList();
  }
}
