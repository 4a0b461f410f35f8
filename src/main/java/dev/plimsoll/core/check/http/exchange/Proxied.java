package dev.plimsoll.core.check.http.exchange;

import dev.plimsoll.core.check.http.exchange.Misfortune.Kind;

/// What a misfortune says where the way leads through a proxy: what happens before an answer begins
/// is the proxy's, or may be, and the service that was to be asked is not blamed for it.
///
/// @param place the host and port that were to be asked, without the proxy
/// @param proxy `host:port`
record Proxied(String place, String proxy) {

  /// @param direct what it would say without a proxy
  Misfortune judged(Misfortune direct, Watch watch) {
    return switch (direct.kind()) {
      case UNKNOWN_HOST -> notReached("unknown proxy", "is not known");
      case REFUSED -> notReached("the proxy refuses", "refuses the connection");
      case NO_ROUTE -> notReached("no route to the proxy", "cannot be reached: there is no route");
      case NOT_CONNECTED_IN_TIME ->
          new Misfortune(
              direct.kind(),
              "no connection to the proxy in time",
              "No connection to the proxy " + proxy + " in time, so " + place + " was not asked.",
              "See whether something stands between, or wait longer.");
      case NO_ANSWER_IN_TIME -> nothing(Kind.NOTHING_THROUGH_PROXY_IN_TIME, direct);
      case CLOSED_BEFORE_ANSWER -> nothing(Kind.NOTHING_THROUGH_PROXY, direct);
      case GARBLED -> watch.status() == 0 ? nothing(Kind.NOTHING_THROUGH_PROXY, direct) : direct;
      case NOT_TRUSTED,
          NO_TLS,
          STEP_OVER,
          BODY_WITHOUT_END,
          CUT_OFF,
          REDIRECTION,
          NOT_SENT,
          PROXY_NOT_REACHED,
          NOTHING_THROUGH_PROXY,
          NOTHING_THROUGH_PROXY_IN_TIME ->
          direct;
    };
  }

  /// The proxy opened no tunnel to the service.
  ///
  /// @param said why, from Java's own words
  Misfortune noTunnel(String said) {
    return new Misfortune(
        Kind.NOTHING_THROUGH_PROXY,
        "no way through the proxy",
        "The proxy " + proxy + " opens no way to " + place + ": " + said + ".",
        "See what the proxy allows and reaches; whether " + place + " works, this does not tell.");
  }

  /// The proxy wants to know who asks (RFC 9110, section 15.5.8).
  Misfortune wantsLogin() {
    return new Misfortune(
        Kind.PROXY_NOT_REACHED,
        "the proxy wants a login",
        "The proxy " + proxy + " wants a login (407), so " + place + " was not asked.",
        "Name a proxy that wants none; http has no login at a proxy.");
  }

  private Misfortune notReached(String observed, String what) {
    return new Misfortune(
        Kind.PROXY_NOT_REACHED,
        observed,
        "The proxy " + proxy + " " + what + ", so " + place + " was not asked.",
        "Start the proxy, or correct it under proxy.");
  }

  private static Misfortune nothing(Kind kind, Misfortune direct) {
    return new Misfortune(
        kind,
        direct.observed() + ", through a proxy",
        direct.sentence() + " Which of the two, nobody can tell.",
        "See what the proxy logged, or ask without it.");
  }
}
