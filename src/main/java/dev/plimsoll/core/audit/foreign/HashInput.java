package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Body;
import dev.plimsoll.core.model.Recipe.Canonical;
import dev.plimsoll.core.model.Recipe.PrevPosition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a recipe hashes of an entry, as text; its UTF-8 bytes are the input. Stateless.
final class HashInput {
  private final Body body;
  private final Spelling spelling;
  private final boolean strict;
  private final Set<String> minus;

  HashInput(Recipe recipe) {
    this.body = recipe.body();
    this.spelling = Spelling.of(recipe.canonical());
    this.strict =
        recipe.canonical() == Canonical.PY_COMPACT_UTF8 || recipe.canonical() == Canonical.JCS;
    this.minus =
        switch (body) {
          case Body.Entry entry -> Set.copyOf(entry.minus());
          case Body.Wrapper wrapper -> Set.copyOf(wrapper.minus());
          case Body.FieldList list -> Set.of();
          case Body.RawLine line -> Set.of();
          case Body.OwnLog log -> Set.of();
        };
  }

  /// @param prev hash text of the entry before, or null for JSON null
  /// @throws NoSpelling where the recipe has no bytes for this entry
  String of(String line, Json.Members entry, @Nullable String prev) {
    return switch (body) {
      case Body.Entry(var minus, var position, var delimiter) ->
          placed(entry(entry), position, delimiter, prev == null ? "" : prev);
      case Body.Wrapper wrapper -> wrapped(wrapper, entry, prev);
      case Body.FieldList(var fields, var delimiter) ->
          fields.stream().map(name -> field(name, entry)).collect(Collectors.joining(delimiter));
      case Body.RawLine() -> line;
      case Body.OwnLog() -> line;
    };
  }

  private String entry(Json.Members entry) {
    return writing().members(entry.members(), minus).text();
  }

  private static String placed(String body, PrevPosition position, String delimiter, String prev) {
    return switch (position) {
      case INSIDE -> body;
      case PREFIX -> prev + delimiter + body;
      case SUFFIX -> body + delimiter + prev;
    };
  }

  private String wrapped(Body.Wrapper wrapper, Json.Members entry, @Nullable String prev) {
    var payload =
        new Json.Members(
            entry.members().stream().filter(member -> !minus.contains(member.name())).toList());
    var before = prev == null ? new Json.Word("null") : new Json.Text(prev);
    return writing()
        .members(
            List.of(
                new Json.Member(wrapper.prevKey(), before, 0, 0),
                new Json.Member(wrapper.payloadKey(), payload, 0, 0)),
            Set.of())
        .text();
  }

  private String field(String name, Json.Members entry) {
    var member = entry.find(name);
    if (member == null) {
      throw new NoSpelling("there is no member " + Shown.of(name));
    }
    return switch (member.value()) {
      case Json.Text(var text) -> wellFormed(text);
      case Json.Word word when word.isNull() -> "";
      case Json other -> writing().value(other).text();
    };
  }

  private static String wellFormed(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && JsonWriting.isAlone(text, i)) {
        throw new NoSpelling("half of a surrogate pair in a member that is joined");
      }
    }
    return text;
  }

  private JsonWriting writing() {
    return new JsonWriting(spelling, strict);
  }
}
