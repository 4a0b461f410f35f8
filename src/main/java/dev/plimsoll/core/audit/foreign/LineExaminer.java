package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Algorithm;
import dev.plimsoll.core.model.Recipe.Body;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Examines lines one by one, each by itself: the exact path, which judges every spelling. For one
/// thread; make one for each.
public final class LineExaminer {
  private static final String WITHHELD = "the keyed hash of this content, which is not shown";

  private final Recipe recipe;
  private final HashMaking making;
  private final HashInput input;
  private final LineWarnings warnings;

  /// @throws Problem where the recipe's key is not at hand, or this Java lacks its algorithm
  public LineExaminer(Recipe recipe, HashKeys keys) {
    this.recipe = recipe;
    this.making = new HashMaking(recipe, keys);
    this.input = new HashInput(recipe);
    this.warnings = new LineWarnings(recipe);
  }

  /// What entry 0 has to name as the one before; null for JSON null.
  public @Nullable String genesis() {
    return making.genesis();
  }

  /// An anchor's head as this recipe spells hash texts.
  public String spelled(String head) {
    return making.spelled(head);
  }

  /// Judges a line that names the one before itself ([Recipe#standsAlone()]).
  ///
  /// @param line without its line end
  public LineExam examine(byte[] line) {
    return examine(line, null);
  }

  /// Judges a line.
  ///
  /// @param line without its line end
  /// @param before hash text of the entry before; used only where the line does not name it
  public LineExam examine(byte[] line, @Nullable String before) {
    String text;
    try {
      text = decoded(line);
    } catch (CharacterCodingException invalid) {
      return LineExam.broken(notUtf8(line));
    }
    Json.Members entry;
    try {
      entry = JsonReading.read(text);
    } catch (NotJson e) {
      return e.isBeyond() ? LineExam.unknown(e.reason()) : LineExam.broken(unread(text, e));
    }
    var flaw = missing(entry);
    if (flaw != null) {
      return LineExam.broken(flaw);
    }
    var prev = recipe.fields().prev() == null ? before : stored(entry, recipe.fields().prev());
    try {
      return judged(new Entry(text, entry), prev);
    } catch (NoSpelling e) {
      return LineExam.broken(
          new Flaw(
              VerdictCode.CHAIN_NOT_CANONICAL,
              0,
              "has no spelling that could be hashed: " + e.reason(),
              null));
    }
  }

  /// A line and what it says.
  record Entry(String line, Json.Members members) {
    int byteAt(int character) {
      return line.substring(0, Math.min(character, line.length()))
          .getBytes(StandardCharsets.UTF_8)
          .length;
    }
  }

  private LineExam judged(Entry entry, @Nullable String prev) {
    var computed = making.of(bytes(input.of(entry.line(), entry.members(), prev)));
    var name = recipe.fields().hash();
    var seq = recipe.fields().seq() == null ? null : seq(entry.members());
    var styles =
        isRaw()
            ? LineStyle.ANY | LineStyle.SORTED // its hash is over the bytes
            : LineStyle.of(entry.line(), entry.members());
    if (name != null) {
      var hash = entry.members().find(name);
      if (hash != null && !computed.equals(JsonReading.textOf(hash))) {
        return LineExam.broken(otherHash(entry, hash, computed));
      }
    }
    return new LineExam(null, null, prev, computed, seq, styles, warnings.of(entry));
  }

  private Flaw otherHash(Entry entry, Json.Member hash, String computed) {
    var stored = String.valueOf(JsonReading.textOf(hash));
    String reason;
    if (isKeyed() && making.isShaped(stored)) {
      reason =
          "was changed: its content does not give the keyed hash stored in it, "
              + shortened(stored);
    } else if (making.isShaped(stored)) {
      reason =
          "was changed: its content gives the hash "
              + shortened(computed)
              + ", and the one stored in it is "
              + shortened(stored);
    } else if (stored.equalsIgnoreCase(computed)) {
      reason = "has its hash in upper case, which its writer does not";
    } else {
      reason =
          "has no hash in the member "
              + Shown.of(hash.name())
              + ", which should be "
              + making.shape()
              + ": "
              + Shown.of(stored);
    }
    return new Flaw(
        VerdictCode.CHAIN_HASH,
        entry.byteAt(hash.start()),
        reason,
        isKeyed() ? WITHHELD : replaced(entry, hash, computed));
  }

  /// Then what should stand there is told to nobody: whoever changed an entry could store it.
  private boolean isKeyed() {
    return recipe.algorithm() instanceof Algorithm.HmacSha256;
  }

  /// The line with another text in one of its members.
  static String replaced(Entry entry, Json.Member member, @Nullable String text) {
    var value =
        text == null
            ? "null"
            : new JsonWriting(new Spelling(null, false, true, false), false).quoted(text).text();
    return entry.line().substring(0, member.start()) + value + entry.line().substring(member.end());
  }

  private @Nullable Flaw missing(Json.Members entry) {
    var fields = recipe.fields();
    if (fields.hash() != null) {
      var member = entry.find(fields.hash());
      if (member == null) {
        return memberFlaw("has no member " + fields.hash() + ", where its hash should stand");
      }
      if (!(member.value() instanceof Json.Text)) {
        return memberFlaw("has something else than a text in the member " + fields.hash());
      }
    }
    if (fields.prev() != null) {
      var member = entry.find(fields.prev());
      if (member == null) {
        return memberFlaw(
            "has no member " + fields.prev() + ", which should name the entry before");
      }
      if (!(member.value() instanceof Json.Text)
          && !(member.value() instanceof Json.Word word && word.isNull())) {
        return memberFlaw("has something else than a text in the member " + fields.prev());
      }
    }
    if (fields.seq() != null && seq(entry) == null) {
      return memberFlaw("has no whole number in the member " + fields.seq().name());
    }
    return null;
  }

  private static Flaw memberFlaw(String reason) {
    return new Flaw(VerdictCode.CHAIN_MEMBER, 0, reason, null);
  }

  private @Nullable Long seq(Json.Members entry) {
    var field = recipe.fields().seq();
    var member = field == null ? null : entry.find(field.name());
    if (member == null || !(member.value() instanceof Json.Figure(var digits))) {
      return null;
    }
    return digits.matches("-?[0-9]{1,18}") ? Long.valueOf(digits) : null;
  }

  private static @Nullable String stored(Json.Members entry, String name) {
    var member = entry.find(name);
    return member == null ? null : JsonReading.textOf(member);
  }

  /// A line's bytes as text.
  static String decoded(byte[] line) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(line))
        .toString();
  }

  private static Flaw notUtf8(byte[] line) {
    var at = Utf8Fault.offset(line);
    return new Flaw(
        VerdictCode.CHAIN_NOT_JSON,
        at,
        "is not UTF-8: the byte %02x stands where no character can have it".formatted(line[at]),
        null);
  }

  private static Flaw unread(String text, NotJson e) {
    var at = new Entry(text, new Json.Members(List.of())).byteAt(e.at());
    return new Flaw(e.code(), at, e.reason(), null);
  }

  private static byte[] bytes(String input) {
    return input.getBytes(StandardCharsets.UTF_8);
  }

  private static String shortened(String hash) {
    return hash.length() <= 24 ? Shown.of(hash) : Shown.of(hash.substring(0, 16)) + "...";
  }

  /// The recipe's body, for the one case that keeps no hash of its own.
  boolean isRaw() {
    return recipe.body() instanceof Body.RawLine;
  }

  HashInput input() {
    return input;
  }

  HashMaking making() {
    return making;
  }
}
