package dev.plimsoll.core.check;

import dev.plimsoll.core.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Resolves `{name}` in a checklist's texts: the run's parameters, `{version}`, `{tag}`,
/// `{commit}`, `{product}`, `{branch}`, `{type}`, `{previousTag}` and `{secret.NAME}`. `{{` stands
/// for `{`; `${name}` belongs to a shell and stays as it is. Immutable, thread-safe.
///
/// @param values by name; secrets as `secret.NAME`
public record Variables(Map<String, String> values) {
  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\{|(?<!\\$)\\{([A-Za-z][A-Za-z0-9_.-]*)\\}");

  public Variables {
    values = Map.copyOf(values);
  }

  /// These and others; of the same name, the other.
  public Variables with(Map<String, String> others) {
    var all = new HashMap<>(values);
    all.putAll(others);
    return new Variables(all);
  }

  /// The names that `template` refers to, in order.
  public List<String> names(String template) {
    return REFERENCE
        .matcher(template)
        .results()
        .flatMap(reference -> Stream.ofNullable(reference.group(1)))
        .distinct()
        .toList();
  }

  /// @throws Problem where a name has no value
  public String resolve(String template) {
    var matcher = REFERENCE.matcher(template);
    var text = new StringBuilder();
    while (matcher.find()) {
      var name = matcher.group(1);
      matcher.appendReplacement(text, Matcher.quoteReplacement(name == null ? "{" : value(name)));
    }
    return matcher.appendTail(text).toString();
  }

  /// For reading before everything is known: a name without a value stays as it is written.
  public String resolveKnown(String template) {
    return REFERENCE
        .matcher(template)
        .replaceAll(reference -> {
          var name = reference.group(1);
          return Matcher.quoteReplacement(
              name == null ? "{" : values.getOrDefault(name, reference.group()));
        });
  }

  private String value(String name) {
    var value = values.get(name);
    if (value != null) {
      return value;
    }
    if (name.startsWith("secret.")) {
      var secret = name.substring("secret.".length());
      throw Problem.of(
          "Secret not known",
          "The step uses the secret " + secret + ", which has no value.",
          "Set the environment variable " + secret + " and run the step again.");
    }
    if (name.startsWith("captured.")) {
      throw Problem.of(
          "Value not known",
          "The step uses {" + name + "}, which nothing has captured in this run.",
          "Run the step "
              + name.split("\\.")[1]
              + " first; a secret value is kept by the program"
              + " that captured it alone.");
    }
    throw Problem.of(
        "Variable not known",
        "The step uses {" + name + "}, which has no value in this run.",
        "Give it with --set " + name + "=VALUE, or declare it under parameters.");
  }
}
