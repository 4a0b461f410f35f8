package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// Reads one JSON object (RFC 8259) and keeps how it is spelled. What other readers disagree about
/// is refused: a member that stands twice, a control character in a text, anything behind the end.
/// `NaN`, `Infinity` and `-Infinity` are read, because Python writes them. One use each.
final class JsonReading {
  /// How many arrays and objects may stand inside one another.
  static final int DEEPEST = 512;

  /// How many values a line may hold: beyond, reading it would take the memory of a whole log.
  static final int MOST = 250_000;

  private final String source;
  private int at;
  private int values;

  private JsonReading(String source) {
    this.source = source;
  }

  /// @throws NotJson naming the first thing that is wrong
  static Json.Members read(String source) {
    var reading = new JsonReading(source);
    reading.space();
    if (reading.peek() != '{') {
      throw reading.wrong("it begins with " + reading.here() + ", not with an object");
    }
    var members = reading.members(1);
    reading.space();
    if (reading.at < source.length()) {
      throw reading.wrong(reading.here() + " follows the end of the object");
    }
    return members;
  }

  private Json value(int depth) {
    if (++values > MOST) {
      throw NotJson.beyond(at, "holds more than " + MOST + " values");
    }
    return switch (peek()) {
      case '{' -> members(depth + 1);
      case '[' -> items(depth + 1);
      case '"' -> new Json.Text(text());
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      case 'N' -> figure("NaN");
      case 'I' -> figure("Infinity");
      default -> number();
    };
  }

  private Json.Members members(int depth) {
    within(depth);
    var members = new ArrayList<Json.Member>();
    var names = new HashSet<String>();
    at++;
    space();
    if (peek() == '}') {
      at++;
      return new Json.Members(members);
    }
    while (true) {
      var start = at;
      if (peek() != '"') {
        throw wrong(here() + " stands where the name of a member should");
      }
      var name = text();
      if (!names.add(name)) {
        throw new NotJson(
            VerdictCode.CHAIN_MEMBER_TWICE,
            start,
            "has the member " + Shown.of(name) + " twice in one object");
      }
      space();
      expect(':');
      space();
      var from = at;
      var value = value(depth);
      members.add(new Json.Member(name, value, from, at));
      space();
      if (peek() == '}') {
        at++;
        return new Json.Members(members);
      }
      expect(',');
      space();
    }
  }

  private Json.Items items(int depth) {
    within(depth);
    var items = new ArrayList<Json>();
    at++;
    space();
    if (peek() == ']') {
      at++;
      return new Json.Items(items);
    }
    while (true) {
      items.add(value(depth));
      space();
      if (peek() == ']') {
        at++;
        return new Json.Items(items);
      }
      expect(',');
      space();
    }
  }

  private String text() {
    var start = ++at;
    while (at < source.length()) {
      var c = source.charAt(at);
      if (c == '"') {
        return source.substring(start, at++);
      }
      if (c == '\\' || c < 0x20) {
        return escaped(new StringBuilder(source.substring(start, at)));
      }
      at++;
    }
    throw wrong("the end of the line stands inside a text");
  }

  private String escaped(StringBuilder out) {
    while (at < source.length()) {
      var c = source.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      if (c < 0x20) {
        throw wrong("the control character " + here() + " stands inside a text");
      }
      at++;
      out.append(c == '\\' ? escape() : c);
    }
    throw wrong("the end of the line stands inside a text");
  }

  private char escape() {
    var c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> (char) c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> {
        at--;
        throw wrong("a backslash stands before " + here());
      }
    };
  }

  private char unit() {
    var unit = 0;
    for (var i = 0; i < 4; i++) {
      var c = peek();
      var digit = c < 0 || c > 'f' ? -1 : Character.digit((char) c, 16);
      if (digit < 0) {
        throw wrong(here() + " stands where a hexadecimal digit should");
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private Json number() {
    var start = at;
    if (peek() == '-') {
      at++;
      if (peek() == 'I') {
        at = start;
        return figure("-Infinity");
      }
    }
    if (peek() == '0') {
      at++;
    } else {
      digits(start);
    }
    if (peek() == '.') {
      at++;
      digits(start);
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits(start);
    }
    return new Json.Figure(source.substring(start, at));
  }

  private void digits(int start) {
    var from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == from) {
      throw wrong(
          here() + " stands where a " + (at == start ? "value" : "digit of a number") + " should");
    }
  }

  private Json word(String word) {
    literal(word);
    return new Json.Word(word);
  }

  private Json figure(String word) {
    literal(word);
    return new Json.Figure(word);
  }

  private void literal(String word) {
    if (!source.startsWith(word, at)) {
      throw wrong(here() + " stands where a value should");
    }
    at += word.length();
  }

  private void within(int depth) {
    if (depth > DEEPEST) {
      throw NotJson.beyond(at, "is nested deeper than " + DEEPEST + " levels");
    }
  }

  private void space() {
    while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong(here() + " stands where " + c + " should");
    }
    at++;
  }

  /// The next character, or -1 at the end.
  private int peek() {
    return at < source.length() ? source.charAt(at) : -1;
  }

  private String here() {
    return at < source.length()
        ? Shown.of(Character.toString(source.codePointAt(at)))
        : "the end of the line";
  }

  private NotJson wrong(String reason) {
    return new NotJson(VerdictCode.CHAIN_NOT_JSON, at, "is no JSON object: " + reason);
  }

  /// The value of a member as text, or null where it is of another type.
  static @Nullable String textOf(Json.Member member) {
    return member.value() instanceof Json.Text(var text) ? text : null;
  }
}
