package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.request.Wire;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads how a request travels.
record WireReader(FieldReader fields, Findings findings) {
  private static final int MOST_REDIRECTS = 20;
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?(B|KB|MB|KiB|MiB)");
  private static final String HOST = "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(:\\d{1,5})?";
  private static final String VARIABLE = "\\{[A-Za-z][A-Za-z0-9_.-]*\\}";

  Wire read() {
    var timeout = fields.duration("timeout");
    var connect = fields.duration("connectTimeout");
    var usual = Wire.USUAL.limits();
    var whole = timeout == null ? usual.timeout() : timeout;
    var limits = new Wire.Limits(whole, connect == null ? whole : connect, largest());
    if (whole.isZero()) {
      findings.error(fields.valueAt("timeout"), "No time is left for an answer.", "Give some.");
    }
    var redirects = fields.wholeNumber("redirects", 0, MOST_REDIRECTS);
    var hosts = fields.texts("hosts");
    for (var host : hosts) {
      checkHost(host, "hosts");
    }
    if (!hosts.isEmpty() && (redirects == null || redirects == 0)) {
      findings.error(
          fields.at("hosts"), "'hosts' belongs to 'redirects'.", "Add redirects: 5, or remove it.");
    }
    var from = fields.text("from");
    var proxy = fields.text("proxy");
    if (proxy != null) {
      checkHost(proxy, "proxy");
    }
    var h2 = Boolean.TRUE.equals(fields.word("protocol", Map.of("http/1.1", false, "h2", true)));
    return new Wire(
        limits, new Wire.Route(redirects == null ? 0 : redirects, hosts, from, proxy, h2), tls());
  }

  private void checkHost(String host, String key) {
    if (host.contains("{captured.")) {
      findings.error(
          fields.valueAt(key),
          "A captured value would say which host is asked.",
          "Name the host in the checklist.");
    } else if (!host.replaceAll(VARIABLE, "x").matches(HOST)) {
      findings.error(
          fields.valueAt(key),
          "'" + host + "' is no host.",
          "Write a name alone, or with its port: example.org:8443");
    }
  }

  private long largest() {
    var size = fields.text("maxBody");
    if (size == null) {
      return Wire.LARGEST;
    }
    var form = SIZE.matcher(size);
    if (form.matches()) {
      var bytes =
          Long.parseLong(form.group(1))
              * switch (form.group(2).toUpperCase(Locale.ROOT)) {
                case "KB" -> 1000L;
                case "MB" -> 1_000_000L;
                case "KIB" -> 1024L;
                case "MIB" -> 1L << 20;
                default -> 1L;
              };
      if (bytes <= Wire.MOST_HELD) {
        return bytes;
      }
    }
    findings.error(
        fields.valueAt("maxBody"),
        "'" + size + "' is no size of a body.",
        "Write for example 20MB; at most 256MiB are kept.");
    return Wire.LARGEST;
  }

  private Wire.Tls tls() {
    var tls = fields.fields("tls");
    if (tls == null) {
      return Wire.USUAL.tls();
    }
    var ca = ca(tls);
    var expires = tls.duration("expiresWithin");
    tls.done();
    return new Wire.Tls(ca, expires == null ? Wire.USUAL.tls().expiresWithin() : expires);
  }

  private @Nullable String ca(FieldReader tls) {
    var ca = tls.text("ca");
    if (ca == null || RepositoryPaths.isAbsolute(ca)) {
      return ca;
    }
    var flaw = RepositoryPaths.flaw(ca);
    if (flaw != null) {
      findings.error(tls.at("ca"), flaw, "Name a PEM file.");
    }
    return ca;
  }
}
