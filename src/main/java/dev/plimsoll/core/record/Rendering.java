package dev.plimsoll.core.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What the renderings of a record are made from.
///
/// @param signers who signed its bytes
/// @param sealedOn by the operator's clock
record Rendering(Statement statement, List<Signing> signers, Instant sealedOn) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  Rendering {
    signers = List.copyOf(signers);
  }

  ReleaseRecord record() {
    return statement.record();
  }

  /// `customer-ops 1.4.2`
  String title() {
    var release = record().identity().release();
    return release.product() + " " + release.version();
  }

  static String time(Instant instant) {
    return MINUTES.format(instant);
  }
}
