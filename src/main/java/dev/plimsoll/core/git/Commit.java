package dev.plimsoll.core.git;

/// A commit in one line.
///
/// @param id full digest, lower-case hex
/// @param subject first paragraph of its message, on one line
/// @param parents how many parents it has; more than one is a merge
public record Commit(String id, String subject, int parents) {
  /// The first seven digits of [#id].
  public String shortId() {
    return id.substring(0, Math.min(7, id.length()));
  }
}
