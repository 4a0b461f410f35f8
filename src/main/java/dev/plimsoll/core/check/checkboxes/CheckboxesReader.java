package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.checkboxes.Checkboxes.Boxes;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Count;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Demand;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Filled;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Place;
import dev.plimsoll.core.check.markdown.Slugs;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.pattern.PatternTemplate;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `checkboxes:`.
record CheckboxesReader(Findings findings) {
  private static final Map<String, Boolean> OF =
      new TreeMap<>(Map.of("boxes", false, "files", true));

  @Nullable Checkboxes read(Node value) {
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      var place = place(scalar.text(), value.at());
      var boxes = new Boxes(EnumSet.of(Demand.TICKED), null, 0, List.of(), 1);
      return place == null
          ? null
          : new Checkboxes(List.of(place), boxes, List.of(), List.of(), List.of());
    }
    var fields = FieldReader.of(value, "'checkboxes'", findings);
    if (fields == null) {
      return null;
    }
    var before = findings.list().size();
    var in =
        fields.texts("in").stream()
            .flatMap(text -> Stream.ofNullable(place(text, fields.at("in"))))
            .toList();
    var boxes = boxes(fields);
    var counts =
        fields.items("count").stream().flatMap(node -> Stream.ofNullable(count(node))).toList();
    var filled =
        fields.items("filled").stream().flatMap(node -> Stream.ofNullable(filled(node))).toList();
    var placeholders = placeholders(fields);
    fields.done();
    if (in.isEmpty() && (filled.isEmpty() || !counts.isEmpty())) {
      if (findings.list().size() == before) {
        findings.error(
            fields.at(), "It is not said where the boxes stand.", "Add in: FILE.md#heading");
      }
      return null;
    }
    return new Checkboxes(in, boxes, counts, filled, placeholders);
  }

  private @Nullable Place place(String text, Position at) {
    var place = Place.of(RepositoryPaths.normalised(text));
    var flaw = RepositoryPaths.flaw(place.file());
    if (flaw != null) {
      findings.error(at, flaw, "Name a file inside the repository.");
    }
    return flaw == null ? place : null;
  }

  private Boxes boxes(FieldReader fields) {
    var demands = EnumSet.noneOf(Demand.class);
    if (fields.flag("ticked", true)) {
      demands.add(Demand.TICKED);
    }
    if (fields.flag("evidence", false)) {
      demands.add(Demand.EVIDENCE);
    }
    if (fields.flag("commits", false)) {
      demands.add(Demand.COMMIT);
    }
    var people = fields.wholeNumber("people", 1, 1_000);
    String by = null;
    if (fields.node("by") instanceof Node.Scalar scalar
        && scalar.type() == Node.Scalar.Type.BOOLEAN) {
      if (fields.flag("by", false)) {
        demands.add(Demand.NAMED);
      }
    } else {
      by = pattern(fields, "by");
    }
    if (by != null || people != null) {
      demands.add(Demand.NAMED);
    }
    var atLeast = fields.wholeNumber("atLeast", 1, Integer.MAX_VALUE);
    return new Boxes(
        demands,
        by,
        people == null ? 0 : people,
        fields.texts("items"),
        atLeast == null ? 1 : atLeast);
  }

  private @Nullable String pattern(FieldReader fields, String key) {
    var text = fields.text(key);
    return text == null || isPattern(text, fields.at(key)) ? text : null;
  }

  private boolean isPattern(String text, Position at) {
    var flaw = PatternTemplate.flaw(text);
    if (flaw != null) {
      findings.error(at, "'" + text + "' is no regular expression: " + flaw + ".", "Correct it.");
    }
    return flaw == null;
  }

  private @Nullable Count count(Node node) {
    var fields = FieldReader.of(node, "'count'", findings);
    if (fields == null) {
      return null;
    }
    var place = place(fields.requiredText("equals"), fields.at("equals"));
    var matches = pattern(fields, "matches");
    var of = fields.word("of", OF);
    fields.done();
    return place == null ? null : new Count(place, matches, of != null && of);
  }

  private @Nullable Filled filled(Node node) {
    var fields = FieldReader.of(node, "'filled'", findings);
    if (fields == null) {
      return null;
    }
    var place = place(fields.requiredText("file"), fields.at("file"));
    var heading = fields.text("heading");
    var atLeast = fields.wholeNumber("atLeast", 1, Integer.MAX_VALUE);
    var columns = fields.texts("columns");
    fields.done();
    if (place == null) {
      return null;
    }
    var where = heading == null ? place : new Place(place.file(), Slugs.slug(heading));
    return new Filled(where, columns, atLeast == null ? 1 : atLeast);
  }

  private @Nullable List<String> placeholders(FieldReader fields) {
    if (fields.node("placeholders") instanceof Node.Scalar scalar
        && scalar.type() == Node.Scalar.Type.BOOLEAN) {
      return fields.flag("placeholders", true) ? List.of() : null;
    }
    return fields.texts("placeholders").stream()
        .filter(text -> isPattern(text, fields.at("placeholders")))
        .toList();
  }
}
