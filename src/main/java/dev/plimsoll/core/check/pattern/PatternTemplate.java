package dev.plimsoll.core.check.pattern;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.text.BoundedPattern;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression as a checklist spells it: `{name}` stands for a variable's value to the
/// letter, `{{` for a brace.
public final class PatternTemplate {
  private PatternTemplate() {}

  /// What is wrong with it, in a few words, or null where it is a regular expression whatever the
  /// values.
  public static @Nullable String flaw(String template) {
    return BoundedPattern.flaw(
        template.replaceAll("(?<!\\{)\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x").replace("{{", "{"));
  }

  /// With its variables in place.
  ///
  /// @throws dev.plimsoll.core.model.Problem where a variable has no value
  public static String resolved(String template, Variables variables) {
    var quoted = new HashMap<String, String>();
    variables.values().forEach((name, value) -> quoted.put(name, Pattern.quote(value)));
    return new Variables(quoted).resolve(template);
  }
}
