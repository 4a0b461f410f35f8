package dev.plimsoll.core.record;

import dev.plimsoll.core.trust.AllowedSigners;
import java.time.Instant;
import java.util.List;

/// A verifier who trusts nobody.
final class Nobody {
  static final RecordVerification.Against AGAINST =
      new RecordVerification.Against(
          AllowedSigners.parse("", "empty"),
          Instant.parse("2026-03-02T00:00:00Z"),
          List.of(),
          null);

  private Nobody() {}
}
