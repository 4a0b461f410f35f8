package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.checklist.Durations;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `files:`. Use it once.
final class FileRulesReader {
  private final Findings findings;
  private final List<FileRule> rules = new ArrayList<>();
  private boolean absoluteAllowed;

  FileRulesReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable FileRules read(Node value) {
    var fields = FieldReader.of(value, "'files'", findings);
    if (fields == null) {
      return null;
    }
    absoluteAllowed = fields.flag("absolute", false);
    fields.texts("exist").forEach(path -> rules.add(new Exists(path(path, fields.at("exist")))));
    fields.texts("absent").forEach(path -> rules.add(new Absent(path(path, fields.at("absent")))));
    byPath(fields, "age", this::age);
    byPath(fields, "size", this::size);
    fields.items("count").forEach(this::count);
    fields.items("freeSpace").forEach(this::freeSpace);
    fields.items("text").forEach(this::wording);
    fields
        .texts("zipOpens")
        .forEach(path -> rules.add(new ZipOpens(path(path, fields.at("zipOpens")))));
    byPath(fields, "query", this::query);
    agree(fields);
    gates(fields);
    fields.done();
    if (rules.isEmpty() && !findings.hasErrors()) {
      findings.error(
          fields.at(), "'files' looks at nothing here.", "Add for example exist: [README.md].");
    }
    return rules.isEmpty() ? null : new FileRules(rules);
  }

  private interface PathRule {
    void read(String path, Node value);
  }

  /// A mapping of paths to what is asked of them.
  private void byPath(FieldReader fields, String key, PathRule rule) {
    switch (fields.node(key)) {
      case null -> {}
      case Node.Fields map -> {
        for (var field : map.fields()) {
          rule.read(path(field.name(), field.at()), field.value());
        }
      }
      case Node other -> fields.wrong(key, other, "a mapping of paths");
    }
  }

