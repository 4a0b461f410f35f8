package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values a run is opened with.
public final class ParameterValues {
  private ParameterValues() {}

  /// What is given, completed by the defaults; paths with `/`.
  ///
  /// @throws Problem for a name that the checklist does not declare, a value of the wrong form, or
  ///   a missing value
  public static Map<String, String> of(Checklist checklist, Map<String, String> given) {
    var names = checklist.parameters().stream().map(Parameter::name).toList();
    for (var name : given.keySet()) {
      if (!names.contains(name)) {
        throw problem(checklist, "It has no parameter '" + name + "'.", hint(name, names));
      }
    }
    var values = new LinkedHashMap<String, String>();
    for (var parameter : checklist.parameters()) {
      var value = given.getOrDefault(parameter.name(), parameter.byDefault());
      if (value == null) {
        throw problem(
            checklist,
            "The parameter '" + parameter.name() + "' has no value.",
            "Give it with --set " + parameter.name() + "=VALUE.");
      }
      var mistake = mistake(parameter, value);
      if (mistake != null) {
        throw problem(checklist, mistake, "Correct --set " + parameter.name() + "=VALUE.");
      }
      values.put(
          parameter.name(),
          parameter.type() == Parameter.Type.PATH ? value.replace('\\', '/') : value);
    }
    return values;
  }

  /// Why `value` is none for `parameter`, a sentence, or null where it is one.
  public static @Nullable String mistake(Parameter parameter, String value) {
    var fits =
        switch (parameter.type()) {
          case TEXT -> true;
          case NUMBER -> value.matches("-?[0-9]+(?:\\.[0-9]+)?");
          case BOOLEAN -> value.equals("true") || value.equals("false");
          case URL -> isUrl(value);
          case PATH -> !value.isBlank() && value.indexOf('\0') < 0;
          case CHOICE -> parameter.choices().contains(value);
        };
    return fits
        ? null
        : "The parameter '"
            + parameter.name()
            + "' must be "
            + wanted(parameter)
            + ", not '"
            + value
            + "'.";
  }

  private static boolean isUrl(String value) {
    try {
      var uri = URI.create(value);
      return uri.isAbsolute() && uri.getHost() != null;
    } catch (IllegalArgumentException noUrl) {
      return false;
    }
  }

  private static String wanted(Parameter parameter) {
    return switch (parameter.type()) {
      case BOOLEAN -> "true or false";
      case URL -> "an address such as https://example.org";
      case CHOICE -> "one of " + String.join(", ", parameter.choices());
      default -> "a " + parameter.type().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String hint(String name, List<String> names) {
    return names.isEmpty() ? "Leave it out." : Nearest.hint(name, names);
  }

  private static Problem problem(Checklist checklist, String where, String next) {
    return Problem.of("Checklist " + checklist.id() + " not opened", where, next);
  }
}
