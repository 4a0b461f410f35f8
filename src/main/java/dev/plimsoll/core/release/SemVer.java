package dev.plimsoll.core.release;

import java.util.List;
import java.util.Optional;

/// A version by SemVer 2.0.0 (semver.org/spec/v2.0.0.html), read strictly and in linear time.
///
/// @param major decimal digits without leading zeros, as are `minor` and `patch`
/// @param pre the dot-separated identifiers after `-`; empty for a release
/// @param build the dot-separated identifiers after `+`; they never count in an order
public record SemVer(String major, String minor, String patch, List<String> pre, List<String> build)
    implements SchemeVersion {
  public SemVer {
    pre = List.copyOf(pre);
    build = List.copyOf(build);
  }

  /// The version, or empty where `text` is not exactly one.
  public static Optional<SemVer> parse(String text) {
    var plus = text.indexOf('+');
    var front = plus < 0 ? text : text.substring(0, plus);
    var dash = front.indexOf('-');
    var core = List.of((dash < 0 ? front : front.substring(0, dash)).split("\\.", -1));
    var pre = dash < 0 ? List.<String>of() : identifiers(front.substring(dash + 1));
    var build = plus < 0 ? List.<String>of() : identifiers(text.substring(plus + 1));
    var valid =
        core.size() == 3
            && core.stream().allMatch(SemVer::isNumber)
            && pre.stream()
                .allMatch(part -> isIdentifier(part) && (!Digits.are(part) || isNumber(part)))
            && build.stream().allMatch(SemVer::isIdentifier);
    return valid
        ? Optional.of(new SemVer(core.get(0), core.get(1), core.get(2), pre, build))
        : Optional.empty();
  }

  private static List<String> identifiers(String text) {
    return List.of(text.split("\\.", -1));
  }

  private static boolean isNumber(String text) {
    return Digits.are(text) && (text.length() == 1 || text.charAt(0) != '0');
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c ->
                c == '-'
                    || (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z'));
  }

  @Override
  public VersionScheme scheme() {
    return VersionScheme.SEMVER;
  }

  @Override
  public String normalised() {
    return major
        + "."
        + minor
        + "."
        + patch
        + (pre.isEmpty() ? "" : "-" + String.join(".", pre))
        + (build.isEmpty() ? "" : "+" + String.join(".", build));
  }

  @Override
  public List<String> numbers() {
    return List.of(major, minor, patch);
  }

  @Override
  public boolean isPrerelease() {
    return !pre.isEmpty();
  }

  @Override
  public int compareTo(SchemeVersion other) {
    if (!(other instanceof SemVer that)) {
      throw new IllegalArgumentException(
          "SemVer and " + other.scheme().title() + " have no common order");
    }
    for (var i = 0; i < 3; i++) {
      var order = Digits.compare(numbers().get(i), that.numbers().get(i));
      if (order != 0) {
        return order;
      }
    }
    if (pre.isEmpty() || that.pre.isEmpty()) {
      return Boolean.compare(pre.isEmpty(), that.pre.isEmpty());
    }
    for (var i = 0; i < Math.min(pre.size(), that.pre.size()); i++) {
      var order = compareIdentifiers(pre.get(i), that.pre.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(pre.size(), that.pre.size());
  }

  private static int compareIdentifiers(String a, String b) {
    var aIsNumber = Digits.are(a);
    var bIsNumber = Digits.are(b);
    if (aIsNumber != bIsNumber) {
      return aIsNumber ? -1 : 1;
    }
    return aIsNumber ? Digits.compare(a, b) : a.compareTo(b);
  }

  @Override
  public String toString() {
    return normalised();
  }
}
