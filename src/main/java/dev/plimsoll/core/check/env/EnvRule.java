package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.clause.Clause;

/// One thing asked about a dotenv file.
public sealed interface EnvRule permits SameKeys, IsSet, OneOf, PathRule, Rotated, SecretsSet {
  /// What is expected, a few words.
  String words();

  Clause check(EnvFacts facts);
}
