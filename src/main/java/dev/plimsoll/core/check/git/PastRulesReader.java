package dev.plimsoll.core.check.git;

import dev.plimsoll.core.check.git.GitState.NamedCommits;
import dev.plimsoll.core.check.git.GitState.Past;
import dev.plimsoll.core.check.git.GitState.Together;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `branches:`, `together:` and `commits:` of `git:`.
final class PastRulesReader {
  private final Findings findings;

  PastRulesReader(Findings findings) {
    this.findings = findings;
  }

  Past read(FieldReader fields) {
    var branches = fields.fields("branches");
    var present = branches == null ? List.<String>of() : globs("present", branches);
    var absent = branches == null ? List.<String>of() : globs("absent", branches);
    if (branches != null) {
      branches.done();
      if (present.isEmpty() && absent.isEmpty()) {
        findings.error(
            branches.at(), "No branch is named here.", "Add present: [main] or absent: [...].");
      }
    }
    var together = new ArrayList<Together>();
    for (var node : fields.items("together")) {
      var rule = together(node);
      if (rule != null) {
        together.add(rule);
      }
    }
    var commits = new ArrayList<NamedCommits>();
    for (var node : fields.items("commits")) {
      var named = commits(node);
      if (named != null) {
        commits.add(named);
      }
    }
    return new Past(present, absent, together, commits);
  }

  private List<String> globs(String key, FieldReader fields) {
    var globs = fields.texts(key);
    for (var glob : globs) {
      var mistake = Glob.mistake(glob);
      if (mistake != null) {
        findings.error(fields.at(key), mistake, "Write a name or a pattern such as src/**.");
      }
    }
    return globs.stream().map(RepositoryPaths::normalised).toList();
  }

  private @Nullable Together together(Node node) {
    var fields = FieldReader.of(node, "A rule of 'together'", findings);
    if (fields == null) {
      return null;
    }
    var when = globs("when", fields);
    var also = globs("also", fields);
    var why = fields.text("why");
    var either = fields.flag("either", false);
    fields.done();
    if (when.isEmpty() || also.isEmpty()) {
      findings.error(
          fields.at(),
          "It is not said what changes together.",
          "Add when: [\"src/schemas/**\"] and also: [docs/policy.md].");
      return null;
    }
    return new Together(when, also, either, why == null ? "" : why);
  }

  private @Nullable NamedCommits commits(Node node) {
    var fields = FieldReader.of(node, "An item of 'commits'", findings);
    if (fields == null) {
      return null;
    }
    var ids = fields.texts("exist");
    for (var id : ids) {
      if (!id.matches("[0-9a-f]{7,40}|.*\\{[A-Za-z].*")) {
        findings.error(
            fields.at("exist"),
            "'" + id + "' is no commit.",
            "Write its digest, seven to forty of the digits 0-9a-f.");
      }
    }
    var from = fields.fields("from");
    var file = from == null ? null : RepositoryPaths.normalised(from.requiredText("file"));
    var pattern = from == null ? "" : from.requiredText("pattern");
    if (from != null) {
      from.done();
      check(from, String.valueOf(file), pattern);
    }
    var touch = globs("touch", fields);
    fields.done();
    if (ids.isEmpty() && file == null) {
      findings.error(
          fields.at(),
          "No commit is named here.",
          "Add exist: [1a2b3c4], or from: {file, pattern}.");
      return null;
    }
    return new NamedCommits(ids, file, pattern, touch);
  }

  private void check(FieldReader from, String file, String pattern) {
    var outside = RepositoryPaths.flaw(file);
    if (outside != null) {
      findings.error(from.at("file"), outside, "Name a file inside the repository.");
    }
    var flaw = BoundedPattern.flaw(pattern);
    if (flaw != null) {
      findings.error(
          from.at("pattern"),
          "'" + pattern + "' is no regular expression: " + flaw + ".",
          "Correct it.");
    } else if (!pattern.replace("\\(", "").replace("(?", "").contains("(")) {
      findings.error(
          from.at("pattern"),
          "'" + pattern + "' has no group that holds the commit.",
          "Write for example: Commit: `([0-9a-f]*)`");
    }
  }
}
