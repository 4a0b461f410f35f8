package dev.plimsoll.core.audit.foreign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What is done to a chain that [ChainWriter] wrote, and how a plain verifier's verdict on it is
/// expected to differ from ours: by the kind alone.
enum Mutation {
  UNTOUCHED(Expected.ALIKE),
  LETTER(Expected.ALIKE),
  ANY_BIT_OF_A_TEXT(Expected.ALIKE),
  HASH_DIGIT(Expected.ALIKE),
  HASHES_GONE(Expected.ALIKE),
  UPPER_CASE(Expected.ALIKE),
  FIRST_LINES_REMOVED(Expected.ALIKE),
  LINE_REMOVED(Expected.ALIKE),
  LINE_TWICE(Expected.ALIKE),
  LINES_SWAPPED(Expected.ALIKE),
  LINE_OF_ANOTHER_CHAIN(Expected.ALIKE),
  WRITTEN_ANEW(Expected.ALIKE),
  CUT_OFF(Expected.ALIKE),
  NO_LINE_END(Expected.ALIKE),
  GARBAGE(Expected.ALIKE),
  TRAILING_GARBAGE(Expected.ALIKE),
  PRETTY_PRINTED(Expected.ALIKE),
  NOT_UTF8(Expected.ALIKE),
  CONTROL_CHARACTER(Expected.ALIKE),
  LONE_SURROGATE(Expected.ALIKE),
  NFD(Expected.ALIKE),
  NOT_A_NUMBER(Expected.ALIKE),
  MEMBER_ADDED(Expected.ALIKE),
  MEMBER_REMOVED(Expected.ALIKE),
  MEMBER_RENAMED(Expected.ALIKE),
  BLANK_LINE(Expected.SAID),
  WINDOWS_LINE_ENDS(Expected.SAID),
  WHITE_SPACE(Expected.SAID),
  ANOTHER_ORDER(Expected.SAID),
  NEEDLESS_ESCAPE(Expected.SAID),
  NUMBER_WITH_A_ZERO_MORE(Expected.STRICTER),
  NUMBER_WITH_AN_EXPONENT(Expected.STRICTER),
  MEMBER_TWICE(Expected.STRICTER),
  BYTE_ORDER_MARK(Expected.LOOSER);

  /// How ours differs.
  enum Expected {
    /// The same verdict and the same first bad entry.
    ALIKE,
    /// Both call it whole, ours with a warning.
    SAID,
    /// Python reads what was respelled as what it was; ours is broken at the entry.
    STRICTER,
    /// Python's reader refuses the first line; ours calls the chain whole, with a warning.
    LOOSER
  }

  private final Expected expected;

  Mutation(Expected expected) {
    this.expected = expected;
  }

  Expected expected() {
    return expected;
  }

  /// @param entry where it was done
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Done(Mutation mutation, int entry, byte[] bytes) {}

  /// @param lines of the chain
  /// @param other another chain of the same recipe
  Done of(List<String> lines, List<String> other, Random random) {
    var at = random.nextInt(lines.size());
    var changed = changed(new ArrayList<>(lines), other, at, random);
    return changed == null
        ? new Done(UNTOUCHED, at, bytes(lines, "\n"))
        : new Done(this, at, changed);
  }

