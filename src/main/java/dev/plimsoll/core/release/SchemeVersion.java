package dev.plimsoll.core.release;

import java.util.List;

/// A version number under one scheme. Ordered by the scheme's precedence, which may call two
/// different spellings equal (`1.0.0+a` and `1.0.0+b`, `1.0` and `1.0.0`). Immutable.
public sealed interface SchemeVersion extends Comparable<SchemeVersion> permits SemVer, Pep440 {
  VersionScheme scheme();

  /// The one right spelling: `1.0rc1` for the PEP 440 version `1.0-RC.1`; SemVer has one spelling
  /// only.
  String normalised();

  /// The numbers of the release itself, each without leading zeros: `1`, `4`, `2`.
  List<String> numbers();

  /// Whether it precedes a release: SemVer's `-rc.1`, PEP 440's alpha, beta, candidate and
  /// development releases.
  boolean isPrerelease();

  /// By precedence.
  ///
  /// @throws IllegalArgumentException where the schemes differ
  @Override
  int compareTo(SchemeVersion other);

  default boolean isGreaterThan(SchemeVersion other) {
    return compareTo(other) > 0;
  }
}
