package dev.plimsoll.desktop.screen.checklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A kept request as a command for a shell (POSIX `sh`), for trying it by hand. What was masked
/// stands as a placeholder, `{secret.NAME}`, to be filled in. Pure.
final class CurlText {
  private static final Pattern MASKED = Pattern.compile("\\[redacted ([^\\]\\s]+)]");
  private static final String NOT_KEPT = "[not kept]";

  /// What curl writes itself.
  private static final List<String> ITS_OWN = List.of("host", "content-length", "connection");

  private CurlText() {}

  /// @param written headers as the checklist has them, by name, for those whose value is not kept
  static String of(Exchange exchange, Map<String, String> written) {
    var space = exchange.request().indexOf(' ');
    var method = space < 0 ? "GET" : exchange.request().substring(0, space);
    var url = exchange.request().substring(space + 1);
    var text = new StringBuilder("curl -i");
    if (method.equals("HEAD")) {
      text.append(" -I");
    } else if (!method.equals(exchange.body().isEmpty() ? "GET" : "POST")) {
      text.append(" -X ").append(quoted(method));
    }
    text.append(' ').append(quoted(url));
    var parts = CurlParts.of(exchange);
    for (var header : exchange.headers()) {
      var colon = header.indexOf(':');
      var name = colon < 0 ? header : header.substring(0, colon);
      var isOfParts = !parts.isEmpty() && name.equalsIgnoreCase("Content-Type");
      if (!isOfParts && !ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
        text.append(" \\\n  -H ").append(quoted(filled(name, header, written)));
      }
    }
    if (!parts.isEmpty()) {
      for (var i = 0; i < parts.size(); i += 2) {
        text.append(" \\\n  ").append(parts.get(i)).append(' ').append(quoted(parts.get(i + 1)));
      }
    } else if (exchange.body().startsWith("< ")) {
      text.append(" \\\n  --data-binary ").append(quoted("@" + exchange.body().substring(2)));
    } else if (!exchange.body().isEmpty()) {
      text.append(" \\\n  --data-raw ").append(quoted(exchange.body()));
    }
    return text.toString();
  }

  private static String filled(String name, String header, Map<String, String> written) {
    if (!header.endsWith(NOT_KEPT)) {
      return header;
    }
    return written.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .findFirst()
        .map(entry -> name + ": " + entry.getValue())
        .orElse(name + ": {secret." + name.toUpperCase(Locale.ROOT).replace('-', '_') + "}");
  }

  private static String quoted(String text) {
    var open = MASKED.matcher(text).replaceAll("{secret.$1}");
    return open.matches("[A-Za-z0-9_./:@%+=,-]+") ? open : "'" + open.replace("'", "'\\''") + "'";
  }
}
