package dev.plimsoll.core.check.http;

import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.model.Position;
import java.util.regex.Pattern;

/// What is wrong with an address before any variable in it has a value.
record UrlLint(Findings findings) {
  private static final String VARIABLE = "\\{[A-Za-z][A-Za-z0-9_.-]*\\}";
  private static final Pattern PORT = Pattern.compile(":(\\d+)$");
  private static final Pattern FORM =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)?(?<authority>[^/?#]*)(?<rest>.*)");

  void check(String url, Position at) {
    var form = FORM.matcher(url.strip());
    if (url.isBlank() || !form.matches()) {
      findings.error(at, "There is no address here.", "Write for example {url}/health");
      return;
    }
    var scheme = form.group("scheme");
    var authority = form.group("authority");
    var rest = form.group("rest");
    if (authority.contains("{captured.")) {
      findings.error(
          at,
          "A captured value would say which host is asked.",
          "Name the host in the checklist; a captured value may stand in the path.");
    }
    if (scheme == null ? !authority.matches("^" + VARIABLE + ".*") : isOther(scheme)) {
      findings.error(
          at, "'" + url + "' is no http address.", "Begin with http://, https:// or a parameter.");
    } else if (scheme != null && authority.isEmpty()) {
      findings.error(at, "'" + url + "' names no host.", "Write for example http://localhost:8000");
    }
    var port = PORT.matcher(authority);
    if (port.find() && (port.group(1).length() > 5 || Integer.parseInt(port.group(1)) > 65535)) {
      findings.error(
          at,
          "'" + port.group(1) + "' is no port.",
          "Write a number up to 65535, or leave it out.");
    }
    if (authority.contains("@")) {
      findings.error(
          at,
          "A password does not belong into an address.",
          "Send it as the header Authorization with {secret.NAME}.");
    }
    if (rest.contains("#")) {
      findings.error(at, "What follows # is never sent.", "Leave it out.");
    }
    if (url.contains("{secret.")) {
      warnOfSecret(at);
    }
  }

  void warnOfSecret(Position at) {
    findings.warning(
        at,
        "A secret in an address ends up in the logs of every server on its way.",
        "Send it as a header where the service allows it.");
  }

  private static boolean isOther(String scheme) {
    return !scheme.equalsIgnoreCase("http://") && !scheme.equalsIgnoreCase("https://");
  }
}
