package dev.plimsoll.core.check.tag;

import dev.plimsoll.core.model.RunState;
import java.util.List;
import java.util.Optional;

/// The text of a release tag: what a person reads, which checklists were walked, and the checkpoint
/// that turns every clone into a witness of the audit chain (docs/formats/audit-chain.md,
/// "Anchors").
final class TagMessage {
  private static final String BEGIN = "-----BEGIN AUDIT CHECKPOINT-----";
  private static final String END = "-----END AUDIT CHECKPOINT-----";

  private TagMessage() {}

  /// @param runs those of the release
  /// @param checkpoint the signed note, ending in a line feed
  static String of(String words, List<RunState> runs, String checkpoint) {
    var text = new StringBuilder(words.strip()).append("\n\n");
    runs.stream()
        .filter(run -> run.phase() != RunState.Phase.ABORTED)
        .forEach(run ->
            text.append("Checklist: ")
                .append(run.opening().checklist())
                .append(" sha256:")
                .append(run.opening().checklistSha256())
                .append('\n'));
    return text.append('\n')
        .append(BEGIN)
        .append('\n')
        .append(checkpoint)
        .append(END)
        .append('\n')
        .toString();
  }

  /// The name of the log whose checkpoint stands in a tag's message.
  static Optional<String> origin(String message) {
    return message.lines().dropWhile(line -> !line.equals(BEGIN)).skip(1).findFirst();
  }
}
