package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.checklist.YamlReader;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `compose`: facts about the services of a compose file.
///
/// @param services names that must be there
/// @param healthcheck whether each declares a health check
/// @param pinned whether each image has a version or a digest
record ComposeRule(String file, List<String> services, boolean healthcheck, boolean pinned)
    implements ContainerRule {
  ComposeRule {
    services = List.copyOf(services);
  }

  @Override
  public String words() {
    var words = new ArrayList<String>();
    if (!services.isEmpty()) {
      words.add("services " + String.join(", ", services));
    }
    if (healthcheck) {
      words.add("a health check each");
    }
    if (pinned) {
      words.add("images pinned");
    }
    return file + ": " + String.join(", ", words);
  }

  @Override
  public String describe() {
    return "reads " + file;
  }

  @Override
  public List<Clause> check(StepContext context) {
    var name = context.variables().resolve(file);
    var findings = new Findings();
    var text = ContainerRule.text(context, name);
    var root = YamlReader.read(name, text.getBytes(StandardCharsets.UTF_8), findings);
    if (!(root instanceof Node.Fields top)) {
      return List.of(
          new Clause(
              Clause.Verdict.UNCLEAR,
              name + " not readable",
              findings.list().isEmpty()
                  ? List.of(
                      Finding.error(
                          name + " is no compose file.", Position.of(name), "Correct it."))
                  : findings.list()));
    }
    if (!(field(top, "services") instanceof Node.Fields declared) || declared.fields().isEmpty()) {
      return List.of(
          Clause.broken(
              "no service in " + name,
              Finding.error(name + " declares no service.", top.at(), "Declare them.")));
    }
    var clauses = new ArrayList<Clause>();
    names(declared, clauses);
    if (healthcheck) {
      clauses.add(healthchecks(declared));
    }
    if (pinned) {
      clauses.add(images(declared));
    }
    return clauses;
  }

  private void names(Node.Fields declared, List<Clause> clauses) {
    var there = declared.fields().stream().map(Node.Field::name).toList();
    for (var service : services) {
      clauses.add(
          there.contains(service)
              ? Clause.held("service " + service)
              : Clause.broken(
                  "no service " + service,
                  Finding.error(
                      "The service " + service + " is not declared.",
                      declared.at(),
                      Nearest.hint(service, there))));
    }
  }

  private static Clause healthchecks(Node.Fields declared) {
    var findings = new ArrayList<Finding>();
    for (var service : declared.fields()) {
      var check = field(service.value(), "healthcheck");
      if (check == null || isSwitchedOff(check)) {
        findings.add(
            Finding.error(
                "The service " + service.name() + " declares no health check.",
                service.at(),
                "Add healthcheck: {test: [...]}."));
      }
    }
    return findings.isEmpty()
        ? Clause.held(declared.fields().size() + " services with a health check")
        : Clause.broken(findings.size() + " services without a health check", findings);
  }

  private static boolean isSwitchedOff(Node check) {
    var test = field(check, "test");
    var first = test instanceof Node.Items items ? items.items().stream().findFirst() : null;
    return says(field(check, "disable"), "true")
        || says(test, "NONE")
        || (first != null && first.filter(word -> says(word, "NONE")).isPresent());
  }

  private static boolean says(@Nullable Node node, String text) {
    return node instanceof Node.Scalar scalar && scalar.text().equals(text);
  }

  private static Clause images(Node.Fields declared) {
    var findings = new ArrayList<Finding>();
    var unsure = new ArrayList<Finding>();
    var seen = 0;
    for (var service : declared.fields()) {
      if (field(service.value(), "image") instanceof Node.Scalar image
          && field(service.value(), "build") == null) {
        seen++;
        if (image.text().contains("$")) {
          unsure.add(
              Finding.error(
                  "The image of " + service.name() + " depends on a variable.",
                  image.at(),
                  "Write its version out."));
        } else if (!isPinned(image.text())) {
          findings.add(
              Finding.error(
                  "The image of " + service.name() + " has no version of its own.",
                  image.at(),
                  "Name a tag other than latest, or a digest."));
        }
      }
    }
    if (!findings.isEmpty()) {
      return Clause.broken(findings.size() + " images not pinned", findings);
    }
    if (seen == 0) {
      return Clause.unclear(
          "no image to be pinned",
          Finding.error(
              "No service names an image that is not built here.",
              declared.at(),
              "Leave 'pinned' out, or ask for the base image under dockerfile."));
    }
    return unsure.isEmpty()
        ? Clause.held(seen + " images pinned")
        : new Clause(Clause.Verdict.UNCLEAR, "images that depend on variables", unsure);
  }

  private static boolean isPinned(String image) {
    if (image.contains("@sha256:")) {
      return true;
    }
    var name = image.substring(image.lastIndexOf('/') + 1);
    var colon = name.indexOf(':');
    return colon > 0 && colon < name.length() - 1 && !name.substring(colon + 1).equals("latest");
  }

  /// The value of a key, merged mappings (`<<`) included, or null.
  private static @Nullable Node field(@Nullable Node node, String key) {
    if (!(node instanceof Node.Fields fields)) {
      return null;
    }
    var own = fields.field(key);
    if (own.isPresent()) {
      return own.get().value();
    }
    return switch (fields.field("<<").map(Node.Field::value).orElse(null)) {
      case Node.Fields merged -> field(merged, key);
      case Node.Items several ->
          several.items().stream()
              .map(one -> field(one, key))
              .filter(found -> found != null)
              .findFirst()
              .orElse(null);
      case null, default -> null;
    };
  }
}
