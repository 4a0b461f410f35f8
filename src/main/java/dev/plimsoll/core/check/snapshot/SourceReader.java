package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.pattern.PatternTemplate;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads where rows come from: `file#where`, or a mapping with one of `table`, `data`, `lines` and
/// `command`.
record SourceReader(Findings findings) {
  private static final String NEXT =
      "Write table: FILE.md#heading, data: FILE.toml#path, lines: FILE or command: [...].";

  @Nullable Source read(Node value, String what) {
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      return byName(scalar.text(), value.at());
    }
    var fields = FieldReader.of(value, what, findings);
    return fields == null ? null : read(fields, true);
  }

  /// Reads the keys of a source out of `fields`.
  ///
  /// @param alone whether no other keys may stand there
  @Nullable Source read(FieldReader fields, boolean alone) {
    var table = fields.text("table");
    var data = fields.text("data");
    var lines = fields.text("lines");
    var program = fields.texts("command");
    var columns = fields.texts("columns");
    var name = fields.text("name");
    var members = fields.text("members");
    var matches = matches(fields);
    if (alone) {
      fields.done();
    }
    var given = (table == null ? 0 : 1) + (data == null ? 0 : 1) + (lines == null ? 0 : 1);
    if (given + (program.isEmpty() ? 0 : 1) != 1) {
      findings.error(fields.at(), "It must be said from one place what is compared.", NEXT);
      return null;
    }
    if (!program.isEmpty()) {
      return new Source.Printed(program, matches);
    }
    if (lines != null) {
      return isFine(lines, fields.at("lines"))
          ? new Source.Lines(RepositoryPaths.normalised(lines), matches)
          : null;
    }
    var written = table == null ? data : table;
    var at = fields.at(table == null ? "data" : "table");
    if (written == null || !isFine(file(written), at)) {
      return null;
    }
    return table == null
        ? new Source.Tree(file(written), place(written), name, members)
        : new Source.Table(file(written), place(written), columns, name, members);
  }

  private @Nullable String matches(FieldReader fields) {
    var matches = fields.text("matches");
    var flaw = matches == null ? null : PatternTemplate.flaw(matches);
    if (flaw != null) {
      findings.error(
          fields.at("matches"),
          "'" + matches + "' is no regular expression: " + flaw + ".",
          "Correct it.");
      return null;
    }
    return matches;
  }

  private @Nullable Source byName(String text, Position at) {
    var file = file(text);
    if (!isFine(file, at)) {
      return null;
    }
    var name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return new Source.Table(file, place(text), List.of(), null, null);
    }
    if (name.matches(".*\\.(toml|json|ya?ml)")) {
      return new Source.Tree(file, place(text), null, null);
    }
    return new Source.Lines(file, null);
  }

  private boolean isFine(String file, Position at) {
    var flaw = RepositoryPaths.flaw(file);
    if (flaw != null) {
      findings.error(at, flaw, "Name a file inside the repository.");
    }
    return flaw == null;
  }

  private static String file(String text) {
    return RepositoryPaths.normalised(text.split("#", 2)[0]);
  }

  private static String place(String text) {
    return text.contains("#") ? text.split("#", 2)[1] : "";
  }
}
