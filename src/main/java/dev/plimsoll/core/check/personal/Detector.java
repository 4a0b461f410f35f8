package dev.plimsoll.core.check.personal;

import dev.plimsoll.core.check.personal.PersonalTraces.Form;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Glob;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges one value. Immutable, thread-safe.
final class Detector {
  private static final BoundedPattern EMAIL =
      BoundedPattern.of(
          "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");
  private static final BoundedPattern PHONE =
      BoundedPattern.of(
          "(?:(?<![\\w.,:/+-])|(?<=tel:))(?:\\+\\d[\\d ()./-]{7,17}\\d" // +44 20 7946 0000
              + "|\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}" // (555) 555-0100
              + "|\\(?0\\d{1,5}\\)?[ /-]\\d{2,8}(?:[ -]\\d{2,8}){0,3})(?![\\w:.,/-]*\\d)");

  /// Instead of a trace: an expression needs too many steps.
  static final String UNDECIDED = "undecided";

  private final List<Form> forms;
  private final NameList names;
  private final Set<String> fields;
  private final List<Glob> allowed;

  Detector(PersonalTraces verb, NameList names) {
    this.forms = verb.patterns();
    this.names = names;
    this.fields = verb.fields().stream().map(Exports::plain).collect(Collectors.toSet());
    this.allowed =
        verb.allow().stream().map(glob -> Glob.of(glob.toLowerCase(Locale.ROOT))).toList();
  }

  /// What is personal about a value, masked, a few words; null where nothing is.
  @Nullable String trace(Piece piece) {
    var text = piece.text();
    if (text.isBlank() || Redaction.isReplaced(text)) {
      return null;
    }
    if (fields.contains(Exports.plain(piece.field()))) {
      return "a value that is neither redacted nor hashed: " + Masked.of(text);
    }
    var name = names.find(text);
    if (name != null) {
      return "a name of the list: " + Masked.of(name);
    }
    if (forms.contains(Form.EMAIL) && !piece.field().equals("UID")) {
      var address = address(text);
      if (address != null) {
        return address;
      }
    }
    return forms.contains(Form.PHONE) && !piece.isNumber() ? phone(text) : null;
  }

  private @Nullable String address(String text) {
    for (var from = 0; ; ) {
      var rest = CharBuffer.wrap(text, from, text.length());
      switch (EMAIL.find(rest)) {
        case BoundedPattern.Search.Absent _ -> {
          return null;
        }
        case BoundedPattern.Search.GaveUp _ -> {
          return UNDECIDED;
        }
        case BoundedPattern.Search.Found found -> {
          var address = text.substring(from + found.start(), from + found.end());
          var lower = address.toLowerCase(Locale.ROOT);
          if (allowed.stream().noneMatch(glob -> glob.matches(lower))) {
            return "an e-mail address: " + Masked.of(address);
          }
          from += found.end();
        }
      }
    }
  }

  private static @Nullable String phone(String text) {
    for (var from = 0; ; ) {
      var rest = CharBuffer.wrap(text, from, text.length());
      switch (PHONE.find(rest)) {
        case BoundedPattern.Search.Absent _ -> {
          return null;
        }
        case BoundedPattern.Search.GaveUp _ -> {
          return UNDECIDED;
        }
        case BoundedPattern.Search.Found found -> {
          var number = text.substring(from + found.start(), from + found.end());
          var digits = number.chars().filter(Character::isDigit).count();
          // a decimal number has one point and nothing else in it
          if (digits >= 7 && digits <= 15 && !number.matches("\\+?\\d+\\.\\d+")) {
            return "a telephone number: " + Masked.of(number);
          }
          from += found.end();
        }
      }
    }
  }
}
