package dev.plimsoll.core;

import dev.plimsoll.core.model.Problem;

/// Whether a project's wizards can be walked now, and for which version; else what is missing.
public sealed interface Readiness {
  /// @param version of the release that is under way, else the proposed one
  record Ready(String version) implements Readiness {}

  /// It cannot be opened now: it was moved, or is no repository any more.
  record NotOpened(Problem why) implements Readiness {}

  /// Its files have errors: what they ask for is not known.
  ///
  /// @param count how many, at least one
  record Errors(long count) implements Readiness {}

  /// Nobody on this machine trusted exactly these files.
  ///
  /// @param before whether others of the same project were
  record NotTrusted(boolean before) implements Readiness {}

  /// No release is under way, and nothing in the repository proposes a version.
  record NoVersion(Problem why) implements Readiness {}
}
