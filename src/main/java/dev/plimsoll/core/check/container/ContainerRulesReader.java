package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.container.DockerfileRule.Kind;
import dev.plimsoll.core.check.container.DockerfileRule.Wanted;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.patience.Patience;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `container:`. Use it once.
final class ContainerRulesReader {
  private static final String USUAL_COMPOSE = "docker-compose.yml";

  private final Findings findings;
  private final List<ContainerRule> rules = new ArrayList<>();

  ContainerRulesReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable ContainerRules read(Node value) {
    var fields = FieldReader.of(value, "'container'", findings);
    if (fields == null) {
      return null;
    }
    fields.items("dockerfile").forEach(this::dockerfile);
    fields.items("compose").forEach(this::compose);
    fields.items("health").forEach(this::health);
    fields.items("image").forEach(this::image);
    fields.done();
    if (rules.isEmpty() && !findings.hasErrors()) {
      findings.error(
          fields.at(),
          "'container' looks at nothing here.",
          "Add for example dockerfile: {file: Dockerfile, healthcheck: true}.");
    }
    return rules.isEmpty() ? null : new ContainerRules(rules);
  }

  private String file(FieldReader fields, String usual) {
    var text = fields.text("file");
    var flaw = text == null ? null : RepositoryPaths.flaw(text);
    if (flaw != null) {
      findings.error(fields.valueAt("file"), flaw, "Name a file inside the repository.");
    }
    return text == null ? usual : RepositoryPaths.normalised(text);
  }

  private void dockerfile(Node node) {
    var fields = FieldReader.of(node, "'dockerfile'", findings);
    if (fields == null) {
      return;
    }
    var wanted = new ArrayList<Wanted>();
    var file = file(fields, "Dockerfile");
    add(fields.texts("from"), Kind.FROM, wanted);
    add(fields.texts("volume"), Kind.VOLUME, wanted);
    switch (fields.node("healthcheck")) {
      case null -> {}
      case Node.Fields says -> {
        var check = new FieldReader(says, findings);
        wanted.add(new Wanted(Kind.HEALTHCHECK, ""));
        add(check.texts("contains"), Kind.HEALTHCHECK_SAYS, wanted);
        check.done();
      }
      case Node _ -> {
        if (fields.flag("healthcheck", false)) {
          wanted.add(new Wanted(Kind.HEALTHCHECK, ""));
        }
      }
    }
    both(fields, "packages", Kind.PACKAGE, Kind.NO_PACKAGE, wanted);
    both(fields, "copies", Kind.COPY, Kind.NO_COPY, wanted);
    var entry = fields.fields("entrypoint");
    if (entry != null) {
      add(entry.texts("contains"), Kind.ENTRYPOINT_SAYS, wanted);
      entry.done();
    }
    add(fields.texts("user"), Kind.USER, wanted);
    if (fields.flag("nonRoot", false)) {
      wanted.add(new Wanted(Kind.NOT_ROOT, ""));
    }
    fields.done();
    if (wanted.isEmpty()) {
      findings.error(
          fields.at(), "Nothing is asked of " + file + ".", "Add for example healthcheck: true.");
    } else {
      rules.add(new DockerfileRule(file, wanted));
    }
  }

  private void both(FieldReader fields, String key, Kind there, Kind away, List<Wanted> wanted) {
    var parts = fields.fields(key);
    if (parts != null) {
      add(parts.texts("contains"), there, wanted);
      add(parts.texts("absent"), away, wanted);
      parts.done();
    }
  }

  private static void add(List<String> texts, Kind kind, List<Wanted> wanted) {
    texts.forEach(text -> wanted.add(new Wanted(kind, text)));
  }

  private void compose(Node node) {
    var fields = FieldReader.of(node, "'compose'", findings);
    if (fields == null) {
      return;
    }
    var rule =
        new ComposeRule(
            file(fields, USUAL_COMPOSE),
            fields.texts("services"),
            fields.flag("healthcheck", false),
            fields.flag("pinned", false));
    fields.done();
    if (rule.services().isEmpty() && !rule.healthcheck() && !rule.pinned()) {
      findings.error(
          fields.at(),
          "Nothing is asked of " + rule.file() + ".",
          "Add for example healthcheck: true.");
    } else {
      rules.add(rule);
    }
  }

  private void health(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals("true")) {
      rules.add(new HealthRule(HealthRule.USUAL, List.of(), List.of(), null));
      return;
    }
    var fields = FieldReader.of(node, "'health'", findings);
    if (fields == null) {
      return;
    }
    var ps = program(fields, "ps", HealthRule.USUAL);
    rules.add(
        new HealthRule(
            ps,
            fields.texts("services"),
            fields.texts("ended"),
            Patience.read(fields, "until", findings)));
    fields.done();
  }

  private void image(Node node) {
    var fields = FieldReader.of(node, "'image'", findings);
    if (fields == null) {
      return;
    }
    var name = fields.requiredText("name");
    var digest = fields.requiredText("digest");
    if (!digest.isBlank() && !ImageRule.isReference(digest)) {
      findings.error(
          fields.valueAt("digest"),
          "'" + digest + "' is no digest.",
          "Write sha256: and 64 hexadecimal digits, or the file#path of where it is recorded.");
    }
    rules.add(new ImageRule(name, digest, program(fields, "inspect", ImageRule.USUAL)));
    fields.done();
  }

  private static List<String> program(FieldReader fields, String key, List<String> usual) {
    var words = fields.texts(key);
    return words.isEmpty() ? usual : words;
  }
}
