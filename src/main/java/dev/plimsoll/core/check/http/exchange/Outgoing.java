package dev.plimsoll.core.check.http.exchange;

import java.net.URI;
import java.util.List;

/// A request ready to be sent.
///
/// @param fields its headers, in order
/// @param confidential whether a secret is part of its body, so that it goes to no other host
public record Outgoing(
    String method, URI uri, List<Field> fields, Payload payload, boolean confidential) {

  /// @param confidential whether its value is not to reach another host
  public record Field(String name, String value, boolean confidential) {}

  public Outgoing {
    fields = List.copyOf(fields);
  }

  /// `GET /search`: what a row shows, without the query.
  public String label() {
    var path = uri.getRawPath();
    return method + " " + (path == null || path.isEmpty() ? "/" : path);
  }
}
