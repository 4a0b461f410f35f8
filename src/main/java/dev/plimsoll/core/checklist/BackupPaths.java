package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Forms of paths and names of a backup set.
final class BackupPaths {
  /// Of the archives' names, where the set does not say another.
  static final String USUAL_FORM = "backup_{yyyyMMdd_HHmmss}";

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)?\\{([yMdHms._-]+)}[A-Za-z0-9._-]*");
  private static final int LONGEST = 100;

  private BackupPaths() {}

  /// A path or pattern: below the repository, or absolute.
  static String source(Node.Scalar scalar, Findings findings) {
    var text = scalar.text();
    var isPattern = text.matches(".*[*?\\[{].*");
    var plain = isPattern ? text : text.replace('\\', '/');
    if (plain.isBlank()) {
      findings.error(scalar.at(), "A path is empty.", "Name a file, a folder or a pattern.");
    } else if (Arrays.asList(plain.split("/")).contains("..")) {
      findings.error(
          scalar.at(),
          "'" + text + "' leads out of the folder it starts in.",
          "Name a path inside the repository, or an absolute one without '..'.");
    } else if (plain.startsWith("~")) {
      findings.error(
          scalar.at(),
          "'~' is not read here: no shell does.",
          "Write the whole path, or one inside the repository.");
    } else if (isPattern) {
      var mistake = Glob.mistake(plain);
      if (mistake != null) {
        findings.error(scalar.at(), mistake, "Correct the pattern.");
      } else if (BackupWords.isAbsolute(plain)) {
        findings.error(
            scalar.at(),
            "A pattern cannot be absolute.",
            "Name the folder itself, and leave out what is not wanted with exclude.");
      }
    }
    return plain;
  }

  /// Says where `form` makes no file names that tell the second.
  static void checkForm(String form, Position at, Findings findings) {
    var matcher = FORM.matcher(form);
    if (form.length() > LONGEST || !matcher.matches() || !tellsTheSecond(matcher.group(2))) {
      findings.error(
          at,
          "'" + form + "' is no form of a backup's name.",
          "Write letters, digits, '.', '_' and '-' around the time to the second, as in "
              + USUAL_FORM
              + ".");
    }
  }

  private static boolean tellsTheSecond(String pattern) {
    try {
      var format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      var time = LocalDateTime.of(2026, 11, 21, 20, 15, 42);
      return LocalDateTime.parse(time.format(format), format).equals(time);
    } catch (DateTimeException | IllegalArgumentException notOne) {
      return false;
    }
  }
}
