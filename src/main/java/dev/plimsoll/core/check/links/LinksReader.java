package dev.plimsoll.core.check.links;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `links:`.
record LinksReader(Findings findings) {
  @Nullable Links read(Node value) {
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      return isFine(scalar.text(), value.at())
          ? new Links(
              List.of(RepositoryPaths.normalised(scalar.text())), List.of(), List.of(), true, false)
          : null;
    }
    var fields = FieldReader.of(value, "'links'", findings);
    if (fields == null) {
      return null;
    }
    var in = globs(fields, "in");
    var links =
        new Links(
            in,
            globs(fields, "except"),
            globs(fields, "ignore"),
            fields.flag("anchors", true),
            fields.flag("mentions", false));
    fields.done();
    if (in.isEmpty() && fields.texts("in").isEmpty()) {
      findings.error(
          fields.at(), "It is not said which documents are read.", "Add in: [\"docs/**/*.md\"]");
    }
    return in.isEmpty() ? null : links;
  }

  private List<String> globs(FieldReader fields, String key) {
    return fields.texts(key).stream()
        .filter(glob -> isFine(glob, fields.at(key)))
        .map(RepositoryPaths::normalised)
        .toList();
  }

  private boolean isFine(String glob, Position at) {
    var flaw = RepositoryPaths.flaw(glob);
    var mistake =
        flaw == null ? Glob.mistake(glob.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x")) : flaw;
    if (mistake != null) {
      findings.error(at, mistake, "Name files inside the repository.");
    }
    return mistake == null;
  }
}
