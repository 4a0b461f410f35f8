package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.request.Body;
import dev.plimsoll.core.check.http.request.Entry;
import dev.plimsoll.core.check.http.request.Request;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads what is sent.
record RequestReader(FieldReader fields, Findings findings) {
  /// The client sets these itself.
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final List<String> BODIES = List.of("json", "form", "multipart", "body", "file");

  /// Null after at least one error.
  @Nullable Request read() {
    var url = fields.requiredText("url").strip();
    if (!url.isEmpty()) {
      new UrlLint(findings).check(url, fields.valueAt("url"));
    }
    var method = method();
    var headers = entries("headers");
    headers(headers);
    var query = entries("query");
    if (query.stream().anyMatch(entry -> entry.value().contains("{secret."))) {
      new UrlLint(findings).warnOfSecret(fields.at("query"));
    }
    var body = body();
    return url.isEmpty() || body == null ? null : new Request(method, url, headers, query, body);
  }

  private String method() {
    var method = fields.text("method");
    if (method == null) {
      return "GET";
    }
    if (!Request.METHODS.contains(method)) {
      findings.error(
          fields.valueAt("method"),
          "'" + method + "' is no method that is sent from here.",
          Nearest.hint(method.toUpperCase(Locale.ROOT), new TreeSet<>(Request.METHODS)));
    }
    return method;
  }

  private void headers(List<Entry> headers) {
    var seen = new TreeSet<String>();
    for (var header : headers) {
      var name = header.name().toLowerCase(Locale.ROOT);
      if (!header.name().matches(TOKEN)) {
        findings.error(
            fields.at("headers"),
            "'" + header.name() + "' is no name of a header.",
            "Use letters, digits and dashes.");
      } else if (OWN.contains(name)) {
        findings.error(
            fields.at("headers"),
            "The header " + header.name() + " is set by Plimsoll itself.",
            "Remove it.");
      } else if (!seen.add(name + "=" + header.value())) {
        findings.error(
            fields.at("headers"),
            "The header " + header.name() + " stands here twice.",
            "Remove one.");
      }
      if (header.value().matches("(?s).*[\\r\\n\\x00].*")) {
        findings.error(
            fields.at("headers"),
            "The header " + header.name() + " holds a line end.",
            "Write it in one line.");
      }
    }
  }

  /// A mapping of names to one value or to several.
  private List<Entry> entries(String key) {
    var entries = new ArrayList<Entry>();
    switch (fields.node(key)) {
      case null -> {}
      case Node.Fields map -> {
        for (var field : map.fields()) {
          var values =
              field.value() instanceof Node.Items items ? items.items() : List.of(field.value());
          for (var value : values) {
            if (value instanceof Node.Scalar scalar) {
              entries.add(new Entry(field.name(), scalar.text()));
            } else {
              fields.wrong(field.name(), value, "a text or a list of texts");
            }
          }
        }
      }
      case Node other -> fields.wrong(key, other, "a mapping of names to values");
    }
    return entries;
  }

  private @Nullable Body body() {
    var said = BODIES.stream().filter(fields::has).toList();
    if (said.size() > 1) {
      findings.error(
          fields.at(said.get(1)),
          "The request has more than one body: " + String.join(", ", said) + ".",
          "Leave one.");
      return null;
    }
    return switch (said.isEmpty() ? "" : said.getFirst()) {
      case "json" -> json();
      case "form" -> new Body.Form(entries("form"));
      case "multipart" -> multipart();
      case "body" -> {
        var text = fields.text("body");
        yield text == null ? null : new Body.Text(text);
      }
      case "file" -> file();
      default -> new Body.None();
    };
  }

  private @Nullable Body multipart() {
    if (entries("headers").stream()
        .anyMatch(each -> each.name().equalsIgnoreCase("Content-Type"))) {
      findings.error(
          fields.at("headers"),
          "The Content-Type of a body of several parts is set by Plimsoll itself.",
          "Remove it, or say the type of a part under the part.");
      return null;
    }
    return new PartReader(fields, findings).read();
  }

  private @Nullable Body file() {
    var path = fields.text("file");
    var flaw = path == null ? null : RepositoryPaths.flaw(path);
    if (flaw != null) {
      findings.error(fields.at("file"), flaw, "Name a file inside the repository.");
    }
    return path == null || flaw != null ? null : new Body.File(RepositoryPaths.normalised(path));
  }

  private @Nullable Body json() {
    var node = fields.node("json");
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Scalar scalar
        && scalar.type() == Node.Scalar.Type.TEXT
        && scalar.text().strip().matches("(?s)[\\[{].*")) {
      findings.error(
          node.at(),
          "'json' is written as YAML, and this is one text.",
          "Write json: {q: hello}, or send the text under body.");
      return null;
    }
    var value = json(node);
    return value == null ? null : new Body.Json(value);
  }

  private @Nullable JsonValue json(Node node) {
    var line = Math.max(1, node.at().line());
    return switch (node) {
      case Node.Items items -> {
        var elements = new ArrayList<JsonValue>();
        for (var item : items.items()) {
          var element = json(item);
          if (element == null) {
            yield null;
          }
          elements.add(element);
        }
        yield new JsonValue.Elements(elements, line);
      }
      case Node.Fields map -> {
        var members = new LinkedHashMap<String, JsonValue>();
        for (var field : map.fields()) {
          var member = json(field.value());
          if (member == null) {
            yield null;
          }
          members.put(field.name(), member);
        }
        yield new JsonValue.Members(members, line);
      }
      case Node.Scalar scalar ->
          switch (scalar.type()) {
            case TEXT -> new JsonValue.Text(scalar.text(), line);
            case BOOLEAN -> new JsonValue.Truth(Boolean.parseBoolean(scalar.text()), line);
            case NULL -> new JsonValue.Nothing(line);
            case WHOLE_NUMBER, DECIMAL -> number(scalar, line);
          };
    };
  }

  private @Nullable JsonValue number(Node.Scalar scalar, int line) {
    if (scalar.text().matches("-?(0|[1-9]\\d{0,99})(\\.\\d{1,100})?([eE][+-]?\\d{1,4})?")) {
      return new JsonValue.Number(new BigDecimal(scalar.text()), line);
    }
    findings.error(
        scalar.at(),
        "'" + scalar.text() + "' cannot be written as a number of JSON.",
        "Write it in decimal digits, or in quotes.");
    return null;
  }
}
