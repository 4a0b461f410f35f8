package dev.plimsoll.core.audit.scan;

import dev.plimsoll.core.audit.scan.Spelling.Escapes;

/// Proves of bytes that they are JSON in one spelling, without making values of them. What it
/// cannot prove may still be right: [#NOT] means that somebody slower has to look, nothing else. So
/// it lets a few things through to them that are rare: names that are not plain ASCII, more than
/// [#MEMBERS] members in the outermost object, deep nesting.
///
/// The bytes must end in a line feed that belongs to no value, with [Bytes#PAD] bytes behind it.
/// For one thread.
public final class JsonScan {
  public static final int NOT = -1;

  /// How many members of the outermost object are remembered.
  public static final int MEMBERS = 64;

  private static final int DEEPEST = 32;
  private static final int UNSORTED = 4096;
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final Spelling spelling;
  private final NumberScan numbers;
  private final int gap;
  private final int[] names = new int[MEMBERS];
  private final int[] nameEnds = new int[MEMBERS];
  private final int[] values = new int[MEMBERS];
  private final int[] valueEnds = new int[MEMBERS];
  private byte[] bytes = {};
  private int members;
  private boolean plain;
  private boolean raw;
  private boolean escaped;
  private boolean disordered;

  public JsonScan(Spelling spelling) {
    this.spelling = spelling;
    this.numbers = new NumberScan(spelling.numbers());
    this.gap = spelling.spaced() ? 1 : 0;
  }

  /// What the next calls look at.
  public void on(byte[] line) {
    this.bytes = line;
  }

  /// The object whose brace stands here; its members are remembered.
  ///
  /// @return behind its closing brace, or [#NOT]
  public int outermost(int at) {
    members = 0;
    raw = false;
    escaped = false;
    disordered = false;
    if (bytes[at] != '{') {
      return NOT;
    }
    var next = at + 1;
    if (bytes[next] == '}') {
      return next + 1;
    }
    while (members < MEMBERS) {
      next = member(next, members == 0 ? NOT : names[members - 1], 1);
      if (next == NOT) {
        return NOT;
      }
      members++;
      if (bytes[next] == '}') {
        return spelling.sorted() || areDistinct() ? next + 1 : NOT;
      }
      next = comma(next);
      if (next == NOT) {
        return NOT;
      }
    }
    return NOT;
  }

  /// One member of the outermost object, remembered.
  private int member(int at, int previous, int depth) {
    var name = at + 1;
    var nameEnd = name(at, previous, previous == NOT ? 0 : nameEnds[members - 1]);
    if (nameEnd == NOT) {
      return NOT;
    }
    var value = nameEnd + 2 + gap;
    var next = value(value, depth);
    names[members] = name;
    nameEnds[members] = nameEnd;
    values[members] = value;
    valueEnds[members] = next;
    return next;
  }

  /// A value of any kind, so many levels down.
  ///
  /// @return behind it, or [#NOT]
  public int value(int at, int depth) {
    return switch (bytes[at]) {
      case '"' -> {
        var end = text(at + 1);
        yield end == NOT ? NOT : end + 1;
      }
      case '{' -> depth >= DEEPEST ? NOT : object(at + 1, depth + 1);
      case '[' -> depth >= DEEPEST ? NOT : array(at + 1, depth + 1);
      case 't' -> Bytes.stands(bytes, at, TRUE) ? at + TRUE.length : NOT;
      case 'f' -> Bytes.stands(bytes, at, FALSE) ? at + FALSE.length : NOT;
      case 'n' -> Bytes.stands(bytes, at, NULL) ? at + NULL.length : NOT;
      default -> numbers.number(bytes, at);
    };
  }

  private int object(int from, int depth) {
    if (bytes[from] == '}') {
      return from + 1;
    }
    var at = from;
    var previous = NOT;
    var previousEnd = 0;
    var count = 0;
    while (true) {
      var nameEnd = name(at, previous, previousEnd);
      if (nameEnd == NOT || (!spelling.sorted() && ++count > 1 && stoodBefore(from, at, nameEnd))) {
        return NOT;
      }
      previous = at + 1;
      previousEnd = nameEnd;
      at = value(nameEnd + 2 + gap, depth);
      if (at == NOT) {
        return NOT;
      }
      if (bytes[at] == '}') {
        return at + 1;
      }
      at = comma(at);
      if (at == NOT) {
        return NOT;
      }
    }
  }

  private int array(int from, int depth) {
    if (bytes[from] == ']') {
      return from + 1;
    }
    var at = from;
    while (true) {
      at = value(at, depth);
      if (at == NOT) {
        return NOT;
      }
      if (bytes[at] == ']') {
        return at + 1;
      }
      at = comma(at);
      if (at == NOT) {
        return NOT;
      }
    }
  }

  private int comma(int at) {
    if (bytes[at] != ',' || (spelling.spaced() && bytes[at + 1] != ' ')) {
      return NOT;
    }
    return at + 1 + gap;
  }

  /// A name with its colon.
  ///
  /// @return where its closing quote stands
  private int name(int at, int previous, int previousEnd) {
    if (bytes[at] != '"') {
      return NOT;
    }
    plain = true;
    var end = text(at + 1);
    if (end == NOT
        || !plain
        || bytes[end + 1] != ':'
        || (spelling.spaced() && bytes[end + 2] != ' ')) {
      return NOT;
    }
    if (spelling.sorted()) {
      return previous == NOT || ascend(previous, previousEnd, at + 1, end) ? end : NOT;
    }
    disordered |= previous != NOT && !ascend(previous, previousEnd, at + 1, end);
    return end;
  }

