package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `env:`. Use it once.
final class EnvRulesReader {
  private static final String USUAL_FILE = ".env";

  private final Findings findings;
  private final List<EnvRule> rules = new ArrayList<>();
  private boolean absolute;

  EnvRulesReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable EnvRules read(Node value) {
    var fields = FieldReader.of(value, "'env'", findings);
    if (fields == null) {
      return null;
    }
    absolute = fields.flag("absolute", false);
    var file = path(fields, "file");
    var example = path(fields, "example");
    var optional = fields.texts("optional");
    if (example != null) {
      rules.add(new SameKeys(example, optional));
    } else if (!optional.isEmpty()) {
      findings.error(
          fields.at("optional"), "'optional' is about an example.", "Add example: .env.example");
    }
    fields.texts("set").forEach(key -> rules.add(new IsSet(key)));
    oneOf(fields);
    paths(fields, "under", PathRule.Kind.UNDER);
    fields.texts("exists").forEach(key -> rules.add(new PathRule(key, PathRule.Kind.EXISTS, "")));
    paths(fields, "sameFile", PathRule.Kind.SAME);
    rotated(fields);
    secrets(fields);
    var names = new EnvFacts.KeyNames(aliases(fields), fields.texts("defaults"));
    fields.done();
    if (rules.isEmpty() && !findings.hasErrors()) {
      findings.error(
          fields.at(), "'env' looks at nothing here.", "Add for example set: [ADMIN_KEY].");
    }
    return rules.isEmpty()
        ? null
        : new EnvRules(file == null ? USUAL_FILE : file, example, names, absolute, rules);
  }

  private @Nullable String path(FieldReader fields, String key) {
    var text = fields.text(key);
    return text == null ? null : checked(text, fields.at(key), false);
  }

  private String checked(String path, Position at, boolean mayLeave) {
    var flaw = mayLeave ? null : RepositoryPaths.flaw(path);
    if (flaw != null) {
      findings.error(
          at,
          flaw,
          RepositoryPaths.isAbsolute(path) && !path.isBlank()
              ? "Name a path inside the repository; what a key names may lie outside with absolute:"
                  + " true."
              : "Name a path inside the repository.");
    }
    return RepositoryPaths.normalised(path);
  }

  private void oneOf(FieldReader fields) {
    forEach(
        fields,
        "oneOf",
        (key, value) -> {
          var wrapper = new FieldReader(single(key, value), findings);
          var values = wrapper.texts(key);
          if (values.isEmpty() && !findings.hasErrors()) {
            findings.error(
                value.at(), "No value is given for " + key + ".", "List the known values.");
          }
          rules.add(new OneOf(key, values));
        });
  }

  private void paths(FieldReader fields, String name, PathRule.Kind kind) {
    forEach(
        fields,
        name,
        (key, value) -> {
          var path = new FieldReader(single(key, value), findings).text(key);
          if (path != null) {
            rules.add(new PathRule(key, kind, checked(path, value.at(), absolute)));
          }
        });
  }

  private void rotated(FieldReader fields) {
    forEach(
        fields,
        "rotated",
        (key, value) -> {
          var rotation = FieldReader.of(value, "The rotation of " + key, findings);
          if (rotation == null) {
            return;
          }
          var reference = rotation.text("file");
          var dateKey = rotation.text("key");
          var atMost = rotation.duration("atMost");
          rotation.done();
          if ((reference == null) == (dateKey == null)) {
            findings.error(
                rotation.at(),
                "It must be said where the day of the rotation of " + key + " stands.",
                "Add file: \"secrets.yaml#" + key + "\", or key: " + key + "_ROTATED.");
          } else if (atMost == null) {
            if (!rotation.has("atMost")) {
              findings.error(rotation.at(), "No age is given for " + key + ".", "Add atMost: 90d");
            }
          } else {
            if (reference != null) {
              checked(reference.split("#", 2)[0], rotation.at("file"), false);
            }
            rules.add(new Rotated(key, reference, dateKey, atMost));
          }
        });
  }

  private void secrets(FieldReader fields) {
    switch (fields.node("secrets")) {
      case null -> {}
      case Node.Scalar _ -> {
        if (fields.flag("secrets", false)) {
          rules.add(new SecretsSet(List.of(), null));
        }
      }
      case Node other -> {
        var secrets = FieldReader.of(other, "'secrets'", findings);
        if (secrets != null) {
          var rotations = path(secrets, "rotations");
          rules.add(new SecretsSet(secrets.texts("except"), rotations));
          secrets.done();
        }
      }
    }
  }

  private Map<String, List<String>> aliases(FieldReader fields) {
    var aliases = new LinkedHashMap<String, List<String>>();
    forEach(
        fields,
        "aliases",
        (key, value) -> aliases.put(key, new FieldReader(single(key, value), findings).texts(key)));
    return aliases;
  }

  private interface KeyRule {
    void read(String key, Node value);
  }

  private void forEach(FieldReader fields, String name, KeyRule rule) {
    switch (fields.node(name)) {
      case null -> {}
      case Node.Fields map -> map.fields().forEach(field -> rule.read(field.name(), field.value()));
      case Node other -> fields.wrong(name, other, "a mapping of keys");
    }
  }

  private static Node.Fields single(String key, Node value) {
    return new Node.Fields(List.of(new Node.Field(key, value.at(), value)), value.at());
  }
}
