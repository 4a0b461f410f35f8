package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Canonical;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Writes chains of any recipe that names the entry before, by the exact path's own hands. Values
/// are of all kinds.
final class ChainWriter {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "864.0",
          "1e-05",
          "-0.0",
          "9007199254740993",
          "1E400",
          "\"\"",
          "\"plain\"",
          "\"Zo\u00eb\"",
          "\"a\\\"b\\\\c\\n\\u0001\"",
          "\"\ud83d\ude80\"",
          "\"\u007f\"",
          "[]",
          "{}",
          "[1,[2,{\"z\":1,\"y\":[]}],\"x\"]",
          "{\"b\":1,\"a\":{\"d\":\"\u00e9\",\"c\":null}}",
          "{\"gr\u00f6\u00dfe\":1}");

  /// As [#VALUES], but only what Python's reader and writer give back as it was.
  static final List<String> PORTABLE =
      VALUES.stream().filter(value -> !value.equals("1E400")).toList();

  private final Recipe recipe;
  private final List<String> values;
  private final HashMaking making;
  private final HashInput input;
  private final Random random;
  private @Nullable String head;
  private long seq;

  ChainWriter(Recipe recipe, Random random) {
    this(recipe, random, VALUES);
  }

  ChainWriter(Recipe recipe, Random random, List<String> values) {
    this.recipe = recipe;
    this.values = values;
    this.making = new HashMaking(recipe, Chains.KEYS);
    this.input = new HashInput(recipe);
    this.random = random;
    this.head = making.genesis();
  }

  List<String> lines(int count) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      lines.add(line());
    }
    return lines;
  }

  private String line() {
    var text = new StringBuilder("{\"action\":\"step\",\"actor\":").append(value());
    text.append(",\"data\":").append(value()).append(",\"seq\":").append(seq++);
    text.append(",\"amount\":").append(recipe.canonical() == Canonical.JCS ? "12" : "12.5");
    if (random.nextInt(4) == 0) {
      text.append(",\"Note\":").append(value());
    }
    var prev = head == null ? "null" : '"' + head + '"';
    text.append(",\"").append(recipe.fields().prev()).append("\":").append(prev).append('}');
    var entry = JsonReading.read(text.toString());
    if (recipe.fields().hash() == null) {
      var line = written(entry);
      head = making.of(line.getBytes(StandardCharsets.UTF_8));
      return line;
    }
    head = making.of(input.of("", entry, head).getBytes(StandardCharsets.UTF_8));
    var members = new ArrayList<>(entry.members());
    var hash = new Json.Member(recipe.fields().hash(), new Json.Text(head), 0, 0);
    members.add(random.nextInt(members.size()), hash);
    return written(new Json.Members(members));
  }

  private String written(Json.Members entry) {
    var canonical =
        recipe.canonical() == Canonical.RAW_LINE ? Canonical.PY_DEFAULT : recipe.canonical();
    return new JsonWriting(Spelling.of(canonical), false).value(entry).text();
  }

  private String value() {
    var value = values.get(random.nextInt(values.size()));
    return recipe.canonical() == Canonical.JCS && value.matches("-?[0-9].*") ? "7" : value;
  }
}
