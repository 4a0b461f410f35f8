package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.Expression.Malformed;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What is known while a checklist is read: its parameters, the steps before this one, and the
/// names that other files must explain. One per reading.
final class ChecklistScope {
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{|(?<!\\$)\\{([A-Za-z][A-Za-z0-9_.-]*)\\}");
  private static final String SECRET = "secret.";
  private static final String CAPTURED = "captured.";

  private final Map<String, Parameter> parameters;
  private final Findings findings;
  private final Map<String, Position> steps = new LinkedHashMap<>();
  private final Map<String, Position> sections = new LinkedHashMap<>();
  private final Set<String> captured = new TreeSet<>();
  private final List<Reference> references = new ArrayList<>();

  ChecklistScope(List<Parameter> parameters, Findings findings) {
    this.parameters = new LinkedHashMap<>();
    parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
    this.findings = findings;
  }

  List<Reference> references() {
    return references;
  }

  void refer(Reference.Kind kind, String name, Position at) {
    references.add(new Reference(kind, name, at));
  }

  void addSection(String id, Position at) {
    add(sections, "section", id, at);
  }

  /// From here on, conditions may refer to the step.
  void addStep(String id, Position at) {
    add(steps, "step", id, at);
  }

  /// From here on, texts may use what the step takes from what it sees.
  void addCaptures(String step, Collection<String> names) {
    names.forEach(name -> captured.add(CAPTURED + step + "." + name));
  }

  private void add(Map<String, Position> known, String what, String id, Position at) {
    Names.checkId(id, at, findings);
    var first = id.isBlank() ? null : known.putIfAbsent(id, at);
    if (first != null) {
      findings.error(
          at,
          "The "
              + what
              + " '"
              + id
              + "' stands here twice; first at line "
              + first.line()
              + ", column "
              + first.column()
              + ".",
          "Give one of them another id.");
    }
  }

  /// Says every `{name}` in the texts under `node` that a run would not know.
  void checkTemplates(Node node) {
    switch (node) {
      case Node.Scalar scalar -> checkTemplate(scalar);
      case Node.Items items -> items.items().forEach(this::checkTemplates);
      case Node.Fields fields -> fields.fields().forEach(field -> checkTemplates(field.value()));
    }
  }

  private void checkTemplate(Node.Scalar scalar) {
    var matcher = TEMPLATE.matcher(scalar.text());
    while (matcher.find()) {
      var name = matcher.group(1);
      if (name == null || Names.VARIABLES.contains(name) || parameters.containsKey(name)) {
        continue;
      }
      if (name.startsWith(SECRET)) {
        refer(Reference.Kind.SECRET, name.substring(SECRET.length()), scalar.at());
        continue;
      }
      if (captured.contains(name)) {
        continue;
      }
      findings.error(
          scalar.at(),
          "Nothing gives {" + name + "} a value.",
          name.startsWith(CAPTURED) ? capturedHint(name) : templateHint(name));
    }
  }

  private String capturedHint(String name) {
    return captured.isEmpty()
        ? "No step before this one captures anything: add capture: {NAME: jsonpath $.id} to one."
        : Nearest.hint(name, captured);
  }

  private String templateHint(String name) {
    return Nearest.nearest(name, known())
        .map(near -> "Did you mean '{" + near + "}'?")
        .orElse(
            "Declare "
                + name
                + " under parameters, or write {{"
                + name
                + "} where braces are meant.");
  }

  private List<String> known() {
    var known = new ArrayList<>(Names.VARIABLES);
    known.addAll(parameters.keySet());
    return known;
  }

  /// Says what is wrong with a condition and with the names in it.
  void checkCondition(String text, Position at) {
    try {
      for (var name : Expression.parse(text).names().stream().sorted().toList()) {
        checkName(name, at);
      }
    } catch (Malformed malformed) {
      findings.error(
          at,
          "The condition is malformed at its character "
              + malformed.character()
              + ": "
              + malformed.getMessage(),
          malformed.next());
    }
  }

  private void checkName(String name, Position at) {
    if (name.startsWith("steps.")) {
      checkStepName(name, at);
    } else if (!Names.VARIABLES.contains(name) && !parameters.containsKey(name)) {
      findings.error(
          at,
          "The condition uses " + name + ", which nothing gives a value.",
          Nearest.nearest(name, known())
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Declare it under parameters, or put a text in quotes."));
    }
  }

  private void checkStepName(String name, Position at) {
    var end = name.lastIndexOf('.');
    var id = end > "steps.".length() ? name.substring("steps.".length(), end) : "";
    if (!name.endsWith(".outcome") || id.isEmpty()) {
      findings.error(
          at,
          "The condition uses " + name + ", which nothing gives a value.",
          "Write steps.ID.outcome.");
    } else if (!steps.containsKey(id)) {
      findings.error(
          at,
          "The condition looks at the step '" + id + "', which does not stand before this one.",
          steps.isEmpty() ? "Move the step behind it." : Nearest.hint(id, steps.keySet()));
    }
  }
}
