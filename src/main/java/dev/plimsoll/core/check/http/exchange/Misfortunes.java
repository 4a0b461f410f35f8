package dev.plimsoll.core.check.http.exchange;

import dev.plimsoll.core.check.http.exchange.Misfortune.Kind;
import dev.plimsoll.core.check.http.request.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Tells apart what may go wrong between a request and its answer.
///
/// @param place the host and port that were asked
/// @param trust knows why a certificate was not believed
/// @param proxied what stands between, or null
record Misfortunes(String place, Trust trust, @Nullable Proxied proxied) {
  /// How Java's client begins what it says of a proxy that opens no tunnel, before its status.
  private static final String NO_TUNNEL = "Tunnel failed, got:";

  Misfortune of(Throwable failure, Watch watch) {
    if (proxied == null) {
      return direct(failure, watch);
    }
    var said = said(failure);
    return said.startsWith(NO_TUNNEL)
        ? proxied.noTunnel("it answers " + said.substring(NO_TUNNEL.length()).strip())
        : proxied.judged(direct(failure, watch), watch);
  }

  private Misfortune direct(Throwable failure, Watch watch) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var told = told(cause);
      if (told != null) {
        return told;
      }
    }
    return broken(failure, watch);
  }

  private @Nullable Misfortune told(Throwable cause) {
    return switch (cause) {
      case UnresolvedAddressException _, UnknownHostException _ ->
          new Misfortune(
              Kind.UNKNOWN_HOST,
              "unknown host",
              "The host of " + place + " is not known.",
              "Correct the name, or see the name server.");
      case HttpConnectTimeoutException _ ->
          new Misfortune(
              Kind.NOT_CONNECTED_IN_TIME,
              "no connection in time",
              "No connection to " + place + " in time.",
              "See whether something stands between, or wait longer.");
      case NoRouteToHostException _ -> noRoute();
      case BindException _ ->
          new Misfortune(
              Kind.NOT_SENT,
              "not sent",
              "Nothing can leave from the address under 'from'.",
              "Name an address of this machine.");
      case ConnectException refused when refused.getCause() == null -> refused(refused);
      case FileNotFoundException _ ->
          new Misfortune(
              Kind.NOT_SENT,
              "not sent",
              "The file that the request carries is not there.",
              "Correct its name, or make it first.");
      case ZipException garbled ->
          garbled(String.valueOf(garbled.getMessage()), "See what compresses it.");
      case SSLException tls -> tls(tls);
      default -> null;
    };
  }

  private Misfortune refused(ConnectException refused) {
    var said = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("unreachable") || said.contains("no route")
        ? noRoute()
        : new Misfortune(
            Kind.REFUSED,
            "refused",
            place + " refuses the connection.",
            "Start what listens there, or correct the address.");
  }

  private Misfortune noRoute() {
    return new Misfortune(
        Kind.NO_ROUTE, "no route", "There is no route to " + place + ".", "See the network.");
  }

  private Misfortune tls(SSLException failure) {
    var refusal = trust.refusal();
    if (refusal == null) {
      return new Misfortune(
          Kind.NO_TLS,
          "no TLS",
          "No TLS connection to " + place + ": " + said(failure) + ".",
          "See whether it speaks TLS on this port, and which versions.");
    }
    var certificate = refusal.shown().getFirst();
    var facts = ServerCertificate.of(certificate);
    var why = why(certificate, refusal.reason(), facts);
    return new Misfortune(
        Kind.NOT_TRUSTED,
        "certificate not trusted",
        "The certificate of "
            + place
            + " ("
            + facts.subject()
            + ", from "
            + facts.issuer()
            + ") "
            + why
            + ".",
        "Renew it, or correct the address or the authorities under tls, ca.");
  }

  private static String why(
      X509Certificate certificate, CertificateException reason, ServerCertificate facts) {
    for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case java.security.cert.CertificateExpiredException _ -> {
          return "has expired, on " + facts.lastDay();
        }
        case java.security.cert.CertificateNotYetValidException _ -> {
          return "is not valid yet";
        }
        default -> {
          // what is said further in tells more
        }
      }
    }
    try {
      certificate.checkValidity();
    } catch (java.security.cert.CertificateExpiredException expired) {
      return "has expired, on " + facts.lastDay();
    } catch (java.security.cert.CertificateNotYetValidException early) {
      return "is not valid yet";
    }
    var said = String.valueOf(reason.getMessage());
    if (said.contains("alternative") || said.startsWith("No name matching")) {
      return "is for "
          + (facts.names().isEmpty() ? "no name at all" : String.join(", ", facts.names()))
          + ", and not for this host";
    }
    return "comes from an authority that is not believed here";
  }

  private Misfortune broken(Throwable failure, Watch watch) {
    var said = said(failure);
    if (failure instanceof ConnectException refused) {
      return refused(refused);
    }
    if (failure instanceof ProtocolException
        || said.contains("Invalid status line")
        || said.contains("nvalid header")
        || said.contains("nvalid chunk")) {
      return garbled("What " + place + " answers is no HTTP: " + said + ".", "See what listens.");
    }
    if (watch.status() != 0) {
      return new Misfortune(
          Kind.CUT_OFF,
          "cut off after " + watch.bytes() + " bytes of the body",
          place
              + " answers with status "
              + watch.status()
              + " and breaks off after "
              + watch.bytes()
              + " bytes of the body.",
          "See what it logged.");
    }
    return failure instanceof IOException
        ? new Misfortune(
            Kind.CLOSED_BEFORE_ANSWER,
            "closed without an answer",
            place + " closes the connection without an answer.",
            "See what it logged.")
        : new Misfortune(
            Kind.NOT_SENT, "not sent", "The request cannot be sent: " + said + ".", "Correct it.");
  }

  private Misfortune garbled(String sentence, String next) {
    return new Misfortune(Kind.GARBLED, "garbled", sentence, next);
  }

  Misfortune late(Duration limit, Watch watch) {
    var late = lateDirect(limit, watch);
    return proxied == null ? late : proxied.judged(late, watch);
  }

  private Misfortune lateDirect(Duration limit, Watch watch) {
    return watch.status() == 0
        ? new Misfortune(
            Kind.NO_ANSWER_IN_TIME,
            "no answer within " + Words.of(limit),
            place + " accepts the connection and does not answer within " + Words.of(limit) + ".",
            "See what it waits for, or allow more time under timeout.")
        : new Misfortune(
            Kind.BODY_WITHOUT_END,
            "no end of the body within " + Words.of(limit),
            place
                + " answers with status "
                + watch.status()
                + ", and its body has no end within "
                + Words.of(limit)
                + ": "
                + watch.bytes()
                + " bytes so far.",
            "See whether it streams without end, or allow more time under timeout.");
  }

  private static String said(Throwable failure) {
    var message = failure.getMessage();
    var said = message == null ? failure.getClass().getSimpleName() : message;
    var line = said.lines().findFirst().orElse("").replaceAll("[\\p{Cntrl}]", " ").strip();
    return line.length() <= 160 ? line : line.substring(0, 160) + "...";
  }
}
