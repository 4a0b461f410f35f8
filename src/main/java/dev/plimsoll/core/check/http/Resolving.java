package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.http.exchange.Outgoing;
import dev.plimsoll.core.check.http.exchange.Parts;
import dev.plimsoll.core.check.http.exchange.Payload;
import dev.plimsoll.core.check.http.request.Body;
import dev.plimsoll.core.check.http.request.Entry;
import dev.plimsoll.core.check.http.request.Part;
import dev.plimsoll.core.check.http.request.Request;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the values of a run into a request.
///
/// @param root the work tree's top folder
record Resolving(Variables variables, Path root) {
  /// Headers whose values are somebody's key, whoever wrote them.
  static final Pattern KEYS =
      Pattern.compile(".*(authorization|cookie|api-?key|token|secret|password|session).*");

  private static final String INTENT = "Nothing was asked";

  Outgoing outgoing(Request request) {
    var fields = new ArrayList<Outgoing.Field>();
    for (var header : request.headers()) {
      fields.add(field(header));
    }
    var payload = payload(request.body());
    contentType(request, payload, fields);
    return new Outgoing(
        request.method(),
        address(request.url(), request.query()),
        fields,
        payload,
        isConfidential(request.body()));
  }

  private Outgoing.Field field(Entry header) {
    var value = variables.resolve(header.value());
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t') || value.contains("\u007f")) {
      throw Problem.of(
          INTENT,
          "The value of the header " + header.name() + " holds a line end or another control.",
          "Correct the variable that it comes from.");
    }
    var isKey = KEYS.matcher(header.name().toLowerCase(Locale.ROOT)).matches();
    return new Outgoing.Field(header.name(), value, isKey || holdsSecret(header.value()));
  }

  private static void contentType(Request request, Payload payload, List<Outgoing.Field> fields) {
    var type =
        switch (request.body()) {
          case Body.Json _ -> "application/json";
          case Body.Form _ -> "application/x-www-form-urlencoded";
          case Body.Multipart _ when payload instanceof Parts parts -> parts.contentType();
          case Body.None _, Body.Text _, Body.Multipart _, Body.File _ -> null;
        };
    if (type != null
        && fields.stream().noneMatch(field -> field.name().equalsIgnoreCase("Content-Type"))) {
      fields.add(new Outgoing.Field("Content-Type", type, false));
    }
  }

  static boolean holdsSecret(String template) {
    return template.contains("{secret.") || template.contains("{captured.");
  }

  private static boolean isConfidential(Body body) {
    return switch (body) {
      case Body.None _ -> false;
      case Body.Text(var text) -> holdsSecret(text);
      case Body.Json(var value) -> holdsSecret(JsonText.of(value));
      case Body.Form(var entries) -> entries.stream().anyMatch(entry -> holdsSecret(entry.value()));
      case Body.Multipart(var parts) ->
          parts.stream()
              .anyMatch(part ->
                  !(part.content() instanceof Part.Content.Text(var text)) || holdsSecret(text));
      case Body.File _ -> true;
    };
  }

  private Payload payload(Body body) {
    return switch (body) {
      case Body.None _ -> Payload.NONE;
      case Body.Text(var text) -> new Payload.Text(variables.resolve(text));
      case Body.Json(JsonValue value) -> new Payload.Text(JsonText.of(value, variables::resolve));
      case Body.Form(var entries) -> new Payload.Text(encoded(entries));
      case Body.Multipart(var parts) ->
          // a boundary must be none that a part may hold, and nothing else hangs on it
          new Parts("plimsoll-" + UUID.randomUUID(), parts.stream().map(this::part).toList());
      case Body.File(var path) -> file(path);
    };
  }

  private Payload.OfFile file(String path) {
    return new Payload.OfFile(new RepositoryPaths(root).inside(variables.resolve(path)));
  }

  private Parts.Part part(Part part) {
    var type = part.type() == null ? "" : part.type();
    return switch (part.content()) {
      case Part.Content.Text(var text) ->
          new Parts.Part(
              Parts.head(part.name(), "", type), new Payload.Text(variables.resolve(text)));
      case Part.Content.File(var path, var called) -> {
        var file = file(path);
        var told = called == null ? String.valueOf(file.file().getFileName()) : called;
        yield new Parts.Part(
            Parts.head(
                part.name(),
                variables.resolve(told),
                type.isEmpty() ? "application/octet-stream" : type),
            file);
      }
    };
  }

  private String encoded(List<Entry> entries) {
    return entries.stream()
        .map(entry -> encoded(entry.name()) + "=" + encoded(variables.resolve(entry.value())))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The address that is asked. What was captured from an answer has no say in whom it names.
  URI address(String url, List<Entry> query) {
    var asked = parsed(variables.resolve(url) + behind(url, query));
    for (var mark : List.of("a", "b")) {
      var elsewhere = parsed(withCaptured(mark).resolve(url));
      if (!origin(asked).equals(origin(elsewhere))) {
        throw Problem.of(
            INTENT,
            "A captured value would change which host is asked.",
            "Let it stand in the path alone, behind a /.");
      }
    }
    return asked;
  }

  private String behind(String url, List<Entry> query) {
    return query.isEmpty()
        ? ""
        : (variables.resolve(url).contains("?") ? "&" : "?") + encoded(query).replace("+", "%20");
  }

  private Variables withCaptured(String mark) {
    return new Variables(
        variables.values().entrySet().stream()
            .collect(
                Collectors.toMap(
                    value -> value.getKey(),
                    value -> value.getKey().startsWith("captured.") ? mark : value.getValue())));
  }

  private static String origin(URI uri) {
    return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
  }

  private static URI parsed(String url) {
    var flaw = "It is no http address.";
    try {
      var uri = URI.create(percent(url.strip()));
      flaw = flaw(uri);
      if (flaw == null) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      flaw = "It is malformed.";
    }
    throw Problem.of(
        INTENT,
        "The address of the request cannot be asked: " + flaw,
        "Correct it, or the parameter that it comes from.");
  }

  private static @Nullable String flaw(URI uri) {
    var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "It begins with neither http:// nor https://.";
    }
    if (uri.getHost() == null) {
      return "It names no host.";
    }
    if (uri.getRawUserInfo() != null) {
      return "It holds a password.";
    }
    return uri.getPort() > 65535 ? "Its port is none." : null;
  }

  /// What may not stand in an address is written as bytes of UTF-8 (RFC 3986, section 2.1).
  private static String percent(String url) {
    var text = new StringBuilder();
    url.codePoints()
        .forEach(c -> {
          if (c <= ' ' || c > '~' || "\"<>\\^`{|}".indexOf(c) >= 0) {
            for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
              text.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
            }
          } else {
            text.appendCodePoint(c);
          }
        });
    return text.toString();
  }
}
