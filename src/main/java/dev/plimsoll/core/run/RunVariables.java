package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The values behind `{name}` in one run.
final class RunVariables {
  /// A login in an address: `http://user:password@host`.
  private static final Pattern LOGIN = Pattern.compile("^[^/?#]*//[^/?#]*@");

  private RunVariables() {}

  /// Given parameters over the checklist's defaults.
  ///
  /// @throws Problem for a parameter that the checklist does not declare, a wrong value, or one
  ///   that is missing
  static Map<String, String> parameters(
      RunSetting setting, Map<String, String> given, Map<String, String> environment) {
    refuseSecrets(given, secrets(setting, environment));
    var values = new TreeMap<String, String>();
    for (var parameter : setting.checklist().parameters()) {
      var value = given.get(parameter.name());
      if (value == null) {
        value = parameter.byDefault();
      }
      if (value == null) {
        throw Problem.of(
            "Run not opened",
            "The checklist "
                + setting.checklist().id()
                + " needs the parameter "
                + parameter.name()
                + ".",
            "Give it with --set " + parameter.name() + "=VALUE.");
      }
      values.put(parameter.name(), checked(parameter, value));
    }
    mustFit(setting.checklist(), given);
    return values;
  }

  /// @throws Problem for a given parameter that the checklist does not declare, or a wrong value
  static void mustFit(Checklist checklist, Map<String, String> given) {
    var declared = new TreeMap<String, Parameter>();
    checklist.parameters().forEach(each -> declared.put(each.name(), each));
    given.forEach((name, value) -> {
      var parameter = declared.get(name);
      if (parameter == null) {
        throw Problem.of(
            "Run not opened",
            "The checklist " + checklist.id() + " has no parameter named " + name + ".",
            declared.isEmpty()
                ? "It takes none; leave it out."
                : "Use one of: " + String.join(", ", declared.keySet()) + ".");
      }
      checked(parameter, value);
    });
  }

  /// Parameters stand in the log and in the record, so none may carry a secret.
  private static void refuseSecrets(Map<String, String> given, Map<String, String> secrets) {
    var redactor = new Redactor(secrets, Set.of());
    given.forEach((name, value) -> {
      if (!redactor.redact(value).equals(value)) {
        throw Problem.of(
            "Run not opened",
            "The value of " + name + " holds a secret, and parameters are kept in the record.",
            "Use {secret.NAME} in the checklist instead.");
      }
    });
  }

  private static String checked(Parameter parameter, String value) {
    if (parameter.type() == Parameter.Type.URL && LOGIN.matcher(value).find()) {
      throw Problem.of(
          "Run not opened",
          "The address given for "
              + parameter.name()
              + " holds a login, and parameters are kept in the record.",
          "Leave it out of the address, and send it in a header of the checklist that says"
              + " {secret.NAME}.");
    }
    var fits =
        switch (parameter.type()) {
          case TEXT, PATH -> true;
          case NUMBER -> value.matches("-?\\d+(\\.\\d+)?");
          case BOOLEAN -> value.equals("true") || value.equals("false");
          case URL -> value.startsWith("http://") || value.startsWith("https://");
          case CHOICE -> parameter.choices().contains(value);
        };
    if (!fits) {
      throw Problem.of(
          "Run not opened",
          "The parameter " + parameter.name() + " cannot be '" + value + "'.",
          switch (parameter.type()) {
            case CHOICE -> "Use one of: " + String.join(", ", parameter.choices()) + ".";
            case URL -> "Begin with http:// or https://, for example http://localhost:8000.";
            case NUMBER -> "Write a number, such as 12 or -0.5.";
            case BOOLEAN -> "Write true or false.";
            case TEXT, PATH -> "Correct it.";
          });
    }
    return value;
  }

  /// What conditions may name: everything but secrets.
  ///
  /// @param candidate at the commit that is looked at
  static Map<String, String> plain(RunSetting setting, RunState run, Candidate candidate) {
    var values = new LinkedHashMap<>(run.opening().parameters());
    values.put("version", candidate.version());
    values.put("tag", candidate.tag());
    values.put("product", candidate.product());
    values.put("type", candidate.type().word());
    values.put("branch", candidate.bound().branch());
    values.put("commit", candidate.bound().commit());
    values.put("previousTag", setting.previousTag() == null ? "" : setting.previousTag());
    return values;
  }

  /// Everything, secrets as `secret.NAME`.
  static Variables all(
      RunSetting setting, RunState run, Candidate candidate, Map<String, String> secrets) {
    var values = new LinkedHashMap<>(plain(setting, run, candidate));
    secrets.forEach((name, value) -> values.put("secret." + name, value));
    return new Variables(values);
  }

  /// The project's secrets that this process's environment knows.
  static Map<String, String> secrets(RunSetting setting, Map<String, String> environment) {
    var secrets = new TreeMap<String, String>();
    for (var name : setting.project().secrets()) {
      var value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        secrets.put(name, value);
      }
    }
    return secrets;
  }
}
