package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.request.Body;
import dev.plimsoll.core.check.http.request.Part;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a body of several parts: `multipart: {title: A, document: {file: a.pdf, type: T}}`.
record PartReader(FieldReader fields, Findings findings) {
  private static final String KEY = "multipart";
  private static final int MOST = 100;
  private static final String MEDIA_TYPE =
      "[!#$&^_.+0-9A-Za-z-]{1,100}/[!#$&^_.+0-9A-Za-z-]{1,100}(; *[A-Za-z0-9_-]+=[!-~]{1,100})*";

  /// Null after at least one error.
  @Nullable Body read() {
    var parts = new ArrayList<Part>();
    var node = fields.node(KEY);
    if (!(node instanceof Node.Fields map)) {
      if (node != null) {
        fields.wrong(KEY, node, "a mapping of names to values");
      }
      return null;
    }
    var isWhole = true;
    for (var field : map.fields()) {
      var values =
          field.value() instanceof Node.Items items ? items.items() : List.of(field.value());
      for (var value : values) {
        var part = part(field, value);
        isWhole &= part != null;
        if (part != null) {
          parts.add(part);
        }
      }
    }
    if (isWhole && (parts.isEmpty() || parts.size() > MOST)) {
      findings.error(
          fields.at(KEY),
          "A body has 1 to " + MOST + " parts.",
          "Write multipart: {title: Smoke}.");
      isWhole = false;
    }
    return isWhole ? new Body.Multipart(parts) : null;
  }

  private @Nullable Part part(Node.Field field, Node value) {
    if (field.name().isBlank()) {
      findings.error(field.at(), "A part has no name.", "Name it.");
      return null;
    }
    return switch (value) {
      case Node.Scalar scalar -> new Part(field.name(), new Part.Content.Text(scalar.text()), null);
      case Node.Fields map -> part(field.name(), new FieldReader(map, findings));
      case Node.Items _ -> {
        fields.wrong(field.name(), value, "a text, or {file: PATH, type: TYPE}");
        yield null;
      }
    };
  }

  private @Nullable Part part(String name, FieldReader inner) {
    var text = inner.text("value");
    var path = inner.text("file");
    var type = inner.text("type");
    var called = inner.text("name");
    inner.done();
    if (type != null && !type.matches(MEDIA_TYPE)) {
      findings.error(
          inner.valueAt("type"), "'" + type + "' is no media type.", "Write application/pdf.");
      return null;
    }
    if ((text == null) == (path == null)) {
      findings.error(
          inner.at(),
          "The part " + name + " needs either 'value' or 'file'.",
          "Write {file: samples/a.pdf, type: application/pdf}.");
      return null;
    }
    if (path == null) {
      return new Part(name, new Part.Content.Text(String.valueOf(text)), type);
    }
    var flaw = RepositoryPaths.flaw(path);
    if (flaw != null) {
      findings.error(inner.valueAt("file"), flaw, "Name a file inside the repository.");
      return null;
    }
    return new Part(name, new Part.Content.File(RepositoryPaths.normalised(path), called), type);
  }
}
