package dev.plimsoll.core.check.http.exchange;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands in a `Location`: an address, or a reference that only the address it came from makes
/// one (RFC 3986, section 5.2, which `java.net.URI` does not follow).
record Reference(
    @Nullable String scheme,
    @Nullable String authority,
    String path,
    @Nullable String query,
    @Nullable String fragment) {
  /// RFC 3986, appendix B.
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

  static Reference of(String text) {
    var parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no reference"); // the pattern takes any text
    }
    return new Reference(
        parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
  }

  /// @param base an absolute address
  /// @throws IllegalArgumentException where the result is no address
  URI from(URI base) {
    return URI.create(against(of(base.toString())).text());
  }

  private Reference against(Reference base) {
    if (scheme != null) {
      return new Reference(scheme, authority, withoutDots(path), query, fragment);
    }
    if (authority != null) {
      return new Reference(base.scheme, authority, withoutDots(path), query, fragment);
    }
    if (path.isEmpty()) {
      var kept = query == null ? base.query : query;
      return new Reference(base.scheme, base.authority, base.path, kept, fragment);
    }
    var merged = path.startsWith("/") ? path : merged(base);
    return new Reference(base.scheme, base.authority, withoutDots(merged), query, fragment);
  }

  /// Section 5.2.3.
  private String merged(Reference base) {
    return base.authority != null && base.path.isEmpty()
        ? "/" + path
        : base.path.substring(0, base.path.lastIndexOf('/') + 1) + path;
  }

  /// Section 5.2.4, for paths that begin with `/`; others are left as they are.
  private static String withoutDots(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    var kept = new ArrayDeque<String>();
    var segments = path.substring(1).split("/", -1);
    for (var i = 0; i < segments.length; i++) {
      var isLast = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> {
          if (isLast) {
            kept.addLast("");
          }
        }
        case ".." -> {
          kept.pollLast();
          if (isLast) {
            kept.addLast("");
          }
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return "/" + String.join("/", kept);
  }

  /// Section 5.3.
  private String text() {
    return (scheme == null ? "" : scheme + ":")
        + (authority == null ? "" : "//" + authority)
        + path
        + (query == null ? "" : "?" + query)
        + (fragment == null ? "" : "#" + fragment);
  }
}