  private String path(String path, Position at) {
    var flaw =
        RepositoryPaths.isAbsolute(path) && absoluteAllowed
            ? null
            : RepositoryPaths.flaw(path.split("#", 2)[0]);
    if (flaw != null) {
      findings.error(
          at,
          flaw,
          RepositoryPaths.isAbsolute(path)
              ? "Allow it with absolute: true."
              : "Name a path inside the repository.");
    }
    var mistake = Glob.mistake(path.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x"));
    if (flaw == null && mistake != null) {
      findings.error(at, mistake, "Correct the pattern.");
    }
    return RepositoryPaths.normalised(path);
  }

  private void age(String path, Node value) {
    var atMost = value instanceof Node.Scalar scalar ? Durations.parse(scalar.text()) : null;
    if (atMost == null) {
      findings.error(
          value.at(),
          "The age of " + path + " must be a duration.",
          "Write for example 24h or 7d.");
    } else {
      rules.add(new Age(path, atMost));
    }
  }

  private void size(String path, Node value) {
    var bounds = FieldReader.of(value, "The size of " + path, findings);
    if (bounds == null) {
      return;
    }
    var atLeast = bytes(bounds, "atLeast");
    var atMost = bytes(bounds, "atMost");
    bounds.done();
    if (!bounds.has("atLeast") && !bounds.has("atMost")) {
      findings.error(
          bounds.at(), "No bound is given for the size of " + path + ".", "Add atLeast or atMost.");
    } else {
      rules.add(new Size(path, atLeast, atMost));
    }
  }

  private @Nullable Long bytes(FieldReader fields, String key) {
    var text = fields.text(key);
    var bytes = text == null ? null : Bytes.parse(text);
    if (text != null && bytes == null) {
      findings.error(
          fields.at(key),
          "'" + text + "' is no size.",
          "Write for example 500KB, 10MB, 1.5GB or 64KiB.");
    }
    return bytes;
  }

  private void count(Node value) {
    var count = FieldReader.of(value, "'count'", findings);
    if (count == null) {
      return;
    }
    var written = count.requiredText("glob");
    var glob = written.isBlank() ? written : path(written, count.at("glob"));
    var least = count.wholeNumber("min", 0, Integer.MAX_VALUE);
    var most = count.wholeNumber("max", 0, Integer.MAX_VALUE);
    count.done();
    if (least != null && most != null && most < least) {
      findings.error(count.at("max"), "'max' is less than 'min'.", "Exchange them.");
    }
    // a pattern that matches nothing is never meant
    rules.add(new Count(glob, least == null ? (most != null && most == 0 ? 0 : 1) : least, most));
  }

  private void freeSpace(Node value) {
    var space = FieldReader.of(value, "'freeSpace'", findings);
    if (space == null) {
      return;
    }
    var path = space.text("path");
    var atLeast = bytes(space, "atLeast");
    space.done();
    if (atLeast == null) {
      findings.error(space.at(), "It is not said how much must be free.", "Add atLeast: 1GB");
      return;
    }
    // nothing is read there, so any folder will do
    rules.add(new FreeSpace(path == null ? "." : RepositoryPaths.normalised(path), atLeast));
  }

  private void wording(Node value) {
    var text = FieldReader.of(value, "'text'", findings);
    if (text == null) {
      return;
    }
    var path = path(text.requiredText("file"), text.at("file"));
    var before = rules.size();
    wording(text, path, "contains", false, true);
    wording(text, path, "notContains", false, false);
    wording(text, path, "matches", true, true);
    wording(text, path, "notMatches", true, false);
    text.done();
    if (rules.size() == before) {
      findings.error(
          text.at(), "It is not said what " + path + " must say.", "Add contains or matches.");
    }
  }

  private void wording(
      FieldReader fields, String path, String key, boolean isPattern, boolean wanted) {
    for (var text : fields.texts(key)) {
      if (isPattern) {
        pattern(text, fields.at(key));
      }
      rules.add(new Wording(path, text, isPattern, wanted));
    }
  }

  private void query(String reference, Node value) {
    switch (value) {
      case Node.Scalar scalar when scalar.type() != Node.Scalar.Type.NULL ->
          rules.add(new Value(reference, scalar.text(), false));
      case Node.Fields fields -> demands(reference, new FieldReader(fields, findings));
      default ->
          findings.error(
              value.at(),
              "It is not said what " + reference + " must be.",
              "Add a text, or sameAs: file#path.");
    }
  }

  private void demands(String reference, FieldReader fields) {
    var before = rules.size();
    for (var other : fields.texts("sameAs")) {
      rules.add(new Value(reference, path(other, fields.at("sameAs")), true));
    }
    for (var test : ValueTest.Test.values()) {
      var texts = fields.texts(test.key());
      for (var text : texts) {
        if (test.isPattern()) {
          pattern(text, fields.at(test.key()));
        }
      }
      if (test == ValueTest.Test.ONE_OF && !texts.isEmpty()) {
        rules.add(new ValueTest(reference, test, texts));
      } else {
        texts.forEach(text -> rules.add(new ValueTest(reference, test, List.of(text))));
      }
    }
    fields.done();
    if (rules.size() == before) {
      findings.error(
          fields.at(),
          "It is not said what " + reference + " must be.",
          "Add for example contains: x, or sameAs: file#path.");
    }
  }

  private void agree(FieldReader fields) {
    var places = new ArrayList<Agreement.Place>();
    for (var node : fields.items("agree")) {
      if (node instanceof Node.Scalar scalar) {
        places.add(new Agreement.Place(path(scalar.text(), scalar.at()), null));
        continue;
      }
      var place = FieldReader.of(node, "A place of 'agree'", findings);
      if (place != null) {
        var reference = path(place.requiredText("in"), place.at("in"));
        var extract = place.text("extract");
        place.done();
        if (extract != null) {
          pattern(extract, place.at("extract"));
        }
        places.add(new Agreement.Place(reference, extract));
      }
    }
    if (places.size() == 1) {
      findings.error(
          fields.at("agree"), "One place always agrees with itself.", "Name another one.");
    }
    if (!places.isEmpty()) {
      rules.add(new Agreement(places));
    }
  }

  private void gates(FieldReader fields) {
    var gates = fields.fields("gates");
    if (gates == null) {
      return;
    }
    var files = gates.texts("in").stream().map(glob -> path(glob, gates.at("in"))).toList();
    var jobs = gates.texts("jobs");
    gates.done();
    rules.add(new Gates(files.isEmpty() ? List.of(Gates.WORKFLOWS + "*.{yml,yaml}") : files, jobs));
  }

  private void pattern(String regex, Position at) {
    var flaw =
        BoundedPattern.flaw(
            regex.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x").replace("{{", "{"));
    if (flaw != null) {
      findings.error(at, "'" + regex + "' is no regular expression: " + flaw + ".", "Correct it.");
    }
  }
}
