package dev.plimsoll.core.audit.picture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The times of somebody else's entries, from the member that holds one. For one thread.
final class ForeignLines {
  private static final List<String> NAMES =
      List.of(
          "ts",
          "timestamp",
          "time",
          "@timestamp",
          "_time",
          "datetime",
          "date",
          "at",
          "when",
          "created_at",
          "createdAt",
          "occurred_at",
          "occurredAt",
          "logged_at",
          "recorded_at");
  private static final double SECONDS_TO = 1e11;
  private static final double MILLIS_TO = 1e14;
  private static final double MICROS_TO = 1e17;

  private final JsonFactory json = new JsonFactory();
  private final PictureBuilder builder;

  ForeignLines(PictureBuilder builder) {
    this.builder = builder;
  }

  void take(String line) {
    if (!line.isBlank()) {
      builder.entry(time(line));
    }
  }

  private long time(String line) {
    try (var parser = json.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return PictureBuilder.NO_TIME;
      }
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        var value = parser.nextToken();
        if (NAMES.contains(name)) {
          var time = time(parser, value);
          if (time != PictureBuilder.NO_TIME) {
            return time;
          }
        }
        parser.skipChildren();
      }
    } catch (JacksonException broken) {
      // the verification says what is wrong with it
    }
    return PictureBuilder.NO_TIME;
  }

  private static long time(JsonParser parser, @Nullable JsonToken value) {
    if (value == JsonToken.VALUE_STRING) {
      return written(parser.getString().strip());
    }
    if (value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT) {
      return counted(parser.getDoubleValue());
    }
    return PictureBuilder.NO_TIME;
  }

  /// Seconds, milliseconds, microseconds or nanoseconds since 1970: whichever is a year that people
  /// log in.
  private static long counted(double number) {
    if (!(number > 0)) {
      return PictureBuilder.NO_TIME;
    }
    return (long)
        (number < SECONDS_TO
            ? number * 1000
            : number < MILLIS_TO ? number : number < MICROS_TO ? number / 1e3 : number / 1e6);
  }

  /// A time without a zone is read as UTC.
  private static long written(String text) {
    if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
      return PictureBuilder.NO_TIME;
    }
    var iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      return (iso.length() == 10
              ? LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant()
              : zoned(iso))
          .toEpochMilli();
    } catch (DateTimeException | ArithmeticException other) {
      return PictureBuilder.NO_TIME;
    }
  }

  private static Instant zoned(String iso) {
    var zone = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
    return zone
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
