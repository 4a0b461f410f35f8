package dev.plimsoll.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// On logs that other systems chain. `verify.sh` does not read them.
final class ForeignAttacks {
  private static final String GROUP = "Logs of other systems";
  private static final Path SAMPLES = Path.of("src/test/resources/dev/plimsoll/core/audit/foreign");
  private static final Said NOT_ASKED = Said.notAsked("reads Plimsoll's own logs alone");
  private static final Pattern HEAD = Pattern.compile("\"hash\":\"([0-9a-f]{64})\"");
  private static final List<String> RECIPES =
      List.of(
          "aetherlink",
          "self-sha256",
          "py-default-zeros",
          "py-utf8-genesis",
          "prefixed",
          "prev-then-body",
          "prev-then-body/bare",
          "prev-pipe-body",
          "prev-pipe-body/hash",
          "body-then-prev",
          "body-then-prev/bare",
          "wrapper",
          "previous-raw-line",
          "hmac",
          "js-insertion",
          "js-insertion/snake-zeros");

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new ForeignAttacks();
    attacks.recipes();
    attacks.lines();
    attacks.spellings();
    attacks.anchors();
    return attacks.all;
  }

  private void add(
      String name, Said said, String recipe, @Nullable String anchor, Attack.Making file) {
    all.add(
        Attack.of(
                GROUP,
                name,
                said,
                folder -> {
                  var scene = file.in(folder);
                  Files.writeString(folder.resolve("key"), ForeignCore.KEY);
                  return Scene.foreign(scene.file(), recipe, anchor);
                })
            .shell(NOT_ASKED));
  }

  private static Scene file(Path folder, byte[] bytes) throws IOException {
    return Scene.foreign(Files.write(folder.resolve("ops.jsonl"), bytes), "", null);
  }

  private void recipes() {
    for (var recipe : RECIPES) {
      var raw = recipe.equals("previous-raw-line");
      add(
          recipe + ": a letter of the second entry",
          Said.failed(raw ? "CHAIN_PREV" : "CHAIN_HASH"),
          recipe,
          null,
          folder -> {
            var bytes = Files.readAllBytes(SAMPLES.resolve(recipe.replace('/', '.') + ".jsonl"));
            var at = new String(bytes, ISO_8859_1).indexOf("backup");
            bytes[at] ^= 1;
            return file(folder, bytes);
          });
      add(
          recipe + ": the second entry is taken out",
          Said.failed("CHAIN_PREV"),
          recipe,
          null,
          folder -> {
            var sample = SAMPLES.resolve(recipe.replace('/', '.') + ".jsonl");
            var lines = new ArrayList<>(Files.readAllLines(sample));
            lines.remove(1);
            return file(folder, (String.join("\n", lines) + "\n").getBytes(UTF_8));
          });
    }
  }

  private void broken(String what, String file, Said said) {
    add(
        what,
        said,
        "aetherlink",
        null,
        folder ->
            file(folder, Files.readAllBytes(SAMPLES.resolve("broken").resolve(file + ".jsonl"))));
  }

  private void lines() {
    broken("the first entry is missing", "first-entry-missing", Said.failed("CHAIN_PREV"));
    broken("two entries are swapped", "entries-swapped", Said.failed("CHAIN_PREV"));
    broken("an entry stands twice", "entry-twice", Said.failed("CHAIN_PREV"));
    broken("an entry is put in", "entry-inserted", Said.failed("CHAIN_PREV"));
    broken("an entry is changed, with its hash", "entry-rehashed", Said.failed("CHAIN_PREV"));
    broken("the end is cut inside a line", "tail-cut", Said.failed("CHAIN_TORN_TAIL"));
    broken(
        "zeros at the end, as after a crash", "zeros-at-the-end", Said.failed("CHAIN_TORN_TAIL"));
    broken("its end is missing, nothing was kept", "end-missing", Said.blind("NOTHING_TO_COMPARE"));
    broken("it is made anew, nothing was kept", "written-anew", Said.blind("NOTHING_TO_COMPARE"));
    broken("it is empty", "empty", Said.open(""));
    broken("it holds blank lines alone", "blank-lines-alone", Said.open(""));
    broken("a member stands twice", "member-twice", Said.failed("CHAIN_MEMBER_TWICE"));
    broken(
        "a member stands twice, deep inside",
        "member-twice-inside",
        Said.failed("CHAIN_MEMBER_TWICE"));
    broken("an entry lacks its hash", "hash-missing", Said.failed("CHAIN_MEMBER"));
    broken("a hash is a number", "hash-is-a-number", Said.failed("CHAIN_MEMBER"));
    broken("an entry lacks the hash before it", "previous-missing", Said.failed("CHAIN_MEMBER"));
    broken("a hash in upper case", "hash-in-upper-case", Said.failed("CHAIN_HASH"));
    broken("a number is respelled", "number-respelled", Said.failed("CHAIN_HASH"));
    broken("NFC as NFD", "normalised", Said.failed("CHAIN_HASH"));
  }

  private void spellings() {
    broken("bytes that are not UTF-8", "not-utf8", Said.failed("CHAIN_NOT_JSON"));
    broken("UTF-8 in more bytes than it needs", "overlong-utf8", Said.failed("CHAIN_NOT_JSON"));
    broken("a control character as it is", "control-character", Said.failed("CHAIN_NOT_JSON"));
    broken("printed pretty on several lines", "pretty-printed", Said.failed("CHAIN_NOT_JSON"));
    broken("garbage behind an entry", "garbage-behind", Said.failed("CHAIN_NOT_JSON"));
    broken("a list in place of an entry", "not-an-object", Said.failed("CHAIN_NOT_JSON"));
    broken("a byte order mark inside", "byte-order-mark-inside", Said.failed("CHAIN_NOT_JSON"));
    broken("a byte order mark", "byte-order-mark", Said.warned("CHAIN_BOM"));
    broken("a blank line", "blank-line", Said.warned("CHAIN_BLANK_LINE"));
    broken("CR LF", "windows-line-ends", Said.warned("CHAIN_LINE_END"));
    broken(
        "no line end behind the last entry",
        "last-line-end-missing",
        Said.warned("CHAIN_LINE_END"));
    broken(
        "white space is added, which its hash does not protect",
        "white-space-added",
        Said.warned("CHAIN_SPELLING"));
    broken("an escape in upper case", "escape-in-upper-case", Said.warned("CHAIN_SPELLING"));
    broken("a slash as an escape", "slash-escaped", Said.warned("CHAIN_SPELLING"));
    broken("members in another order", "members-in-another-order", Said.warned("CHAIN_SPELLING"));
    broken("an entry in UTF-8 among escapes", "written-in-utf8", Said.warned("CHAIN_SPELLING"));
    broken("half of a surrogate pair", "half-a-surrogate-pair", Said.warned("CHAIN_SPELLING"));
    broken("NaN, hashed as Python spells it", "not-a-number", Said.warned("CHAIN_SPELLING"));
  }

  private void anchors() {
    var head = head();
    anchored(
        "the end is missing, its head was kept",
        "end-missing",
        "5:" + head,
        Said.failed("PIN_ROLLBACK"));
    anchored(
        "it is made anew, its head was kept", "written-anew", "5:" + head, Said.failed("PIN_FORK"));
    anchored("it is empty, its head was kept", "empty", "5:" + head, Said.failed("PIN_ROLLBACK"));
    anchored(
        "an early head was kept, of another history",
        "written-anew",
        "2:" + "ab".repeat(32),
        Said.failed("PIN_FORK"));
    add(
        "the file is gone, its head was kept",
        Said.failed("PIN_ROLLBACK"),
        "aetherlink",
        "5:" + head,
        folder -> Scene.foreign(folder.resolve("ops.jsonl"), "", null));
    add(
        "the file is gone",
        Said.open(""),
        "aetherlink",
        null,
        folder -> Scene.foreign(folder.resolve("ops.jsonl"), "", null));
    add(
        "the last line of a log without hashes of its own is changed",
        Said.blind("LAST_ENTRY_OPEN"),
        "previous-raw-line",
        null,
        ForeignAttacks::lastChanged);
    add(
        "the same, its head was kept",
        Said.failed("PIN_FORK"),
        "previous-raw-line",
        "5:cefbfd1a0661cff1388f6d352b0709d540d650c3793c7928094f807ad85b94c7",
        ForeignAttacks::lastChanged);
    add(
        "a log keyed with another key",
        Said.failed("CHAIN_HASH"),
        "hmac",
        null,
        folder -> {
          var bytes = Files.readAllBytes(SAMPLES.resolve("py-default-zeros.jsonl"));
          var text =
              new String(bytes, UTF_8)
                  .replace("\"hash\"", "\"hmac\"")
                  .replace("\"prev_hash\"", "\"prev_hmac\"");
          return file(folder, text.getBytes(UTF_8));
        });
  }

  private void anchored(String what, String file, String anchor, Said said) {
    add(
        what,
        said,
        "aetherlink",
        anchor,
        folder ->
            file(folder, Files.readAllBytes(SAMPLES.resolve("broken").resolve(file + ".jsonl"))));
  }

  private static Scene lastChanged(Path folder) throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(SAMPLES.resolve("previous-raw-line.jsonl")));
    lines.set(
        lines.size() - 1, lines.getLast().replaceFirst("\"action\":(\\s?)\"", "\"action\":$1\"x"));
    return file(folder, (String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  /// Of the sound log that the broken ones were made of.
  private static String head() {
    try {
      var heads =
          HEAD.matcher(Files.readString(SAMPLES.resolve("aetherlink.jsonl"))).results().toList();
      return heads.getLast().group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
