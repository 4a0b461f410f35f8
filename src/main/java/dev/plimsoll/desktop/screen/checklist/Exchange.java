package dev.plimsoll.desktop.screen.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One kept exchange: what was sent, what came, as text without secrets. Pure.
///
/// @param request the first line, `POST http://localhost:8000/search`
/// @param headers of the request, as kept
/// @param body of the request; empty where there was none
/// @param answer from its first line on; empty where none came
record Exchange(String request, List<String> headers, String body, List<String> answer) {
  private static final Pattern FILE = Pattern.compile("exchange-(\\d{1,18})\\.http");

  Exchange {
    headers = List.copyOf(headers);
    answer = List.copyOf(answer);
  }

  /// The number in the name of a kept exchange, or 0 where it is none.
  static long number(String file) {
    var matcher = FILE.matcher(file);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /// @param lines of the kept text
  static Exchange of(List<String> lines) {
    var at = 1;
    var headers = new ArrayList<String>();
    while (at < lines.size() && !lines.get(at).isEmpty()) {
      headers.add(lines.get(at++));
    }
    var body = new ArrayList<String>();
    for (at++; at < lines.size() && !beginsAnswer(lines, at); at++) {
      body.add(lines.get(at));
    }
    while (!body.isEmpty() && body.getLast().isEmpty()) {
      body.removeLast();
    }
    return new Exchange(
        lines.isEmpty() ? "" : lines.getFirst(),
        headers,
        String.join("\n", body),
        lines.subList(Math.min(at, lines.size()), lines.size()));
  }

  /// A body may hold anything: only after an empty line can the answer begin.
  private static boolean beginsAnswer(List<String> lines, int at) {
    var line = lines.get(at);
    return lines.get(at - 1).isEmpty()
        && (line.startsWith("HTTP ")
            || line.startsWith("# no answer: ")
            || line.startsWith("# redirected: "));
  }
}
