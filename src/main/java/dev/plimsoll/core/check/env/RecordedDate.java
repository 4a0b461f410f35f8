package dev.plimsoll.core.check.env;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.release.ValueInFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// A day that somebody wrote down: `2026-03-01` or `2026-03-01T12:00:00Z`.
final class RecordedDate {
  private RecordedDate() {}

  /// The start of the day, or null where `text` is no day of the calendar.
  static @Nullable Instant parse(String text) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }

  /// What a place in a file says, as it stands, or null where nothing is there.
  static @Nullable ValueInFile read(Path root, String reference) {
    try {
      return ValueInFile.read(root, reference);
    } catch (Problem missing) {
      return null;
    }
  }
}
