package dev.plimsoll.core.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// RFC 8785 (JCS) in the strict profile of `docs/formats/trust.md`: one value has exactly one
/// spelling.
///
/// A value is a tree of `Map<String, ?>`, `List`, `String`, `Long` or `Integer`, `Boolean` and
/// null. Integers only, and only up to [#LARGEST_INTEGER] on either side; no lone surrogates; at
/// most [#DEEPEST] levels. Stateless and safe for any number of threads.
public final class CanonicalJson {
  /// Largest entry of an audit chain, in bytes.
  public static final int ENTRY_MAX = 64 * 1024;

  /// Largest release record or other signed statement, in bytes.
  public static final int RECORD_MAX = 4 * 1024 * 1024;

  /// 2^53-1: beyond it a double, and so another reader, loses digits.
  public static final long LARGEST_INTEGER = (1L << 53) - 1;

  /// How many arrays and objects may stand inside one another.
  public static final int DEEPEST = 64;

  private static final int LONGEST_TEXT = 16 * 1024 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(32)
                  .maxNameLength(LONGEST_TEXT)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private CanonicalJson() {}

  /// The one spelling of a value, UTF-8 without a byte order mark, without a final line feed.
  ///
  /// @throws IllegalArgumentException when the value has no canonical spelling (a type, number,
  ///   text or depth outside the profile): text that comes from outside must be made well-formed
  ///   before it gets here
  public static byte[] encode(@Nullable Object value) {
    return new CanonicalWriter().write(value);
  }

  /// [#encode(Object)] as text.
  public static String encodeToString(@Nullable Object value) {
    return new String(encode(value), StandardCharsets.UTF_8);
  }

  /// Reads a document and insists that these bytes are its one spelling: whatever a second reader
  /// might understand differently (repeated members, white space, floats, escapes, a byte order
  /// mark, anything after the end) is refused. Numbers come back as `Long`; maps and lists are
  /// unmodifiable, members in canonical order. A document is never null.
  ///
  /// @param maxBytes the limit of this kind of document, [#ENTRY_MAX] or [#RECORD_MAX]
  /// @throws NotCanonical naming the first byte that is wrong
  public static Object decode(byte[] bytes, int maxBytes) {
    if (bytes.length > maxBytes) {
      throw new NotCanonical("larger than the " + maxBytes + " bytes allowed", maxBytes);
    }
    Object value = read(bytes);
    int difference = Arrays.mismatch(bytes, encode(value));
    if (difference >= 0) {
      throw new NotCanonical("not the canonical spelling of what it says", difference);
    }
    return value;
  }

  /// [#decode(byte[], int)] for a document that has to be an object, as all of ours are.
  @SuppressWarnings("unchecked") // a decoded map has text keys only
  public static Map<String, @Nullable Object> decodeObject(byte[] bytes, int maxBytes) {
    if (decode(bytes, maxBytes) instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new NotCanonical("not an object", 0);
  }

  private static Object read(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      JsonToken first = parser.nextToken();
      Object value = first == null ? null : value(parser, first);
      if (value == null) {
        throw refused(parser, first == null ? "nothing there" : "a document is never null");
      }
      if (parser.nextToken() != null) {
        throw refused(parser, "something follows the document");
      }
      return value;
    } catch (JacksonException e) {
      throw new NotCanonical("not JSON: " + e.getOriginalMessage(), offset(e));
    }
  }

  private static long offset(JacksonException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> text(parser);
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw refused(parser, "a number that is not an integer");
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = text(parser);
      if (map.containsKey(name)) {
        throw refused(parser, "member \"" + Printable.of(name) + "\" stands twice");
      }
      map.put(name, value(parser, parser.nextToken()));
    }
    return Collections.unmodifiableMap(map);
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(parser, token));
    }
    return Collections.unmodifiableList(list);
  }

  private static String text(JsonParser parser) {
    String text = parser.getString();
    if (CanonicalWriter.loneSurrogate(text) >= 0) {
      throw refused(parser, "half a surrogate pair");
    }
    return text;
  }

  private static Long integer(JsonParser parser) {
    boolean big = parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
    if (big || !CanonicalWriter.isExact(parser.getLongValue())) {
      throw refused(parser, "an integer beyond 2^53-1");
    }
    return parser.getLongValue();
  }

  private static NotCanonical refused(JsonParser parser, String reason) {
    return new NotCanonical(reason, Math.max(0, parser.currentTokenLocation().getByteOffset()));
  }
}
