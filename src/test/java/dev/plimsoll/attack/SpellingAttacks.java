package dev.plimsoll.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// The same entry in other bytes, every later line chained anew, so that only its spelling tells.
final class SpellingAttacks {
  private static final String GROUP = "Another spelling of an entry";
  private static final Said NOT_CANONICAL = Said.failed("CHAIN_NOT_CANONICAL");
  private static final String ESCAPED = "Caf\\u00e9";

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new SpellingAttacks();
    attacks.members();
    attacks.numbers();
    attacks.texts();
    attacks.whole();
    return attacks.all;
  }

  private void add(String name, UnaryOperator<Lines> change) {
    all.add(
        LogAttacks.on(
            GROUP, name, NOT_CANONICAL, null, lines -> change.apply(lines).chainedFrom(4).bytes()));
  }

  private void number(String name, String spelled) {
    add(name, lines -> lines.change(2, "\"attempt\":1", "\"attempt\":" + spelled).chainedFrom(3));
  }

  private void text(String name, String spelled) {
    add(name, lines -> lines.change(3, "Café", spelled));
  }

  private void members() {
    add(
        "a member stands twice, the first one counts",
        lines -> lines.change(3, "\"run\":\"r1\"", "\"run\":\"r1\",\"run\":\"r2\""));
    add(
        "a member stands twice, alike",
        lines -> lines.change(3, "\"run\":\"r1\"", "\"run\":\"r1\",\"run\":\"r1\""));
    add(
        "two members are swapped",
        lines ->
            lines
                .change(2, "\"attempt\":1,\"run\":\"r1\"", "\"run\":\"r1\",\"attempt\":1")
                .chainedFrom(3));
    add("an eighth member", lines -> lines.change(3, "\"event\"", "\"eve\":1,\"event\""));
    add("a member is missing", lines -> lines.change(3, "\"_v\":1,", ""));
    add("a space after a colon", lines -> lines.change(3, "\"_v\":1", "\"_v\": 1"));
    add("printed pretty, on one line", lines -> lines.set(3, lines.get(3).replace(",\"", ", \"")));
    add(
        "printed pretty, on several lines",
        lines -> lines.set(3, lines.get(3).replace(",\"", ",\n  \"")));
    add(
        "deeper than 64 levels",
        lines -> lines.change(3, "\"r1\"", "[".repeat(70) + "]".repeat(70)));
    add("longer than 64 KiB", lines -> lines.change(3, "Café", "x".repeat(70_000)));
  }

  private void numbers() {
    number("1 as 1.0", "1.0");
    number("1 as 1e0", "1e0");
    number("1 as 01", "01");
    number("0 as -0", "-0");
    number("2^53+1, which a double cannot hold", "9007199254740993");
    number("2^53, the first beyond the profile", "9007199254740992");
    number("1e400, which is no double", "1e400");
    number("NaN", "NaN");
    number("Infinity", "Infinity");
    number("a number of five hundred digits", "1".repeat(500));
    number("a number in hexadecimal", "0x1");
  }

  private void texts() {
    text("a letter as an escape", ESCAPED);
    text("a slash as an escape", "Caf\\/");
    text("half a surrogate pair as an escape", "\\ud800");
    text("half a surrogate pair the other way round", "\\udc00\\ud800");
    text("an escape in upper case", "\\u001F");
    text("a control character as it is", "\u0001");
    text("a tabulator as it is", "\t");
    text("a byte 0", "\0");
    add(
        "bytes that are not UTF-8",
        lines -> lines.set(3, lines.get(3).replace("Caf\u00c3\u00a9", "Caf\u00ff\u00fe")));
    add(
        "UTF-8 in more bytes than it needs",
        lines -> lines.set(3, lines.get(3).replace("Caf\u00c3\u00a9", "Caf\u00c1\u0081")));
    add(
        "half a surrogate pair in UTF-8",
        lines -> lines.set(3, lines.get(3).replace("Caf\u00c3\u00a9", "\u00ed\u00a0\u0080")));
    add(
        "a hash in upper case",
        lines -> {
          var line = lines.get(3);
          var hash = line.substring(10, 74);
          return lines.set(3, line.replace(hash, hash.toUpperCase(Locale.ROOT)));
        });
    all.add(
        LogAttacks.on(
            GROUP,
            "NFC as NFD, nothing chained anew",
            Said.failed("CHAIN_PREV"),
            null,
            lines -> lines.change(3, "Café", "Cafe\u0301").bytes()));
    all.add(
        LogAttacks.on(
            GROUP,
            "NFC as NFD, every later line chained anew",
            Said.failed("CP_REWRITTEN"),
            null,
            lines -> lines.change(3, "Café", "Cafe\u0301").chainedFrom(4).bytes()));
    add("a time without milliseconds", lines -> lines.set(3, lines.get(3).replace(".000Z", "Z")));
    add(
        "a time that does not exist",
        lines ->
            lines.set(
                3, lines.get(3).replaceFirst("\"_time\":\"2026-..-..", "\"_time\":\"2026-02-30")));
    add(
        "a time with an offset",
        lines -> lines.set(3, lines.get(3).replace(".000Z", ".000+00:00")));
  }

  private void whole() {
    file("CR LF at every line end", lines -> lines.bytes("\r\n"));
    file("CR LF at the last line end alone", lines -> lines.set(11, lines.get(11) + "\r").bytes());
    file(
        "a byte order mark before the first line",
        lines -> lines.set(0, "\u00ef\u00bb\u00bf" + lines.get(0)).bytes());
    file(
        "a byte order mark inside",
        lines -> lines.set(5, "\u00ef\u00bb\u00bf" + lines.get(5)).bytes());
    file("a blank line", lines -> lines.insert(5, "").bytes());
    file("a blank line at the end", lines -> lines.insert(12, "").bytes());
    file("garbage after the last line", lines -> lines.insert(12, "-- end of log --").bytes());
    file("garbage on a line, after its brace", lines -> lines.set(5, lines.get(5) + "x").bytes());
    file("a second object on a line", lines -> lines.set(5, lines.get(5) + "{}").bytes());
    file("null in place of a line", lines -> lines.set(5, "null").bytes());
    file("a list in place of a line", lines -> lines.set(5, "[" + lines.get(5) + "]").bytes());
    file(
        "UTF-16",
        lines -> {
          var out = new ByteArrayOutputStream();
          for (var each : new String(lines.bytes(), ISO_8859_1).toCharArray()) {
            out.write(0);
            out.write(each);
          }
          return out.toByteArray();
        });
  }

  private void file(String name, java.util.function.Function<Lines, byte[]> change) {
    all.add(LogAttacks.on(GROUP, name, NOT_CANONICAL, null, change));
  }
}
