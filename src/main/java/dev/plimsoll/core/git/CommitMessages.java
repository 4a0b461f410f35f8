package dev.plimsoll.core.git;

import java.util.List;

/// What commits say, newest first.
///
/// @param messages at most as many as were asked for
/// @param complete false where there are more, or a shallow clone ends before the range does
public record CommitMessages(List<Message> messages, boolean complete) {
  public CommitMessages {
    messages = List.copyOf(messages);
  }

  /// @param commit in one line
  /// @param text the whole message, its first line included
  public record Message(Commit commit, String text) {}
}