  private byte @Nullable [] changed(List<String> lines, List<String> other, int at, Random random) {
    var line = lines.get(at);
    switch (this) {
      case UNTOUCHED -> {}
      case LETTER -> lines.set(at, line.replace("\"step\"", "\"stop\""));
      case ANY_BIT_OF_A_TEXT -> {
        var place = line.indexOf("step") + random.nextInt(4);
        var letter = (char) (line.charAt(place) ^ 1 << random.nextInt(7));
        lines.set(at, line.substring(0, place) + letter + line.substring(place + 1));
      }
      case HASH_DIGIT -> {
        var place = line.indexOf("hash") > 0 ? hexAt(line, random) : -1;
        if (place < 0) {
          return null;
        }
        var digit = line.charAt(place) == '0' ? '1' : '0';
        lines.set(at, line.substring(0, place) + digit + line.substring(place + 1));
      }
      case HASHES_GONE -> lines.set(at, line.replaceAll("\"(sha256:)?[0-9a-f]{64}\"", "null"));
      case UPPER_CASE -> lines.set(at, upper(line));
      case FIRST_LINES_REMOVED -> lines.subList(0, at).clear();
      case LINE_REMOVED -> lines.remove(at);
      case LINE_TWICE -> lines.add(at, line);
      case LINES_SWAPPED -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case LINE_OF_ANOTHER_CHAIN -> lines.set(at, other.get(at));
      case WRITTEN_ANEW -> {
        return bytes(other, "\n");
      }
      case CUT_OFF -> {
        var all = bytes(lines, "\n");
        var first = lines.getFirst().getBytes(StandardCharsets.UTF_8).length;
        return Arrays.copyOf(all, first + 1 + random.nextInt(all.length - first - 1));
      }
      case NO_LINE_END -> {
        var all = bytes(lines, "\n");
        return Arrays.copyOf(all, all.length - 1);
      }
      case GARBAGE -> lines.add(at, List.of("x", "[]", "7", "{", "null", "#").get(at % 6));
      case TRAILING_GARBAGE -> lines.set(at, line + List.of(",", "}", " x", "{}").get(at % 4));
      case PRETTY_PRINTED -> lines.set(at, line.replaceFirst(",", ",\n"));
      case NOT_UTF8 -> {
        return inserted(lines, at, (byte) 0xff);
      }
      case CONTROL_CHARACTER -> lines.set(at, line.replace("step", "st\tep"));
      case LONE_SURROGATE -> lines.set(at, line.replace("step", "st\\ud800ep"));
      case NFD -> lines.set(at, decomposed(line));
      case NOT_A_NUMBER -> lines.set(at, line.replace("12.5", "NaN"));
      case MEMBER_ADDED -> lines.set(at, line.replaceFirst("\\{", "{\"_\":0,"));
      case MEMBER_REMOVED -> lines.set(at, line.replaceFirst("\"amount\": ?12.5, ?", ""));
      case MEMBER_RENAMED -> lines.set(at, line.replace("\"amount\"", "\"Amount\""));
      case BLANK_LINE -> lines.add(at, List.of("", " ", "\t").get(at % 3));
      case WINDOWS_LINE_ENDS -> {
        return bytes(lines, "\r\n");
      }
      case WHITE_SPACE -> lines.set(at, line.replaceFirst("\\{", "{ "));
      case ANOTHER_ORDER ->
          lines.set(at, line.replaceFirst("^\\{(.*)(\"amount\": ?12.5)(, ?)", "{$2$3$1"));
      case NEEDLESS_ESCAPE -> lines.set(at, line.replace("step", "st\\u0065p"));
      case NUMBER_WITH_A_ZERO_MORE -> lines.set(at, line.replace("12.5", "12.50"));
      case NUMBER_WITH_AN_EXPONENT -> lines.set(at, line.replace("12.5", "1.25e1"));
      case MEMBER_TWICE ->
          lines.set(at, line.replace("\"action\"", "\"action\":\"step\",\"action\""));
      case BYTE_ORDER_MARK -> lines.set(0, "\ufeff" + lines.getFirst());
    }
    var all = bytes(lines, "\n");
    return lines.get(Math.min(at, lines.size() - 1)).equals(line) && this == ANOTHER_ORDER
        ? null
        : all;
  }

  private static int hexAt(String line, Random random) {
    var match = java.util.regex.Pattern.compile("[0-9a-f]{64}").matcher(line);
    return match.find() ? match.start() + random.nextInt(64) : -1;
  }

  private static String upper(String line) {
    var match = java.util.regex.Pattern.compile("[0-9a-f]{64}").matcher(line);
    return match.replaceAll(hash -> hash.group().toUpperCase(java.util.Locale.ROOT));
  }

  private static String decomposed(String line) {
    return Normalizer.normalize(line.replace("\\u00eb", "e\\u0308"), Normalizer.Form.NFD);
  }

  private static byte[] inserted(List<String> lines, int at, byte wrong) {
    var before = bytes(lines.subList(0, at), "\n");
    var out = new ByteArrayOutputStream();
    out.writeBytes(before);
    out.writeBytes(lines.get(at).substring(0, 3).getBytes(StandardCharsets.UTF_8));
    out.write(wrong);
    out.writeBytes((lines.get(at).substring(3) + "\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(bytes(lines.subList(at + 1, lines.size()), "\n"));
    return out.toByteArray();
  }

  private static byte[] bytes(List<String> lines, String end) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append(end));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
