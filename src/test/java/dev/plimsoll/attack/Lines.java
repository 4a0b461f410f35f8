package dev.plimsoll.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.core.trust.Digests;
import java.util.ArrayList;
import java.util.List;

/// The lines of an exported log in the hands of somebody who changes them. A line is kept as bytes,
/// one character each, so that it need not be UTF-8.
record Lines(List<String> list) {
  static Lines of(List<String> lines) {
    return new Lines(
        new ArrayList<>(
            lines.stream().map(it -> new String(it.getBytes(UTF_8), ISO_8859_1)).toList()));
  }

  /// @param text a whole export
  static Lines of(String text) {
    return of(text.lines().toList());
  }

  Lines addAll(List<String> lines) {
    list.addAll(lines);
    return this;
  }

  int size() {
    return list.size();
  }

  String get(int at) {
    return list.get(at);
  }

  Lines set(int at, String line) {
    list.set(at, line);
    return this;
  }

  /// @param from text of the line; it has to be there
  /// @param to text by which it is replaced, in UTF-8
  Lines change(int at, String from, String to) {
    var bytes = new String(to.getBytes(UTF_8), ISO_8859_1);
    var searched = new String(from.getBytes(UTF_8), ISO_8859_1);
    if (!get(at).contains(searched)) {
      throw new AssertionError("line " + at + " does not hold " + from + ": " + get(at));
    }
    var place = get(at).indexOf(searched);
    return set(
        at, get(at).substring(0, place) + bytes + get(at).substring(place + searched.length()));
  }

  /// Turns the lowest bit of the character after `what`.
  Lines flipAfter(int at, String what) {
    var place = get(at).indexOf(what);
    if (place < 0) {
      throw new AssertionError("line " + at + " does not hold " + what);
    }
    return flip(at, place + what.length());
  }

  Lines flip(int at, int place) {
    var line = get(at);
    return set(
        at, line.substring(0, place) + (char) (line.charAt(place) ^ 1) + line.substring(place + 1));
  }

  Lines remove(int at) {
    list.remove(at);
    return this;
  }

  Lines insert(int at, String line) {
    list.add(at, line);
    return this;
  }

  Lines swap(int one, int other) {
    var line = get(one);
    return set(one, get(other)).set(other, line);
  }

  Lines keep(int first) {
    list.subList(first, list.size()).clear();
    return this;
  }

  /// Makes every line from this one on name the hash of the one before, and its number.
  Lines chainedFrom(int from) {
    for (var i = from; i < list.size(); i++) {
      var before = i == 0 ? "0".repeat(64) : Digests.sha256Hex(get(i - 1).getBytes(ISO_8859_1));
      list.set(
          i,
          get(i)
              .replaceFirst("\"_prev\":\"[0-9a-f]{64}\"", "\"_prev\":\"" + before + "\"")
              .replaceFirst("\"_seq\":[0-9]+", "\"_seq\":" + i));
    }
    return this;
  }

  byte[] bytes() {
    return (String.join("\n", list) + "\n").getBytes(ISO_8859_1);
  }

  /// The same between other line ends.
  byte[] bytes(String end) {
    return (String.join(end, list) + end).getBytes(ISO_8859_1);
  }
}
