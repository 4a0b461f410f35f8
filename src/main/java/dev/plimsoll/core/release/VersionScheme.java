package dev.plimsoll.core.release;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A way to write and order version numbers.
public enum VersionScheme {
  /// SemVer 2.0.0, strictly: no `v`, no leading zeros, three numbers; no limit of size or length.
  SEMVER("semver", "SemVer 2.0.0") {
    @Override
    public Optional<SchemeVersion> parse(String text) {
      return SemVer.parse(text).map(version -> version);
    }
  },
  /// PEP 440, public and local versions; read leniently as the PEP says, normalised by
  /// [SchemeVersion#normalised()].
  PEP440("pep440", "PEP 440") {
    @Override
    public Optional<SchemeVersion> parse(String text) {
      return Pep440.parse(text).map(version -> version);
    }
  };

  private final String word;
  private final String title;

  VersionScheme(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /// The version that `text` writes, or empty where it is none under this scheme.
  public abstract Optional<SchemeVersion> parse(String text);

  /// The word in project files: `semver`, `pep440`.
  public String word() {
    return word;
  }

  /// The name for a person: `SemVer 2.0.0`.
  public String title() {
    return title;
  }

  public static Optional<VersionScheme> ofWord(String word) {
    return Arrays.stream(values()).filter(scheme -> scheme.word.equals(word)).findFirst();
  }

  /// The schemes that a project lists; words that are none are left out (lint has said them). Never
  /// empty: SemVer by default.
  public static List<VersionScheme> ofWords(List<String> words) {
    var schemes = words.stream().flatMap(word -> ofWord(word).stream()).distinct().toList();
    return schemes.isEmpty() ? List.of(SEMVER) : schemes;
  }
}
