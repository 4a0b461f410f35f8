package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `parameters:` of a checklist.
final class ParameterReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final Map<String, Parameter.Type> TYPES = types();

  private final Findings findings;

  ParameterReader(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, Parameter.Type> types() {
    var types = new LinkedHashMap<String, Parameter.Type>();
    for (var type : Parameter.Type.values()) {
      types.put(type.name().toLowerCase(Locale.ROOT), type);
    }
    return types;
  }

  List<Parameter> read(@Nullable Node node) {
    var parameters = new ArrayList<Parameter>();
    if (node instanceof Node.Fields fields) {
      for (var field : fields.fields()) {
        checkName(field.name(), field.at());
        var reader =
            FieldReader.of(field.value(), "The parameter '" + field.name() + "'", findings);
        if (reader != null) {
          parameters.add(parameter(field.name(), reader));
        }
      }
    } else if (node != null) {
      findings.error(
          node.at(),
          "'parameters' must be a mapping, not " + node.kind() + ".",
          "Write name: {type: text}.");
    }
    return parameters;
  }

  private void checkName(String name, Position at) {
    if (Names.VARIABLES.contains(name)) {
      findings.error(
          at,
          "{" + name + "} already has a meaning in every run.",
          "Give the parameter another name.");
    } else if (!NAME.matcher(name).matches() || ExpressionParser.isReserved(name)) {
      findings.error(
          at,
          "'" + name + "' is no name of a parameter.",
          "Use letters, digits, - and _, a letter first, and no word of the condition language.");
    }
  }

  private Parameter parameter(String name, FieldReader fields) {
    var given = fields.word("type", TYPES);
    var type = given == null ? Parameter.Type.TEXT : given;
    var choices = fields.texts("choices");
    var byDefault = fields.text("default");
    var parameter = new Parameter(name, type, byDefault, choices, fields.text("title"));
    if (type == Parameter.Type.CHOICE && choices.isEmpty()) {
      findings.error(
          fields.at("choices"),
          "A choice needs something to choose from.",
          "Add choices: [one, two].");
    } else if (type != Parameter.Type.CHOICE && fields.has("choices")) {
      findings.error(
          fields.at("choices"),
          "Only a parameter of type choice has choices.",
          "Write type: choice, or remove them.");
    } else if (byDefault != null) {
      var mistake = ParameterValues.mistake(parameter, byDefault);
      if (mistake != null) {
        findings.error(fields.valueAt("default"), mistake, "Correct the default.");
      }
    }
    fields.done();
    return parameter;
  }
}
