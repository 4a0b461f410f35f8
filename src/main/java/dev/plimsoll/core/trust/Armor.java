package dev.plimsoll.core.trust;

import java.util.List;
import java.util.stream.Collectors;

/// OpenSSH's text form of bytes: Base64 in lines of 70 columns between a BEGIN and an END line, LF
/// after each.
///
/// @param what the words of both lines: `SSH SIGNATURE`
record Armor(String what) {
  private static final int COLUMNS = 70;

  String begin() {
    return "-----BEGIN " + what + "-----";
  }

  String end() {
    return "-----END " + what + "-----";
  }

  String write(byte[] bytes) {
    String base64 = StrictBase64.encode(bytes);
    StringBuilder out = new StringBuilder(begin()).append('\n');
    for (int from = 0; from < base64.length(); from += COLUMNS) {
      out.append(base64, from, Math.min(base64.length(), from + COLUMNS)).append('\n');
    }
    return out.append(end()).append('\n').toString();
  }

  /// Reads text that has exactly the form [#write] gives it.
  byte[] read(String text) throws Malformed {
    if (!text.startsWith(begin())) {
      throw new Malformed("it does not begin with " + begin());
    }
    String body = text.lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining());
    byte[] bytes = StrictBase64.decode(body);
    if (!text.equals(write(bytes))) {
      throw new Malformed("its lines are not as OpenSSH writes them");
    }
    return bytes;
  }

  /// Reads text whose lines may have any length and any end, as other programs and editors leave
  /// private keys.
  byte[] readLoosely(String text) throws Malformed {
    List<String> lines = text.strip().lines().map(String::strip).toList();
    if (lines.isEmpty() || !lines.getFirst().equals(begin())) {
      throw new Malformed("it does not begin with " + begin());
    }
    if (!lines.getLast().equals(end())) {
      throw new Malformed("it does not end with " + end());
    }
    return StrictBase64.decode(String.join("", lines.subList(1, lines.size() - 1)));
  }
}
