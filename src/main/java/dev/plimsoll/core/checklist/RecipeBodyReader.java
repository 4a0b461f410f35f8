package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Body;
import dev.plimsoll.core.model.Recipe.Canonical;
import dev.plimsoll.core.model.Recipe.PrevPosition;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `body` of a recipe, and says where the parts of a recipe do not make a chain together.
final class RecipeBodyReader {
  private static final String BODY = "body";

  private final FieldReader fields;
  private final Findings findings;

  RecipeBodyReader(FieldReader fields, Findings findings) {
    this.fields = fields;
    this.findings = findings;
  }

  /// @param position null where the file does not say
  Body read(@Nullable PrevPosition position, String delimiter) {
    var node = fields.node(BODY);
    return switch (node) {
      case null -> {
        findings.error(
            fields.at(),
            "The key 'body' is missing here.",
            "Add what is hashed: body: {minus: [hash]}, {fields: [...]}, {wrapper: ...} or"
                + " raw-line.");
        yield new Body.RawLine();
      }
      case Node.Fields mapping ->
          mapping(
              new FieldReader(mapping, findings),
              position == null ? PrevPosition.INSIDE : position,
              delimiter);
      default -> word();
    };
  }

  private Body word() {
    var words = new LinkedHashMap<String, Body>();
    words.put("raw-line", new Body.RawLine());
    words.put("plimsoll", new Body.OwnLog());
    var body = fields.word(BODY, words);
    return body == null ? new Body.RawLine() : body;
  }

  private Body mapping(FieldReader body, PrevPosition position, String delimiter) {
    Body made;
    if (body.has("fields")) {
      made = new Body.FieldList(body.texts("fields"), delimiter);
    } else if (body.has("wrapper")) {
      made = wrapper(body.fields("wrapper"), body.texts("minus"));
    } else {
      if (!body.has("minus")) {
        findings.error(
            body.at(),
            "'body' does not say what is hashed.",
            "Add minus: [hash], fields: [...] or wrapper: {prev: prev, payload: payload}.");
      }
      made = new Body.Entry(body.texts("minus"), position, delimiter);
    }
    body.done();
    return made;
  }

  private static Body wrapper(@Nullable FieldReader wrapper, List<String> minus) {
    if (wrapper == null) {
      return new Body.Wrapper("", "", minus);
    }
    var made =
        new Body.Wrapper(wrapper.requiredText("prev"), wrapper.requiredText("payload"), minus);
    wrapper.done();
    return made;
  }

  /// Says where hash, previous hash and body do not protect what they should.
  void check(Recipe recipe) {
    var hash = recipe.fields().hash();
    var prev = recipe.fields().prev();
    switch (recipe.body()) {
      case Body.Entry(var minus, var position, var delimiter) -> {
        needsHash(hash);
        leavesOut(minus, hash);
        if (position == PrevPosition.INSIDE) {
          needsPrev(prev);
          if (prev != null && minus.contains(prev)) {
            error(
                "The previous hash is left out of what is hashed, so entries are not chained.",
                "Take '" + prev + "' out of minus, or write prevPosition: prefix or suffix.");
          }
        }
      }
      case Body.Wrapper(var prevKey, var payloadKey, var minus) -> {
        needsHash(hash);
        leavesOut(minus, hash);
        if (prevKey.equals(payloadKey)) {
          error("The two members of the wrapper have one name.", "Give them two.");
        }
      }
      case Body.FieldList(var list, var delimiter) -> {
        needsHash(hash);
        needsPrev(prev);
        if (prev != null && !list.contains(prev)) {
          error(
              "The previous hash is not among the fields that are hashed, so entries are not"
                  + " chained.",
              "Add '" + prev + "' to fields.");
        }
        if (hash != null && list.contains(hash)) {
          error("A hash cannot be over itself.", "Take '" + hash + "' out of fields.");
        }
      }
      case Body.RawLine line -> needsPrev(prev);
      case Body.OwnLog log -> needsPrev(prev);
    }
    checkWords(recipe);
  }

  private void checkWords(Recipe recipe) {
    var raw = recipe.body() instanceof Body.RawLine || recipe.body() instanceof Body.OwnLog;
    if (raw != (recipe.canonical() == Canonical.RAW_LINE) && fields.has("canonical")) {
      findings.error(
          fields.valueAt("canonical"),
          raw ? "A raw line is hashed as it lies." : "A body of members has a spelling.",
          raw ? "Write canonical: raw-line." : "Use another word than raw-line.");
    }
    if (raw && recipe.fields().hash() != null) {
      findings.error(
          fields.at("hashField"),
          "With body: raw-line an entry cannot hold its own hash.",
          "Take hashField out.");
    }
    if (fields.has("prevPosition") && !(recipe.body() instanceof Body.Entry)) {
      findings.error(
          fields.at("prevPosition"), "'prevPosition' is about a body with minus.", "Take it out.");
    }
  }

  private void needsHash(@Nullable String hash) {
    if (hash == null) {
      error(
          "No member holds the entry's own hash.", "Add hashField: NAME, or write body: raw-line.");
    }
  }

  private void needsPrev(@Nullable String prev) {
    if (prev == null) {
      error(
          "No member names the hash before it, so entries are not chained.", "Add prevField: NAME");
    }
  }

  private void leavesOut(List<String> minus, @Nullable String hash) {
    if (hash != null && !minus.contains(hash)) {
      error("A hash cannot be over itself.", "Add '" + hash + "' to minus.");
    }
  }

  private void error(String message, String next) {
    findings.error(fields.at(BODY), message, next);
  }
}
