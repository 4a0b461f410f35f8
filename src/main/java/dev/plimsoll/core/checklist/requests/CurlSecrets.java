package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.markdown.Literals;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Learns what is a secret by the option it stands behind, so that it is masked wherever the
/// command is shown, one that becomes no step included.
record CurlSecrets(CurlOptions options, Literals literals) {
  /// Options whose whole value is a secret.
  private static final List<String> WHOLE =
      List.of("oauth2-bearer", "pass", "proxy-pass", "tlspassword", "proxy-tlspassword");

  private static final Pattern IN_PROXY = Pattern.compile("(?:[a-z0-9]+://)?[^/@:]*:([^/@]+)@.*");

  void learn() {
    WHOLE.forEach(option -> options.values(option).forEach(value -> learn(option, value)));
    for (var option : List.of("user", "proxy-user")) {
      options.values(option).forEach(value -> login(option, value));
    }
    for (var option : List.of("proxy", "preproxy")) {
      for (var value : options.values(option)) {
        var password = IN_PROXY.matcher(value);
        if (password.matches()) {
          learn("proxy-password", password.group(1));
        }
      }
    }
    options.given().stream()
        .filter(given -> given.name().equals("cookie") && !CurlOptions.isCookieFile(given))
        .forEach(given -> learn("cookie", given.value()));
    for (var option : List.of("header", "proxy-header")) {
      options.values(option).forEach(this::header);
    }
  }

  /// `name:password`; a name without a password is a key itself.
  private void login(String option, String value) {
    var colon = value.indexOf(':');
    var password = colon < 0 ? "" : value.substring(colon + 1);
    if (!password.isEmpty()) {
      learn(option.equals("user") ? "password" : "proxy-password", password);
    } else if (colon > 0) {
      learn(option, value.substring(0, colon));
    }
  }

  private void header(String header) {
    var colon = header.indexOf(':');
    if (colon > 0 && Values.isSecret(header.substring(0, colon))) {
      var value = header.substring(colon + 1).strip();
      var parts = value.split("\\s+", 2);
      switch (parts.length == 2 ? parts[0].toLowerCase(Locale.ROOT) : "") {
        case "bearer" -> learn("bearer-token", parts[1]);
        case "basic" -> learn("basic-auth", parts[1]);
        default -> learn(header.substring(0, colon).strip(), value);
      }
    }
  }

  private void learn(String key, String value) {
    if (!Marked.hasVariable(value)) {
      literals.learn(key, value);
    }
  }
}
