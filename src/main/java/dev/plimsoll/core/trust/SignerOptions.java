package dev.plimsoll.core.trust;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The options of a line of `allowed_signers`: `namespaces="a,b",valid-after="20260101Z"`. Each at
/// most once, in any order.
record SignerOptions(
    List<String> namespaces, Optional<Instant> validAfter, Optional<Instant> validBefore) {
  static final SignerOptions NONE =
      new SignerOptions(List.of(), Optional.empty(), Optional.empty());

  /// Where the options end: at the first space or tab outside quotation marks, or at the end.
  static int end(String text) throws Malformed {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        throw new Malformed("a backslash stands in its options");
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ' ' || c == '\t')) {
        return i;
      }
    }
    if (quoted) {
      throw new Malformed("a quotation mark is not closed");
    }
    return text.length();
  }

  static SignerOptions parse(String text, @Nullable ZoneId zone) throws Malformed {
    SignerOptions options = NONE;
    int at = 0;
    while (true) {
      int equals = text.indexOf("=\"", at);
      String name =
          text.substring(at, equals < 0 ? text.length() : equals).toLowerCase(Locale.ROOT);
      if (equals < 0) {
        throw unknown(name);
      }
      int close = text.indexOf('"', equals + 2);
      options = options.with(name, text.substring(equals + 2, close), zone);
      at = close + 1;
      if (at == text.length()) {
        return options.inOrder();
      }
      if (text.charAt(at++) != ',') {
        throw new Malformed("a comma is missing between its options");
      }
    }
  }

  private static Malformed unknown(String name) {
    return new Malformed(
        name.startsWith("cert-authority")
            ? "certificate authorities are not supported; write one line for each person's key"
            : "\"" + Printable.of(name) + "\" is no option that has a place here");
  }

  private SignerOptions with(String name, String value, @Nullable ZoneId zone) throws Malformed {
    return switch (name) {
      case "namespaces" -> {
        once(name, !namespaces.isEmpty());
        yield new SignerOptions(names(value), validAfter, validBefore);
      }
      case "valid-after" -> {
        once(name, validAfter.isPresent());
        yield new SignerOptions(
            namespaces, Optional.of(SignerTime.parse(value, zone)), validBefore);
      }
      case "valid-before" -> {
        once(name, validBefore.isPresent());
        yield new SignerOptions(namespaces, validAfter, Optional.of(SignerTime.parse(value, zone)));
      }
      default -> throw unknown(name);
    };
  }

  private static void once(String name, boolean present) throws Malformed {
    if (present) {
      throw new Malformed("the option " + name + " stands twice");
    }
  }

  private SignerOptions inOrder() throws Malformed {
    if (validAfter.isPresent()
        && validBefore.isPresent()
        && !validAfter.get().isBefore(validBefore.get())) {
      throw new Malformed("valid-before is not later than valid-after");
    }
    return this;
  }

  private static List<String> names(String value) throws Malformed {
    List<String> names = List.of(value.split(",", -1));
    for (String name : names) {
      if (name.isEmpty() || name.chars().anyMatch(c -> " \t*?!".indexOf(c) >= 0)) {
        throw new Malformed("a namespace is a name and no pattern: \"" + Printable.of(name) + "\"");
      }
    }
    return names;
  }
}
