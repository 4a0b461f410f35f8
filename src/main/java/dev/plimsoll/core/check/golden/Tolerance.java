package dev.plimsoll.core.check.golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How far a number may be from its reference.
///
/// @param amount at least 0; angles in degrees
/// @param written as it stands in the checklist
public record Tolerance(Kind kind, BigDecimal amount, String written) {
  private static final BigDecimal CIRCLE = BigDecimal.valueOf(360);
  private static final BigDecimal HALF_CIRCLE = BigDecimal.valueOf(180);
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?)\\s*(°|'|\"|%)?");

  public enum Kind {
    ABSOLUTE,
    RELATIVE,
    /// Degrees on the circle: 359.9 and 0.1 are 0.2 apart.
    ANGULAR;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// `0.01`, `1%` of a relative one, `1°`, `30'` and `5"` of an angular one; null for anything
  /// else, and for an angle that no two numbers are farther apart than.
  static @Nullable Tolerance parse(Kind kind, String text) {
    var matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    var number = new BigDecimal(matcher.group(1));
    var unit = matcher.group(2) == null ? "" : matcher.group(2);
    var divisor =
        switch (unit) {
          case "" -> 1;
          case "%" -> kind == Kind.RELATIVE ? 100 : 0;
          case "°" -> kind == Kind.ANGULAR ? 1 : 0;
          case "'" -> kind == Kind.ANGULAR ? 60 : 0;
          default -> kind == Kind.ANGULAR ? 3600 : 0;
        };
    if (divisor == 0) {
      return null;
    }
    var amount = number.divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64);
    var fitsAll = kind == Kind.ANGULAR && amount.compareTo(HALF_CIRCLE) >= 0;
    return fitsAll ? null : new Tolerance(kind, amount, text.strip());
  }

  /// How far apart two numbers are, in the terms of the tolerance.
  BigDecimal distance(BigDecimal number, BigDecimal reference) {
    var apart = number.subtract(reference).abs();
    return switch (kind) {
      case ABSOLUTE -> apart;
      case ANGULAR -> {
        var within = apart.remainder(CIRCLE);
        yield within.min(CIRCLE.subtract(within));
      }
      case RELATIVE ->
          reference.signum() == 0 ? apart : apart.divide(reference.abs(), MathContext.DECIMAL64);
    };
  }

  /// Relative to a reference of 0 only 0 fits.
  boolean fits(BigDecimal number, BigDecimal reference) {
    var apart = number.subtract(reference).abs();
    return kind == Kind.RELATIVE
        ? apart.compareTo(amount.multiply(reference.abs())) <= 0
        : distance(number, reference).compareTo(amount) <= 0;
  }

  String words() {
    return kind.word() + " " + written;
  }
}
