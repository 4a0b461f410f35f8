package dev.plimsoll.core.check.http.exchange;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.security.cert.X509Certificate;
import java.util.List;

/// What came back.
///
/// @param status of the last answer
/// @param headers of the last answer
/// @param way the addresses that were asked, the last one last
/// @param certificates that the server showed, its own first; none without TLS
public record Answer(
    int status,
    HttpHeaders headers,
    Content content,
    List<URI> way,
    List<X509Certificate> certificates)
    implements Reply {
  public Answer {
    way = List.copyOf(way);
    certificates = List.copyOf(certificates);
  }

  public URI uri() {
    return way.getLast();
  }

  /// The first value of a header, or an empty text.
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