  private boolean ascend(int one, int oneEnd, int other, int otherEnd) {
    var a = one;
    var b = other;
    while (a < oneEnd && b < otherEnd) {
      if (bytes[a] != bytes[b]) {
        return bytes[a] < bytes[b];
      }
      a++;
      b++;
    }
    return a == oneEnd && b < otherEnd;
  }

  private boolean areDistinct() {
    for (var i = 1; i < members; i++) {
      for (var j = 0; j < i; j++) {
        if (same(names[i], nameEnds[i], names[j], nameEnds[j])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean same(int one, int oneEnd, int other, int otherEnd) {
    if (oneEnd - one != otherEnd - other) {
      return false;
    }
    for (var i = 0; i < oneEnd - one; i++) {
      if (bytes[one + i] != bytes[other + i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether this name, or one that only looks like it inside a text, stood before in the object;
  /// the latter is for somebody slower, and rare.
  private boolean stoodBefore(int from, int at, int nameEnd) {
    var length = nameEnd + 1 - at;
    for (var i = from; i + length <= at; i++) {
      if (bytes[i] == '"' && same(i, i + length, at, at + length)) {
        return true;
      }
    }
    return nameEnd - from > UNSORTED;
  }

  /// The text whose first byte stands here.
  ///
  /// @return where its closing quote stands, or [#NOT]
  public int text(int from) {
    var at = from;
    while (true) {
      var eight = Bytes.low(bytes, at);
      var found =
          Bytes.belowOrHigh(eight, ' ')
              | Bytes.equal(eight, '"')
              | Bytes.equal(eight, '\\')
              | Bytes.equal(eight, 0x7f);
      if (found == 0) {
        at += Long.BYTES;
        continue;
      }
      at += Bytes.first(found);
      var which = bytes[at];
      if (which == '"') {
        return at;
      }
      plain = false;
      if (which == '\\') {
        at = escape(at);
      } else if (spelling.escapes() == Escapes.ASCII || (which >= 0 && which < ' ')) {
        return NOT;
      } else {
        raw = true;
        at = which < 0 ? wide(at) : at + 1;
      }
      if (at == NOT) {
        return NOT;
      }
    }
  }

  private int escape(int at) {
    return switch (bytes[at + 1]) {
      case '"', '\\', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> unit(at);
      default -> NOT;
    };
  }

  /// `\\uXXXX`, where that is how it is spelled.
  private int unit(int at) {
    var unit = hex(at + 2);
    if (unit < ' ') {
      var isShort = unit < 0 || unit == 8 || unit == 9 || unit == 10 || unit == 12 || unit == 13;
      return isShort ? NOT : at + 6;
    }
    if (spelling.escapes() == Escapes.LEAST || unit < 0x7f) {
      return NOT;
    }
    escaped = true;
    if (!Character.isSurrogate((char) unit)) {
      return at + 6;
    }
    if (Character.isLowSurrogate((char) unit) || bytes[at + 6] != '\\' || bytes[at + 7] != 'u') {
      return NOT;
    }
    var low = hex(at + 8);
    return low >= 0 && Character.isLowSurrogate((char) low) ? at + 12 : NOT;
  }

  /// Four lower-case digits, or [#NOT].
  private int hex(int at) {
    var unit = 0;
    for (var i = at; i < at + 4; i++) {
      var digit = bytes[i];
      if (digit >= '0' && digit <= '9') {
        unit = unit << 4 | digit - '0';
      } else if (digit >= 'a' && digit <= 'f') {
        unit = unit << 4 | digit - 'a' + 10;
      } else {
        return NOT;
      }
    }
    return unit;
  }

  /// A character of two to four bytes, in the one form that UTF-8 has for it.
  private int wide(int at) {
    var lead = bytes[at] & 0xff;
    var length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    for (var i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return NOT;
      }
    }
    var second = bytes[at + 1] & 0xff;
    var isWrong =
        length == 0
            || (lead == 0xe0 && second < 0xa0)
            || (lead == 0xed && second >= 0xa0)
            || (lead == 0xf0 && second < 0x90)
            || (lead == 0xf4 && second >= 0x90);
    return isWrong ? NOT : at + length;
  }

  /// Whether a text since [#outermost(int)] held anything from U+007F on as it is.
  public boolean hasRaw() {
    return raw;
  }

  /// Whether a text since [#outermost(int)] held anything from U+007F on with an escape.
  public boolean hasEscaped() {
    return escaped;
  }

  /// Whether the members of every object since [#outermost(int)] ascend.
  public boolean isSorted() {
    return !disordered;
  }

  /// How many members the outermost object had.
  public int members() {
    return members;
  }

  /// Where a member begins: at the quote before its name.
  public int memberAt(int member) {
    return names[member] - 1;
  }

  /// Where its value begins.
  public int valueAt(int member) {
    return values[member];
  }

  /// Behind its value.
  public int valueEnd(int member) {
    return valueEnds[member];
  }

  /// The member of this name, or [#NOT].
  public int find(byte[] name) {
    for (var i = 0; i < members; i++) {
      if (isNamed(i, name)) {
        return i;
      }
    }
    return NOT;
  }

  /// Whether a member has this name.
  public boolean isNamed(int member, byte[] name) {
    return nameEnds[member] - names[member] == name.length
        && Bytes.stands(bytes, names[member], name);
  }
}
