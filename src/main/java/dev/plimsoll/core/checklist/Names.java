package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.ReleaseType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Forms of names that several files share.
final class Names {
  /// Variables that every run has.
  static final List<String> VARIABLES =
      List.of("version", "tag", "commit", "product", "branch", "type", "previousTag");

  /// Roles that need no explanation.
  static final List<String> ROLES = List.of("operator", "approver", "auditor");

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  private Names() {}

  /// Says where `id` is no id of a checklist, section or step.
  static void checkId(String id, Position at, Findings findings) {
    if (!id.isBlank() && !ID.matcher(id).matches()) {
      findings.error(
          at,
          "'" + id + "' is no id.",
          "Use at most 64 small letters, digits and dashes, as in unit-tests.");
    }
  }

  static void checkRole(String role, Position at, Findings findings) {
    if (!role.isBlank() && !ROLE.matcher(role).matches()) {
      findings.error(
          at,
          "'" + role + "' is no role.",
          "Use small letters, digits and dashes, as in release-manager.");
    }
  }

  static void checkSecret(String name, Position at, Findings findings) {
    if (!name.isBlank() && !SECRET.matcher(name).matches()) {
      findings.error(
          at,
          "'" + name + "' is no name of a secret.",
          "Name the environment variable: letters, digits and _.");
    }
  }

  static void checkGlobs(FieldReader fields, String key, Findings findings) {
    for (var item : fields.items(key)) {
      if (item instanceof Node.Scalar scalar) {
        var mistake = Glob.mistake(scalar.text());
        if (mistake != null) {
          findings.error(scalar.at(), mistake, "Correct the pattern.");
        }
      }
    }
  }

  /// A path in the repository with `/`: relative, and not out of it.
  static String path(FieldReader fields, String key, String path, Findings findings) {
    var plain = path.replace('\\', '/');
    if (plain.startsWith("/")
        || plain.matches("[A-Za-z]:.*")
        || Arrays.asList(plain.split("/")).contains("..")) {
      findings.error(
          fields.valueAt(key),
          "'" + path + "' leads out of the repository.",
          "Name a path inside it.");
    }
    return plain;
  }

  /// The release types of `types: [minor, major]`; empty where the key is absent.
  static Set<ReleaseType> types(FieldReader fields, String key, Findings findings) {
    var types = EnumSet.noneOf(ReleaseType.class);
    for (var item : fields.items(key)) {
      if (!(item instanceof Node.Scalar scalar)) {
        fields.wrong(key, item, "a list of release types");
        continue;
      }
      ReleaseType.ofWord(scalar.text())
          .ifPresentOrElse(types::add, () -> unknownType(scalar.text(), scalar.at(), findings));
    }
    return types;
  }

  static void unknownType(String word, Position at, Findings findings) {
    findings.error(at, "'" + word + "' is no release type.", Nearest.hint(word, typeWords()));
  }

  static List<String> typeWords() {
    return Arrays.stream(ReleaseType.values()).map(ReleaseType::word).toList();
  }
}
