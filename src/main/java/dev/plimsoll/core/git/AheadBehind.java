package dev.plimsoll.core.git;

/// How the branch stands to the branch it tracks, as of the last fetch.
///
/// @param upstream short name of the tracked branch: `origin/main`
/// @param ahead commits that only the branch has
/// @param behind commits that only the tracked branch has
public record AheadBehind(String upstream, int ahead, int behind) {}
