package dev.plimsoll.core.release;

import java.util.List;

/// Why a text is no version, in words for a person.
public final class VersionFlaw {
  private static final String LETTERS = "[0-9]+[A-Za-z].*";

  private VersionFlaw() {}

  /// A clause that follows "because" or a colon: `it has 2 numbers, and SemVer has 3`. For a text
  /// that is a version it says nothing useful.
  public static String of(VersionScheme scheme, String text) {
    if (text.isBlank()) {
      return "it is empty";
    }
    if (!text.equals(text.strip())) {
      return "a blank stands around it";
    }
    return switch (scheme) {
      case SEMVER -> semver(text);
      case PEP440 -> pep440(text);
    };
  }

  private static String semver(String text) {
    if (text.startsWith("v") || text.startsWith("V")) {
      return "the v belongs to the tag, not to the version";
    }
    var front = text.split("[-+]", 2)[0];
    var numbers = List.of(front.split("\\.", -1));
    for (var number : numbers) {
      if (number.matches(LETTERS)) {
        return "'" + number + "' is no number; a pre-release follows a hyphen, as in 1.2.3-rc.1";
      }
      if (number.isEmpty()) {
        return "a number is missing between the dots";
      }
      if (!Digits.are(number)) {
        return "'" + number + "' is no number";
      }
      if (number.length() > 1 && number.startsWith("0")) {
        return "'" + number + "' begins with a zero";
      }
    }
    if (numbers.size() != 3) {
      return "it has "
          + numbers.size()
          + (numbers.size() == 1 ? " number" : " numbers")
          + ", and SemVer has 3";
    }
    return "what follows the numbers is not made of letters, digits and hyphens between dots,"
        + " without leading zeros";
  }

  private static String pep440(String text) {
    var numbers = text.split("[-+]", 2)[0];
    if (numbers.contains("..") || numbers.endsWith(".")) {
      return "a number is missing between the dots";
    }
    if (!text.matches("[vV]?[0-9].*")) {
      return "it does not begin with a number";
    }
    return "after the numbers only a1, b1, rc1, .post1, .dev1 and +local may follow";
  }
}
