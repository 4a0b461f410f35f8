package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {
  @Test
  void escapesAsInSection322OfRfc8785() {
    String text = "\u20ac$\u000F\nA'B\"\\\\\"/";
    assertThat(CanonicalJson.encodeToString(text))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  @Test
  void sortsMembersByUtf16UnitsAsInSection323OfRfc8785() {
    Map<String, String> map = new HashMap<>();
    map.put("\u20ac", "Euro Sign");
    map.put("\r", "Carriage Return");
    map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    map.put("1", "One");
    map.put("\ud83d\ude00", "Emoji: Grinning Face");
    map.put("\u0080", "Control");
    map.put("\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(CanonicalJson.encodeToString(map))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin"
                + " Small Letter O With Diaeresis\",\"\u20ac\":\"Euro"
                + " Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter"
                + " Dalet With Dagesh\"}");
  }

  @Test
  void writesTheStructuresOfTheRfcAuthorsTestSuite() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("f", Map.of("f", "hi", "F", 5));
    inner.put("\n", 56);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("1", inner);
    map.put("10", Map.of());
    map.put("", "empty");
    map.put("a", Map.of());
    map.put("111", List.of(Map.of("e", "yes", "E", "no")));
    map.put("A", Map.of());
    assertThat(CanonicalJson.encodeToString(map))
        .isEqualTo(
            "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
  }

  @Test
  void doesNotNormaliseUnicode() {
    byte[] decomposed = "{\"A\u030a\":\"A\u030a\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(CanonicalJson.decode(decomposed, 100)).isEqualTo(Map.of("A\u030a", "A\u030a"));
    assertThat(CanonicalJson.encode(Map.of("A\u030a", "A\u030a"))).isEqualTo(decomposed);
  }

  @Test
  void writesEveryControlCharacterInItsShortestForm() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c <= 0x20; c++) {
      all.append(c);
    }
    all.append('\u007f').append('\u2028');
    assertThat(CanonicalJson.encodeToString(all.toString()))
        .isEqualTo(
            "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"
                + " \u007f\u2028\"");
  }

  @Test
  void readsWhatItWritesAtTheEdgesOfTheProfile() {
    List<Object> edges = new ArrayList<>();
    edges.add(9007199254740991L);
    edges.add(-9007199254740991L);
    edges.add(0L);
    edges.add(null);
    edges.add(true);
    edges.add(false);
    edges.add("");
    byte[] bytes = CanonicalJson.encode(edges);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("[9007199254740991,-9007199254740991,0,null,true,false,\"\"]");
    assertThat(CanonicalJson.decode(bytes, 1000)).isEqualTo(edges);
  }

  static List<String> defects() {
    return Fixtures.names("canonical");
  }

  @ParameterizedTest
  @MethodSource("defects")
  void refuses(String defect) {
    byte[] bytes = Fixtures.bytes("canonical/" + defect);
    NotCanonical refusal =
        catchThrowableOfType(NotCanonical.class, () -> CanonicalJson.decode(bytes, 1 << 20));
    assertThat(refusal).as(defect).isNotNull();
    assertThat(refusal.offset()).isBetween(0L, (long) bytes.length);
  }

  @ParameterizedTest
  @CsvSource({
    "member-twice,                7, member \"a\" stands twice",
    "member-twice-by-escape,      7, member \"a\" stands twice",
    "byte-order-mark,             0, not the canonical spelling of what it says",
    "space-after-colon,           5, not the canonical spelling of what it says",
    "members-out-of-order,        2, not the canonical spelling of what it says",
    "line-feed-at-end,            7, not the canonical spelling of what it says",
    "second-document,             7, something follows the document",
    "fraction,                    5, a number that is not an integer",
    "whole-number-as-float,       5, a number that is not an integer",
    "beyond-2-53,                 5, an integer beyond 2^53-1",
    "beyond-64-bit,               5, an integer beyond 2^53-1",
    "long-min,                    5, an integer beyond 2^53-1",
    "minus-zero,                  5, not the canonical spelling of what it says",
    "lone-high-surrogate,         5, half a surrogate pair",
    "delete-escaped,              6, not the canonical spelling of what it says",
    "only-null,                   0, a document is never null",
    "nothing,                     0, nothing there",
  })
  void saysWhatIsWrongAndWhere(String defect, long offset, String reason) {
    assertThatThrownBy(
            () -> CanonicalJson.decode(Fixtures.bytes("canonical/" + defect + ".json"), 1000))
        .isInstanceOfSatisfying(
            NotCanonical.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.offset()).isEqualTo(offset);
            });
  }

  @Test
  void refusesADocumentThatIsTooLargeAndTakesOneThatJustFits() {
    byte[] bytes = CanonicalJson.encode("x".repeat(CanonicalJson.ENTRY_MAX - 2));
    assertThat(bytes).hasSize(CanonicalJson.ENTRY_MAX);
    assertThat(CanonicalJson.decode(bytes, CanonicalJson.ENTRY_MAX)).isInstanceOf(String.class);
    assertThatThrownBy(() -> CanonicalJson.decode(bytes, CanonicalJson.ENTRY_MAX - 1))
        .isInstanceOf(NotCanonical.class)
        .hasMessageContaining("larger than the 65535 bytes");
  }

  @Test
  void goesDown64LevelsAndNotOneMore() {
    Object nested = List.of();
    for (int i = 1; i < CanonicalJson.DEEPEST; i++) {
      nested = List.of(nested);
    }
    byte[] deepest = CanonicalJson.encode(nested);
    assertThat(CanonicalJson.decode(deepest, 1000)).isEqualTo(nested);
    List<Object> tooDeep = List.of(nested);
    assertThatThrownBy(() -> CanonicalJson.encode(tooDeep)).hasMessageContaining("deeper than 64");
  }

  static List<Object> unwritable() {
    return List.of(
        1.5,
        1.0f,
        'c',
        new byte[0],
        Map.of(1, 2),
        1L << 53,
        -(1L << 53),
        "\ud83d",
        "\ude00\ud83d",
        Map.of("\ude00", 1),
        Long.MIN_VALUE);
  }

  @ParameterizedTest
  @MethodSource("unwritable")
  void writesNothingOutsideTheProfile(Object value) {
    List<Object> holder = Collections.singletonList(value);
    assertThatThrownBy(() -> CanonicalJson.encode(holder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void handsOutTreesThatNobodyCanChange() {
    Map<String, Object> map =
        CanonicalJson.decodeObject("{\"a\":[1]}".getBytes(StandardCharsets.UTF_8), 100);
    assertThatThrownBy(() -> map.put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
            () -> CanonicalJson.decodeObject("[1]".getBytes(StandardCharsets.UTF_8), 100))
        .isInstanceOf(NotCanonical.class)
        .hasMessageContaining("not an object");
  }

  @Test
  void anyChangedByteIsEitherAnotherCanonicalDocumentOrRefused() {
    Random random = new Random(8785);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = CanonicalJson.encode(tree(random, 0));
      assertThat(CanonicalJson.encode(CanonicalJson.decode(bytes, 1 << 20))).isEqualTo(bytes);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      try {
        assertThat(CanonicalJson.encode(CanonicalJson.decode(bytes, 1 << 20))).isEqualTo(bytes);
      } catch (NotCanonical e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }

  private static Object tree(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 3 : 5)) {
      case 0 -> random.nextLong(-CanonicalJson.LARGEST_INTEGER, CanonicalJson.LARGEST_INTEGER);
      case 1 -> random.nextBoolean();
      case 2 -> word(random);
      case 3 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(tree(random, depth + 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(word(random), tree(random, depth + 1));
        }
        yield map;
      }
    };
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(6), 0, 0x11000)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
