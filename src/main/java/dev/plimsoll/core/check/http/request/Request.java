package dev.plimsoll.core.check.http.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One request as a checklist has it, variables unresolved.
///
/// @param method in capital letters
/// @param url without the fields of `query`
/// @param query put behind the address, percent-encoded
/// @param body what it carries
public record Request(
    String method, String url, List<Entry> headers, List<Entry> query, Body body) {
  /// Those that a checklist may name (RFC 9110, RFC 5789).
  public static final Set<String> METHODS = known().keySet();

  public Request {
    headers = List.copyOf(headers);
    query = List.copyOf(query);
  }

  /// A request for a page, and no more.
  public static Request get(String url) {
    return new Request("GET", url, List.of(), List.of(), new Body.None());
  }

  /// By method, whether it only reads.
  private static Map<String, Boolean> known() {
    var known = new LinkedHashMap<String, Boolean>();
    for (var safe : List.of("GET", "HEAD", "OPTIONS", "TRACE")) {
      known.put(safe, true);
    }
    for (var unsafe : List.of("POST", "PUT", "PATCH", "DELETE")) {
      known.put(unsafe, false);
    }
    return Map.copyOf(known);
  }

  /// Whether the method changes nothing by its meaning.
  public boolean isSafe() {
    return known().getOrDefault(method, false);
  }

  /// One line, variables unresolved: `POST {url}/search`.
  public String words() {
    return method + " " + url;
  }
}
