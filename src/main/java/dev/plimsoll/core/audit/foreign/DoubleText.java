package dev.plimsoll.core.audit.foreign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How a double is printed: the shortest digits that read back as the same number, arranged as
/// ECMAScript (`Number::toString`) or Python (`repr`) do.
final class DoubleText {
  /// Beyond so many characters a number has digits that no double keeps.
  private static final int LONGEST = 400;

  private DoubleText() {}

  /// As ECMAScript: `864`, `1e+21`, `1e-7`, `0.000001`.
  ///
  /// @throws NoSpelling where the number is beyond a double
  static String ecma(String spelling) {
    return arranged(number(spelling), 21, -6, false);
  }

  /// As Python prints a float: `864.0`, `1e+16`, `1e-05`.
  static String python(String spelling) {
    return arranged(number(spelling), 16, -4, true);
  }

  /// Whether the digits that a double is printed with say the same number.
  static boolean isExact(String spelling) {
    if (spelling.length() > LONGEST) {
      return false;
    }
    try {
      return new BigDecimal(spelling).compareTo(new BigDecimal(ecma(spelling))) == 0;
    } catch (NumberFormatException exponentBeyondAnInt) {
      return false;
    }
  }

  private static double number(String spelling) {
    var value = Double.parseDouble(spelling);
    if (!Double.isFinite(value)) {
      throw new NoSpelling("the number " + Shown.of(spelling) + " is beyond a double");
    }
    return value;
  }

  /// @param most from this power of ten on, and
  /// @param least below this one, an exponent is written
  private static String arranged(double value, int most, int least, boolean python) {
    if (value == 0) {
      return python ? (1 / value < 0 ? "-0.0" : "0.0") : "0";
    }
    var decimal = shortest(Math.abs(value));
    var digits = decimal.unscaledValue().toString();
    var point = digits.length() - decimal.scale(); // value = 0.digits * 10^point
    var sign = value < 0 ? "-" : "";
    if (point > most || point <= least) {
      return sign + exponent(digits, point - 1, python);
    }
    if (point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    if (digits.length() <= point) {
      return sign + digits + "0".repeat(point - digits.length()) + (python ? ".0" : "");
    }
    return sign + digits.substring(0, point) + "." + digits.substring(point);
  }

  /// Java keeps two digits where one would do (4.9E-324 for 5e-324).
  private static BigDecimal shortest(double value) {
    var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var rounded = decimal.round(new MathContext(1, RoundingMode.HALF_UP)).stripTrailingZeros();
    return decimal.precision() == 2 && rounded.doubleValue() == value ? rounded : decimal;
  }

  private static String exponent(String digits, int power, boolean python) {
    var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    var size = Integer.toString(Math.abs(power));
    return mantissa
        + "e"
        + (power < 0 ? "-" : "+")
        + (python && size.length() == 1 ? "0" : "")
        + size;
  }
}
