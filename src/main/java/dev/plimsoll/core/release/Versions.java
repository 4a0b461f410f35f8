package dev.plimsoll.core.release;

import dev.plimsoll.core.model.ReleaseType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Distances between versions.
public final class Versions {
  private Versions() {}

  /// How far `next` stands from `previous`, both under the same scheme.
  ///
  /// A pre-release is [ReleaseType#PRERELEASE], whatever it precedes. Otherwise the first number
  /// that differs decides: the first (or PEP 440's epoch) makes it major, the second minor,
  /// anything after that patch. Without a previous version, and after a pre-release of the same
  /// numbers, the distance is that from zero: `2.0.0` is major, `1.3.0` minor.
  public static ReleaseType classify(@Nullable SchemeVersion previous, SchemeVersion next) {
    if (next.isPrerelease()) {
      return ReleaseType.PRERELEASE;
    }
    if (previous == null) {
      return fromZero(next);
    }
    if (!epoch(previous).equals(epoch(next))) {
      return ReleaseType.MAJOR;
    }
    if (previous.isPrerelease() && Pep440.compareNumbers(previous.numbers(), next.numbers()) == 0) {
      return fromZero(next);
    }
    if (!number(previous, 0).equals(number(next, 0))) {
      return ReleaseType.MAJOR;
    }
    return number(previous, 1).equals(number(next, 1)) ? ReleaseType.PATCH : ReleaseType.MINOR;
  }

  private static ReleaseType fromZero(SchemeVersion next) {
    if (isZeroAfter(next.numbers(), 1)) {
      return ReleaseType.MAJOR;
    }
    return isZeroAfter(next.numbers(), 2) ? ReleaseType.MINOR : ReleaseType.PATCH;
  }

  private static boolean isZeroAfter(List<String> numbers, int kept) {
    return numbers.stream().skip(kept).allMatch("0"::equals);
  }

  private static String epoch(SchemeVersion version) {
    return version instanceof Pep440 python ? python.epoch() : "0";
  }

  private static String number(SchemeVersion version, int index) {
    return index < version.numbers().size() ? version.numbers().get(index) : "0";
  }
}
