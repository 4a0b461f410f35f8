package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Algorithm;
import dev.plimsoll.core.model.Recipe.Canonical;
import dev.plimsoll.core.model.Recipe.Genesis;
import dev.plimsoll.core.model.Recipe.PrevPosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a recipe of a foreign chain (`schema: plimsoll/recipe/v1`,
/// docs/formats/foreign-chains.md). One per reading.
final class RecipeReader {
  static final String SCHEMA = "plimsoll/recipe/v1";

  private static final Map<String, Canonical> CANONICALS = canonicals();
  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private final Findings findings;
  private final List<Reference> references = new ArrayList<>();

  RecipeReader(Findings findings) {
    this.findings = findings;
  }

  /// @param recipes the file's own one first, then its variants; empty where it has errors
  /// @param references names that other files explain
  record Reading(List<Recipe> recipes, List<Reference> references) {}

  Reading read(Source source) {
    var own = new Findings();
    var node = SourceFile.yaml(source, own);
    var fields = node == null ? null : FieldReader.of(node, "The file", own);
    var reader = new RecipeReader(own);
    var recipes = fields == null ? List.<Recipe>of() : reader.recipes(fields);
    own.list().forEach(findings::add);
    return new Reading(own.hasErrors() ? List.of() : recipes, reader.references);
  }

  private List<Recipe> recipes(FieldReader fields) {
    ChecklistReader.schema(fields, SCHEMA, findings);
    var id = fields.requiredText("id");
    if (!id.isBlank() && !id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      findings.error(
          fields.valueAt("id"),
          "'" + id + "' is no id of a recipe.",
          "Use lower-case letters, digits and hyphens.");
    }
    var title = fields.requiredText("title");
    var recipes = new ArrayList<Recipe>();
    recipes.add(recipe(id, title, fields));
    for (var node : fields.items("variants")) {
      var variant = FieldReader.of(node, "A variant", findings);
      if (variant != null) {
        recipes.add(variant(id, title, fields, variant));
      }
    }
    fields.done();
    return recipes;
  }

  /// What a variant says stands before what its file says.
  private Recipe variant(String id, String title, FieldReader fields, FieldReader variant) {
    var name = variant.requiredText("name");
    if (!name.isBlank() && !name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      findings.error(
          variant.valueAt("name"),
          "'" + name + "' is no name of a variant.",
          "Use lower-case letters, digits and hyphens.");
    }
    var own = variant.names();
    var known = List.of("hashField", "prevField", "genesis", "body", "prevPosition", "delimiter");
    for (var key : own) {
      if (!known.contains(key) && !key.equals("name")) {
        findings.error(
            variant.at(key), "A variant cannot change '" + key + "'.", Nearest.hint(key, known));
      }
    }
    return recipe(id + "/" + name, title, overlaid(fields, variant));
  }

  private FieldReader overlaid(FieldReader fields, FieldReader variant) {
    var all = new LinkedHashMap<String, Node.Field>();
    for (var reader : List.of(fields, variant)) {
      for (var key : reader.names()) {
        var node = reader.node(key);
        if (node != null && !key.equals("variants")) {
          all.put(key, new Node.Field(key, reader.at(key), node));
        }
      }
    }
    return new FieldReader(new Node.Fields(new ArrayList<>(all.values()), variant.at()), findings);
  }

  private Recipe recipe(String name, String title, FieldReader fields) {
    var errors = findings.errors();
    var body = new RecipeBodyReader(fields, findings);
    var seq = seq(fields);
    var made =
        new Recipe(
            name,
            title,
            new Recipe.Fields(fields.text("hashField"), fields.text("prevField"), seq),
            genesis(fields),
            body.read(position(fields), delimiter(fields)),
            canonical(fields),
            algorithm(fields),
            fields.node("textPrefix") == null ? "" : orEmpty(fields.text("textPrefix")),
            fields.wholeNumber("truncate", SHORTEST, LONGEST));
    if (findings.errors() == errors) {
      body.check(made); // of what could not be read, only that is said
    }
    return made;
  }

  private static Recipe.@Nullable Seq seq(FieldReader recipe) {
    var fields = recipe.has("seqField") ? recipe.fields("seqField") : null;
    if (fields == null) {
      return null;
    }
    var name = fields.requiredText("name");
    var start = fields.wholeNumber("start", 0, Integer.MAX_VALUE);
    fields.done();
    return new Recipe.Seq(name, start == null ? 0 : start);
  }

  private Genesis genesis(FieldReader fields) {
    var node = fields.node("genesis");
    return switch (node) {
      case null -> {
        findings.error(
            fields.at(),
            "The key 'genesis' is missing here.",
            "Add what the first entry names as the hash before it: genesis: null, a text, or"
                + " {sha256: text}.");
        yield new Genesis.Null();
      }
      case Node.Scalar scalar when scalar.type() == Node.Scalar.Type.NULL -> new Genesis.Null();
      case Node.Scalar scalar -> literal(scalar);
      case Node.Fields mapping -> {
        var inner = new FieldReader(mapping, findings);
        var text = inner.node("sha256") == null ? null : inner.text("sha256");
        if (text == null) {
          findings.error(
              mapping.at(), "'genesis' has no text to hash.", "Write genesis: {sha256: text}.");
        }
        inner.done();
        yield new Genesis.Sha256Of(orEmpty(text));
      }
      case Node.Items items -> {
        fields.wrong("genesis", items, "null, a text, or {sha256: text}");
        yield new Genesis.Null();
      }
    };
  }

  private Genesis literal(Node.Scalar scalar) {
    if (scalar.type() != Node.Scalar.Type.TEXT) {
      findings.error(
          scalar.at(),
          "'genesis' is a number or a truth value here, and its spelling would be lost.",
          "Put the text into quotation marks.");
    }
    return new Genesis.Literal(scalar.text());
  }

  private static @Nullable PrevPosition position(FieldReader fields) {
    var words = new LinkedHashMap<String, PrevPosition>();
    words.put("inside", PrevPosition.INSIDE);
    words.put("prefix", PrevPosition.PREFIX);
    words.put("suffix", PrevPosition.SUFFIX);
    return fields.word("prevPosition", words);
  }

  private static String delimiter(FieldReader fields) {
    return fields.has("delimiter") ? orEmpty(fields.text("delimiter")) : "";
  }

  private Canonical canonical(FieldReader fields) {
    if (!fields.has("canonical")) {
      findings.error(
          fields.at(),
          "The key 'canonical' is missing here.",
          "Use one of: " + String.join(", ", CANONICALS.keySet()) + ".");
    }
    var word = fields.word("canonical", CANONICALS);
    return word == null ? Canonical.RAW_LINE : word;
  }

  private Algorithm algorithm(FieldReader fields) {
    if (!fields.has("algorithm")) {
      findings.error(fields.at(), "The key 'algorithm' is missing here.", "Add algorithm: SHA-256");
    }
    var hmac = new Algorithm.HmacSha256("");
    var words = new LinkedHashMap<String, Algorithm>();
    words.put("SHA-256", Algorithm.Digest.SHA_256);
    words.put("SHA-512", Algorithm.Digest.SHA_512);
    words.put("SHA3-256", Algorithm.Digest.SHA3_256);
    words.put("HMAC-SHA-256", hmac);
    var algorithm = fields.word("algorithm", words);
    var source = fields.has("keySource") ? fields.fields("keySource") : null;
    if (!(algorithm instanceof Algorithm.HmacSha256)) {
      if (source != null) {
        findings.error(
            fields.at("keySource"),
            "Only HMAC-SHA-256 has a key.",
            "Take keySource out, or write algorithm: HMAC-SHA-256.");
      }
      return algorithm == null ? Algorithm.Digest.SHA_256 : algorithm;
    }
    if (source == null) {
      findings.error(
          fields.at("algorithm"),
          "The key of HMAC-SHA-256 is not named.",
          "Add keySource: {secret: NAME}; its value comes from the environment.");
      return hmac;
    }
    var secret = source.requiredText("secret");
    source.done();
    references.add(new Reference(Reference.Kind.SECRET, secret, source.valueAt("secret")));
    return new Algorithm.HmacSha256(secret);
  }

  private static Map<String, Canonical> canonicals() {
    var words = new LinkedHashMap<String, Canonical>();
    for (var canonical : Canonical.values()) {
      words.put(canonical.word(), canonical);
    }
    return words;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
