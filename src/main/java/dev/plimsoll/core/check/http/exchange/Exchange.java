package dev.plimsoll.core.check.http.exchange;

import dev.plimsoll.core.check.http.exchange.Misfortune.Kind;
import dev.plimsoll.core.check.http.request.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request and its answer, redirections followed one by one as far as the checklist allows: to
/// the same host, or to one that it names, which is told no secret; never from `https` to `http`.
///
/// @param wire with its variables resolved
public record Exchange(Client client, Wire wire) {
  private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

  public Reply send(Outgoing first) throws InterruptedException {
    return send(first, wire.limits().timeout());
  }

  /// @param within the time for all of it, redirections included
  public Reply send(Outgoing first, Duration within) throws InterruptedException {
    var deadline = System.nanoTime() + within.toNanos();
    var way = new ArrayList<URI>();
    var request = first;
    while (true) {
      way.add(request.uri());
      var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      var reply = client.send(request, left);
      if (!(reply instanceof Answer answer)
          || wire.route().redirects() == 0
          || !REDIRECTIONS.contains(answer.status())
          || answer.header("Location").isEmpty()) {
        return reply instanceof Answer last
            ? new Answer(last.status(), last.headers(), last.content(), way, last.certificates())
            : reply;
      }
      var target = target(request.uri(), answer.header("Location"));
      var flaw = flaw(request, target, way);
      if (target == null || flaw != null) {
        return new Misfortune(
            Kind.REDIRECTION,
            "redirection not followed",
            flaw == null ? "The answer leads to no address." : flaw,
            "See where the service leads, and name the host under hosts if it is right.");
      }
      request = next(request, answer.status(), target);
    }
  }

  private static @Nullable URI target(URI from, String location) {
    try {
      var target = Reference.of(location.strip()).from(from);
      var scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
      return target.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))
          ? null
          : target;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /// Why a redirection is not followed, a whole sentence, or null where it is.
  private @Nullable String flaw(Outgoing request, @Nullable URI target, List<URI> way) {
    if (target == null) {
      return null;
    }
    if (way.size() > wire.route().redirects()) {
      return way.contains(target)
          ? "The redirections go in a circle."
          : "There are more than " + wire.route().redirects() + " redirections.";
    }
    if (way.contains(target) && request.method().equals("GET") && way.getLast().equals(target)) {
      return "The redirections go in a circle.";
    }
    var from = request.uri();
    if (from.getScheme().equalsIgnoreCase("https") && target.getScheme().equalsIgnoreCase("http")) {
      return "The redirection leads from https to http.";
    }
    if (!isSame(from, target) && !isNamed(target)) {
      return "The redirection leads to another host, "
          + target.getRawAuthority()
          + ", which the checklist does not name.";
    }
    return !isSame(from, target) && request.confidential()
        ? "The redirection to "
            + target.getRawAuthority()
            + " would take a body with a secret to another host."
        : null;
  }

  /// The same service, or the same one over TLS on the usual ports.
  private static boolean isSame(URI from, URI target) {
    var isSameHost = from.getHost().equalsIgnoreCase(target.getHost());
    var isUpgrade = port(from) == 80 && port(target) == 443;
    return isSameHost && (port(from) == port(target) || isUpgrade);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  private boolean isNamed(URI target) {
    return wire.route().hosts().stream()
        .anyMatch(host ->
            host.equalsIgnoreCase(target.getHost())
                || host.equalsIgnoreCase(target.getHost() + ":" + port(target)));
  }

  /// After RFC 9110, section 15.4, as programs do it: what was posted is asked for, unless the
  /// status says that it is sent again.
  private static Outgoing next(Outgoing request, int status, URI target) {
    var isSame = isSame(request.uri(), target);
    var becomesGet =
        (status == 303 && !request.method().equals("HEAD"))
            || ((status == 301 || status == 302) && request.method().equals("POST"));
    var fields =
        request.fields().stream()
            .filter(field -> isSame || !field.confidential())
            .filter(field ->
                !becomesGet || !field.name().toLowerCase(Locale.ROOT).startsWith("content-"))
            .toList();
    return becomesGet
        ? new Outgoing("GET", target, fields, Payload.NONE, false)
        : new Outgoing(request.method(), target, fields, request.payload(), request.confidential());
  }
}
