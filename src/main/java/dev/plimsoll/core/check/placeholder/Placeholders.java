package dev.plimsoll.core.check.placeholder;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows values that nobody chose: what examples and tutorials put in the place of a secret. The
/// list stands in docs/formats/checks-environment.md.
public final class Placeholders {
  private static final Set<String> WORDS =
      Set.of(
          "admin",
          "changeme",
          "change-me",
          "change_me",
          "default",
          "dummy",
          "example",
          "fixme",
          "foo",
          "foobar",
          "insecure",
          "letmein",
          "none",
          "null",
          "password",
          "passwd",
          "placeholder",
          "replaceme",
          "replace-me",
          "replace_me",
          "sample",
          "secret",
          "tbd",
          "temp",
          "test",
          "todo",
          "token",
          "undefined",
          "unset",
          "xxx");

  private static final Pattern SHAPES =
      Pattern.compile(
          "your[-_ ].*|.*[-_ ]your[-_ ].*|my[-_ ](?:secret|password|token|key).*"
              + "|.*[-_ ]here|(?:change|replace|insert|enter|put|fill|add)[-_ ].*"
              + "|<.*>|\\[.*\\]|\\{\\{.*\\}\\}|%.*%"
              + "|.*(?:x{4,}|\\*{3,}|\\.{3,}|…).*|(.)\\1*"
              + "|(?:0?1234567?8?9?0?|abc123|qwerty|abcdef)");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?:.*_)?(?:API_?)?(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|CREDENTIALS?"
              + "|WEBHOOK|DSN|SALT|PEPPER)(?:_(?:ID_SECRET|BASE64|VALUE))?|.*SECRET_.*|.*APIKEY",
          Pattern.CASE_INSENSITIVE);

  private Placeholders() {}

  /// Why `value` is nobody's own, a few words that do not show it, or null where it may be real.
  ///
  /// @param defaults further values that are known to everybody
  public static @Nullable String flaw(String value, Collection<String> defaults) {
    var plain = value.strip();
    if (plain.isEmpty()) {
      return "is empty";
    }
    if (defaults.contains(plain)) {
      return "is a default that the checklist names";
    }
    var lower = plain.toLowerCase(Locale.ROOT);
    return WORDS.contains(lower) || SHAPES.matcher(lower).matches() ? "is a placeholder" : null;
  }

  /// Whether a key names something to be kept secret, going by its name.
  public static boolean namesSecret(String key) {
    return SECRET_NAME.matcher(key).matches();
  }
}
