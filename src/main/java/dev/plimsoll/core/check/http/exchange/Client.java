package dev.plimsoll.core.check.http.exchange;

import dev.plimsoll.core.check.http.request.Wire;
import dev.plimsoll.core.model.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// Sends single requests and reads single answers; connections are kept and used again. Follows
/// nothing, carries no cookie, asks nobody for a password. Thread-safe.
public final class Client implements AutoCloseable {
  private static final int LOGIN_AT_PROXY = 407;

  private final Wire.Limits limits;
  private final Trust trust;
  private final HttpClient client;

  /// `host:port`, or null for none.
  private final @Nullable String proxy;

  private Client(Wire wire, Trust trust, HttpClient client) {
    this.limits = wire.limits();
    this.trust = trust;
    this.client = client;
    this.proxy = wire.route().proxy();
  }

  /// @param wire with its variables resolved
  /// @param ca PEM file with the only authorities believed, or null
  /// @throws Problem where what the wire names cannot be used
  public static Client open(Wire wire, @Nullable Path ca) {
    var trust = Trust.of(ca);
    var route = wire.route();
    var builder =
        HttpClient.newBuilder()
            .version(route.h2() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(wire.limits().connect())
            .sslContext(trust.context())
            .executor(new WhereItComes())
            // what the machine is set to would send it somewhere that the checklist does not name
            .proxy(route.proxy() == null ? HttpClient.Builder.NO_PROXY : proxy(route.proxy()));
    if (route.from() != null) {
      builder.localAddress(local(route.from()));
    }
    return new Client(wire, trust, builder.build());
  }

  private static ProxySelector proxy(String place) {
    var colon = place.lastIndexOf(':');
    var port = colon < 0 ? "80" : place.substring(colon + 1);
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw Problem.of(
          "Nothing was asked", "'" + place + "' is no proxy.", "Write host:port under proxy.");
    }
    return ProxySelector.of(
        new InetSocketAddress(
            colon < 0 ? place : place.substring(0, colon), Integer.parseInt(port)));
  }

  private static InetAddress local(String address) {
    try {
      if (!address.matches("[0-9.]{7,15}|[0-9A-Fa-f:.%a-z]{2,60}")
          || !address.matches(".*[.:].*")) {
        throw new UnknownHostException(address);
      }
      return InetAddress.getByName(address);
    } catch (UnknownHostException unknown) {
      throw Problem.of(
          "Nothing was asked",
          "'" + address + "' is no address to send from.",
          "Write an address of this machine under from, such as 127.0.0.1.",
          unknown);
    }
  }

  /// One request, one answer.
  ///
  /// @param within the time that is left for it
  public Reply send(Outgoing request, Duration within) throws InterruptedException {
    var misfortunes = misfortunes(request.uri().getRawAuthority());
    var watch = new Watch();
    HttpRequest built;
    try {
      built = built(request);
    } catch (FileNotFoundException | IllegalArgumentException unfit) {
      return misfortunes.of(unfit, watch);
    }
    var sent =
        client.sendAsync(
            built,
            head -> {
              watch.answered(head.statusCode());
              return new BoundedBody(limits.largest(), watch);
            });
    try {
      var answer = sent.get(within.toNanos(), TimeUnit.NANOSECONDS);
      return proxy != null && answer.statusCode() == LOGIN_AT_PROXY
          ? new Proxied(request.uri().getRawAuthority(), proxy).wantsLogin()
          : answer(request, answer);
    } catch (TimeoutException late) {
      sent.cancel(true);
      return misfortunes.late(limits.timeout(), watch);
    } catch (InterruptedException cancelled) {
      sent.cancel(true);
      throw cancelled;
    } catch (ExecutionException failed) {
      var cause = failed.getCause();
      return misfortunes.of(cause == null ? failed : cause, watch);
    } catch (IOException garbled) {
      return misfortunes.of(garbled, watch);
    }
  }

  private Misfortunes misfortunes(String place) {
    return proxy == null
        ? new Misfortunes(place, trust, null)
        : new Misfortunes(
            place + " (through the proxy " + proxy + ")", trust, new Proxied(place, proxy));
  }

  private static HttpRequest built(Outgoing request) throws FileNotFoundException {
    var builder =
        HttpRequest.newBuilder(request.uri())
            .method(request.method(), request.payload().publisher());
    var agent = false;
    for (var field : request.fields()) {
      builder.header(field.name(), field.value());
      agent |= field.name().equalsIgnoreCase("User-Agent");
    }
    return (agent ? builder : builder.header("User-Agent", "Plimsoll")).build();
  }

  private Answer answer(Outgoing request, HttpResponse<Content> response) throws IOException {
    var coding = String.join(",", response.headers().allValues("Content-Encoding"));
    var content = new Decoding(limits.largest()).decoded(response.body(), coding);
    return new Answer(
        response.statusCode(),
        response.headers(),
        content,
        List.of(request.uri()),
        response.sslSession().map(Client::certificates).orElse(List.of()));
  }

  private static List<X509Certificate> certificates(SSLSession session) {
    var certificates = new ArrayList<X509Certificate>();
    try {
      for (Certificate certificate : session.getPeerCertificates()) {
        if (certificate instanceof X509Certificate x509) {
          certificates.add(x509);
        }
      }
    } catch (SSLPeerUnverifiedException none) {
      certificates.clear(); // a connection without certificates shows none
    }
    return certificates;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
