package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.check.snapshot.Snapshot.Approvals;
import dev.plimsoll.core.check.snapshot.Snapshot.Equal;
import dev.plimsoll.core.check.snapshot.Snapshot.Kept;
import dev.plimsoll.core.check.snapshot.Snapshot.Shape;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads `snapshot:`.
final class SnapshotReader {
  private static final Map<String, Boolean> BY =
      new TreeMap<>(Map.of("names", false, "members", true));

  private final Findings findings;
  private final SourceReader sources;

  SnapshotReader(Findings findings) {
    this.findings = findings;
    this.sources = new SourceReader(findings);
  }

  @Nullable Snapshot read(Node value) {
    var before = findings.errors();
    var fields = FieldReader.of(value, "'snapshot'", findings);
    if (fields == null) {
      return null;
    }
    var of = fields.node("of");
    if (of == null) {
      findings.error(fields.at(), "It is not said what is compared.", "Add of: FILE.md#heading");
    }
    var source = of == null ? null : sources.read(of, "'of'");
    var spelling = fields.word("as", Spelling.words());
    var kept = kept(fields, source);
    var equal = equal(fields);
    var atLeast = fields.wholeNumber("atLeast", 1, Integer.MAX_VALUE);
    var shape =
        new Shape(
            atLeast == null ? 1 : atLeast, fields.flag("filled", false), fields.texts("exist"));
    fields.done();
    if (source == null || findings.errors() > before) {
      return null;
    }
    if (kept == null && equal == null && !shape.filled() && shape.exist().isEmpty()) {
      findings.error(
          fields.at(),
          "'snapshot' compares nothing here.",
          "Add appendOnly: true or equals: FILE#path.");
      return null;
    }
    return new Snapshot(source, spelling == null ? Spelling.TEXT : spelling, kept, equal, shape);
  }

  private @Nullable Kept kept(FieldReader fields, @Nullable Source source) {
    var node = fields.node("appendOnly");
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Scalar) {
      return fields.flag("appendOnly", false)
          ? checked(fields, source, new Kept(List.of(), null, false, null))
          : null;
    }
    var own = fields.fields("appendOnly");
    if (own == null) {
      return null;
    }
    var against = own.node("against");
    var first = own.word("first", Map.of("allowed", true));
    var kept =
        new Kept(
            own.texts("key"),
            against == null ? null : sources.read(against, "'against'"),
            first != null,
            approvals(own));
    own.done();
    return checked(fields, source, kept);
  }

  private Kept checked(FieldReader fields, @Nullable Source source, Kept kept) {
    if (source instanceof Source.Printed && kept.against() == null) {
      findings.error(
          fields.at("appendOnly"),
          "What a program printed at the last release is not known.",
          "Add against: FILE, which holds it.");
    }
    return kept;
  }

  private @Nullable Approvals approvals(FieldReader kept) {
    var fields = kept.fields("approvedIn");
    if (fields == null) {
      return null;
    }
    var file = fields.requiredText("file");
    var item = column(fields, "item");
    var who = column(fields, "who");
    var when = column(fields, "when");
    var ref = column(fields, "ref");
    fields.done();
    var source =
        sources.read(new Node.Scalar(file, Node.Scalar.Type.TEXT, fields.at("file")), "'file'");
    if (source instanceof Source.Table table) {
      return new Approvals(
          new Source.Table(table.file(), table.anchor(), List.of(item, who, when, ref), item, null),
          item,
          who,
          when,
          ref);
    }
    findings.error(
        fields.at("file"),
        "Approvals are read from a Markdown table.",
        "Name one: FILE.md#heading");
    return null;
  }

  private static String column(FieldReader fields, String key) {
    var name = fields.text(key);
    return name == null ? key : name;
  }

  private @Nullable Equal equal(FieldReader fields) {
    var node = fields.node("equals");
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Fields own && own.field("other").isPresent()) {
      var keys = new FieldReader(own, findings);
      var other = sources.read(own.field("other").get().value(), "'other'");
      keys.node("other");
      var by = keys.word("by", BY);
      keys.done();
      return other == null ? null : new Equal(other, by != null && by);
    }
    var other = sources.read(node, "'equals'");
    return other == null ? null : new Equal(other, false);
  }
}
