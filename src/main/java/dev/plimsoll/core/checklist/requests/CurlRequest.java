package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.Yaml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The request that curl would send for its options.
record CurlRequest(CurlOptions options) {
  private static final Set<String> DATA =
      Set.of("data", "data-raw", "data-binary", "data-ascii", "data-urlencode", "json");

  /// @return why it cannot be sent from a checklist, or an empty text
  String into(DraftRequest draft) {
    if (!options.values("proxy-user").isEmpty() || !options.values("proxy-header").isEmpty()) {
      return "it logs in at a proxy, which a step does not: name a proxy that asks for no password";
    }
    if (options.addresses().size() != 1) {
      return options.addresses().isEmpty()
          ? "it names no address"
          : "it asks several addresses: make a command of each";
    }
    if (!options.values("upload-file").isEmpty() || !options.values("config").isEmpty()) {
      return "it sends a file of this machine, or reads its options from one";
    }
    headers(draft);
    var hasParts = !options.values("form").isEmpty() || !options.values("form-string").isEmpty();
    var refused = hasParts ? parts(draft) : data(draft);
    if (!refused.isEmpty()) {
      return refused;
    }
    route(draft);
    return "";
  }

  private void headers(DraftRequest draft) {
    for (var header : options.values("header")) {
      var colon = header.indexOf(':');
      if (colon > 0 && !RequestChecklist.isSetByItself(header.substring(0, colon).strip())) {
        draft.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
      }
    }
    named(draft, "user-agent", "User-Agent");
    named(draft, "referer", "Referer");
    options.given().stream()
        .filter(given -> given.name().equals("cookie") && !CurlOptions.isCookieFile(given))
        .reduce((_, last) -> last)
        .ifPresent(given -> draft.header("Cookie", given.value()));
    if (!options.value("oauth2-bearer").isEmpty()) {
      draft.header("Authorization", "Bearer " + options.value("oauth2-bearer"));
    }
    var user = options.value("user");
    if (!user.isEmpty()) {
      draft.header("Authorization", "Basic {secret.BASIC_AUTH}");
    }
  }

  private void named(DraftRequest draft, String option, String header) {
    if (!options.value(option).isEmpty()) {
      draft.header(header, options.value(option));
    }
  }

  private String data(DraftRequest draft) {
    var parts = new ArrayList<String>();
    for (var given : options.given()) {
      if (!DATA.contains(given.name())) {
        continue;
      }
      var value = given.value();
      var file = value.startsWith("@") && !given.name().equals("data-raw");
      if (file) {
        if (value.startsWith("@/") || value.equals("@-")) {
          return "it sends a file that is not in the repository";
        }
        draft.body(new DraftRequest.Body.FromFile(value.substring(1).replaceFirst("^\\./", "")));
      } else {
        parts.add(given.name().equals("data-urlencode") ? encoded(value) : value);
      }
    }
    var json = !options.values("json").isEmpty();
    var hasData = !parts.isEmpty() || !(draft.body() instanceof DraftRequest.Body.None);
    var address = options.addresses().getFirst();
    if (options.has("get") && !parts.isEmpty()) {
      address += (address.contains("?") ? "&" : "?") + String.join("&", parts);
    }
    draft.request(method(hasData), address);
    if (options.has("get") || !hasData) {
      return "";
    }
    if (json && !draft.hasHeader("Accept")) {
      draft.header("Accept", "application/json");
    }
    if (!draft.hasHeader("Content-Type")) {
      draft.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
    }
    if (!parts.isEmpty()) {
      body(draft, parts, json);
    }
    return "";
  }

  private String parts(DraftRequest draft) {
    var parts = new ArrayList<DraftRequest.Part>();
    for (var given : options.given()) {
      if (DATA.contains(given.name())) {
        return "it has two bodies";
      }
      var literal = given.name().equals("form-string");
      if (literal || given.name().equals("form")) {
        var part = CurlPart.of(given.value(), literal);
        if (part == null) {
          return "a part of its body is not plain: name=text or name=@file, with type and filename";
        }
        parts.add(part);
      }
    }
    draft.request(method(true), options.addresses().getFirst());
    draft.body(new DraftRequest.Body.Parts(parts));
    return "";
  }

  private static void body(DraftRequest draft, List<String> parts, boolean json) {
    var text = String.join(json ? "" : "&", parts);
    var fields = draft.contentType().contains("form-urlencoded") ? Forms.fields(text) : null;
    draft.body(
        fields == null ? new DraftRequest.Body.Text(text) : new DraftRequest.Body.Form(fields));
  }

  private String method(boolean hasData) {
    var said = options.value("request");
    if (!said.isEmpty()) {
      return said;
    }
    if (options.has("head")) {
      return "HEAD";
    }
    return hasData && !options.has("get") ? "POST" : "GET";
  }

  /// `name=value` or `value`; a variable in it is left to the run.
  private static String encoded(String written) {
    var equals = written.indexOf('=');
    var name = equals > 0 ? written.substring(0, equals + 1) : "";
    var value = written.substring(equals + 1);
    return name
        + (Marked.hasVariable(value) ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private void route(DraftRequest draft) {
    if (options.has("location")) {
      draft.option("redirects: 5");
    }
    if (options.has("http2")) {
      draft.option("protocol: h2");
    }
    time(draft, "max-time", "timeout");
    time(draft, "connect-timeout", "connectTimeout");
    if (!options.value("cacert").isEmpty()) {
      draft.option("tls: {ca: " + Yaml.quoted(options.value("cacert")) + "}");
    }
    var proxy =
        options
            .value("proxy")
            .replaceFirst("^https?://", "")
            .replaceFirst("^[^/]*@", "") // whose password is nobody's business here
            .replaceFirst("/$", "");
    if (!proxy.isEmpty()) {
      draft.option("proxy: " + Yaml.quoted(proxy));
    }
    if (options.value("interface").matches("[0-9.]+")) {
      draft.option("from: " + Yaml.quoted(options.value("interface")));
    }
  }

  private void time(DraftRequest draft, String option, String key) {
    var seconds = options.value(option);
    if (seconds.matches("\\d{1,5}") && !seconds.matches("0+")) {
      draft.option(key + ": " + seconds + "s");
    } else if (seconds.matches("\\d{1,4}\\.\\d{1,3}")) {
      var millis = new java.math.BigDecimal(seconds).movePointRight(3).longValue();
      draft.option(key + ": " + Math.max(1, millis) + "ms");
    }
  }
}
