package dev.plimsoll.core.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as `allowed_signers` writes them: `YYYYMMDD[HHMM[SS]]`, with `Z` for UTC.
final class SignerTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private SignerTime() {}

  static Instant parse(String text, @Nullable ZoneId zone) throws Malformed {
    boolean utc = text.endsWith("Z");
    String digits = utc ? text.substring(0, text.length() - 1) : text;
    boolean wellFormed = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!wellFormed || (digits.length() != 8 && digits.length() != 12 && digits.length() != 14)) {
      throw new Malformed(
          "\"" + Printable.of(text) + "\" is no time of the form 20260131Z or 20260131235959Z");
    }
    if (!utc && zone == null) {
      throw new Malformed(
          "the time \"" + text + "\" needs a Z, or it means another moment on every machine");
    }
    try {
      LocalDateTime time = LocalDateTime.parse((digits + "000000").substring(0, 14), FORM);
      Instant instant = time.atZone(utc || zone == null ? ZoneOffset.UTC : zone).toInstant();
      if (instant.isAfter(Instant.EPOCH)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // falls through to the same answer: no such time
    }
    throw new Malformed("\"" + text + "\" is no time that exists after 1970");
  }
}
