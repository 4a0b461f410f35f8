package dev.plimsoll.core.check.http.request;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a request travels.
///
/// @param limits how long, how much
/// @param route which way
/// @param tls whom to believe
public record Wire(Limits limits, Route route, Tls tls) {
  public static final Duration PATIENCE = Duration.ofSeconds(10);
  public static final long LARGEST = 10L << 20;

  /// How many bytes of bodies are held at the same time, all together.
  public static final long MOST_HELD = 256L << 20;

  /// The usual way: ten seconds, 10 MiB, no redirection.
  public static final Wire USUAL =
      new Wire(
          new Limits(PATIENCE, PATIENCE, LARGEST),
          new Route(0, List.of(), null, null, false),
          new Tls(null, Duration.ofDays(14)));

  /// @param timeout until the whole answer is there, redirections included
  /// @param connect until the connection stands
  /// @param largest how many bytes of a body are kept; what is beyond is counted
  public record Limits(Duration timeout, Duration connect, long largest) {
    /// With no more of each body than leaves room for all that are under way at once.
    public Limits shared(int atOnce) {
      return new Limits(timeout, connect, Math.min(largest, MOST_HELD / atOnce));
    }
  }

  /// @param redirects how many are followed
  /// @param hosts further hosts, `name` or `name:port`, that a redirection may lead to; variables
  ///   unresolved
  /// @param from the local address it leaves from, or null for any
  /// @param proxy `host:port` of the proxy it goes through, or null for none, whatever the machine
  ///   is set to
  /// @param h2 whether HTTP/2 is offered
  public record Route(
      int redirects,
      List<String> hosts,
      @Nullable String from,
      @Nullable String proxy,
      boolean h2) {
    public Route {
      hosts = List.copyOf(hosts);
    }
  }

  /// @param ca PEM file with the only authorities believed, or null for those that Java believes
  /// @param expiresWithin a certificate that ends so soon is warned of
  public record Tls(@Nullable String ca, Duration expiresWithin) {}
}
