package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Body;
import dev.plimsoll.core.model.Recipe.Canonical;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of an entry although its hash fits: what its recipe does not protect, and what
/// other readers may take differently.
final class LineWarnings {
  private final Recipe recipe;

  LineWarnings(Recipe recipe) {
    this.recipe = recipe;
  }

  List<Flaw> of(LineExaminer.Entry entry) {
    var found = new ArrayList<Flaw>();
    var odd = odd(entry.members());
    if (odd != null) {
      found.add(new Flaw(VerdictCode.CHAIN_SPELLING, 0, odd, null));
    }
    var open = open(entry.members());
    if (open != null) {
      found.add(new Flaw(VerdictCode.CHAIN_UNHASHED, 0, open, null));
    }
    return found;
  }

  /// The first value that readers of JSON do not agree about.
  private @Nullable String odd(Json value) {
    return switch (value) {
      case Json.Members(var members) -> {
        for (var member : members) {
          var reason = loose(member.name());
          var odd = reason == null ? odd(member.value()) : reason;
          if (odd != null) {
            yield odd;
          }
        }
        yield null;
      }
      case Json.Items(var items) -> {
        for (var item : items) {
          var odd = odd(item);
          if (odd != null) {
            yield odd;
          }
        }
        yield null;
      }
      case Json.Text(var text) -> loose(text);
      case Json.Figure figure -> figure(figure);
      case Json.Word word -> null;
    };
  }

  private static @Nullable String loose(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && JsonWriting.isAlone(text, i)) {
        return "has half of a surrogate pair in a text, which many readers replace";
      }
    }
    return null;
  }

  private @Nullable String figure(Json.Figure figure) {
    if (!figure.isFinite()) {
      return "holds " + figure.spelling() + ", which is no JSON, though Python reads and writes it";
    }
    if (recipe.canonical() != Canonical.JCS) {
      return null;
    }
    var spelling = figure.spelling();
    if (!DoubleText.isExact(spelling)) {
      return "holds the number " + Shown.of(spelling) + ", of which its hash keeps fewer digits";
    }
    var usual =
        spelling.equals(DoubleText.ecma(spelling))
            || spelling.equals(DoubleText.python(spelling))
            || spelling.matches("-?[1-9][0-9]*");
    return usual ? null : "spells the number " + Shown.of(spelling) + " as no writer does";
  }

  private @Nullable String open(Json.Members entry) {
    return switch (recipe.body()) {
      case Body.Entry body -> outside(entry, body.minus());
      case Body.Wrapper body -> outside(entry, body.minus());
      case Body.FieldList(var fields, var delimiter) -> {
        var left =
            entry.members().stream()
                .map(Json.Member::name)
                .filter(name -> !fields.contains(name) && !name.equals(recipe.fields().hash()))
                .toList();
        yield left.isEmpty() ? joined(entry, fields, delimiter) : unprotected(left);
      }
      case Body.RawLine line -> null;
      case Body.OwnLog log -> null;
    };
  }

  /// Members that the recipe leaves out although they are not about the chain.
  private @Nullable String outside(Json.Members entry, List<String> minus) {
    var left = new ArrayList<String>();
    for (var name : minus) {
      if (entry.find(name) != null
          && !name.equals(recipe.fields().hash())
          && !name.equals(recipe.fields().prev())) {
        left.add(name);
      }
    }
    return left.isEmpty() ? null : unprotected(left);
  }

  private static String unprotected(List<String> names) {
    return "has "
        + (names.size() == 1 ? "a member" : names.size() + " members")
        + " that its hash does not protect: "
        + Shown.of(String.join(", ", names));
  }

  /// A value that holds the delimiter could be cut at another place unseen.
  private @Nullable String joined(Json.Members entry, List<String> fields, String delimiter) {
    for (var name : fields.subList(0, fields.size() - 1)) {
      var member = entry.find(name);
      var text = member == null ? null : JsonReading.textOf(member);
      if (text != null && text.contains(delimiter)) {
        return delimiter.isEmpty()
            ? "joins its members without a delimiter: their ends could be moved unseen"
            : "has the delimiter in its member "
                + Shown.of(name)
                + ": the end of that member could be moved unseen";
      }
    }
    return null;
  }
}
