package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.Yaml;
import dev.plimsoll.core.checklist.markdown.Ids;
import dev.plimsoll.core.checklist.markdown.Literals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The checklist of imported requests, while it is written. Not thread-safe.
final class RequestChecklist {
  static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> SET_BY_ITSELF =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
  private static final String PART_TYPE =
      "|[!#$&^_.+0-9A-Za-z-]{1,100}/[!#$&^_.+0-9A-Za-z-]{1,100}(; *[A-Za-z0-9_-]+=[!-~]{1,100})*";
  private static final String HTTP = "          ";

  private final Values values;
  private final Literals literals;
  private final Ids stepIds = new Ids();
  private final Ids sectionIds = new Ids();
  private final List<Folder> folders = new ArrayList<>();

  /// Neighbours of one folder, so that the order of the requests stays.
  private record Folder(String title, List<String> steps) {}

  RequestChecklist(Values values, Literals literals) {
    this.values = values;
    this.literals = literals;
  }

  /// Adds a step.
  ///
  /// @return its id, or a sentence that says why it cannot be one
  Added add(DraftRequest request) {
    if (!METHODS.contains(request.method())) {
      return new Added(null, "the method " + request.method() + " is not sent from a checklist");
    }
    var user = request.url().replaceFirst("^(?i)https?://", "").matches("[^/?#@]*@.*");
    var url = values.address(request.url().replaceFirst("^(?i)(https?://)[^/?#@]*@", "$1"));
    if (user && !request.hasHeader("Authorization")) {
      request.header("Authorization", "Basic {secret.BASIC_AUTH}");
    }
    if (url == null) {
      return new Added(null, "the address names no service");
    }
    var flaw =
        request.body() instanceof DraftRequest.Body.Parts(var parts) ? flaw(request, parts) : "";
    if (!flaw.isEmpty()) {
      return new Added(null, flaw);
    }
    var id = stepIds.idFor(literals.forPeople(request.title()), "request");
    var yaml = new StringBuilder();
    yaml.append("      - id: ").append(Ids.yaml(id)).append('\n');
    line(yaml, "        ", "title", literals.forPeople(request.title()));
    yaml.append("        http:\n");
    line(yaml, HTTP, "url", url);
    if (!request.method().equals("GET")) {
      yaml.append(HTTP).append("method: ").append(request.method()).append('\n');
    }
    var body = body(request);
    headers(request, impliedType(body), yaml);
    yaml.append(body.isEmpty() ? "" : HTTP + body + "\n");
    request.options().forEach(option -> yaml.append(HTTP).append(option).append('\n'));
    captures(request, id, yaml);
    yaml.append("        expect: [")
        .append(request.expected().stream().map(Yaml::quoted).collect(Collectors.joining(", ")))
        .append("]\n");
    if (folders.isEmpty() || !folders.getLast().title().equals(request.folder())) {
      folders.add(new Folder(request.folder(), new ArrayList<>()));
    }
    folders.getLast().steps().add(yaml.toString());
    return new Added(id, "");
  }

  private static String flaw(DraftRequest request, List<DraftRequest.Part> parts) {
    if (parts.isEmpty() || parts.stream().anyMatch(part -> part.name().isBlank())) {
      return "a body of several parts that has none, or one without a name";
    }
    if (!request.contentType().isEmpty()
        && !request.contentType().startsWith("multipart/form-data")) {
      return "of the bodies of several parts only multipart/form-data is sent";
    }
    if (parts.stream().anyMatch(DraftRequest.Part::isElsewhere)) {
      return "it sends a file that is not in the repository";
    }
    return parts.stream().anyMatch(part -> !part.type().matches(PART_TYPE))
        ? "a part of its body has a type that is none"
        : "";
  }

  /// @param id null where nothing was added
  record Added(@Nullable String id, String why) {}

  private void captures(DraftRequest request, String id, StringBuilder yaml) {
    if (request.captures().isEmpty()) {
      return;
    }
    yaml.append(HTTP)
        .append("capture: {")
        .append(
            request.captures().entrySet().stream()
                .map(entry -> Values.captureName(entry.getKey()) + ": " + captured(entry))
                .collect(Collectors.joining(", ")))
        .append("}\n");
    request.captures().keySet().forEach(name -> values.capture(name, id));
  }

  private static String captured(Map.Entry<String, String> entry) {
    var query = Yaml.quoted(entry.getValue());
    return Values.isSecret(entry.getKey()) ? "{from: " + query + ", secret: true}" : query;
  }

  private void headers(DraftRequest request, String type, StringBuilder yaml) {
    var shown = new LinkedHashMap<String, List<String>>();
    for (var header : request.headers()) {
      var name = header.name().toLowerCase(Locale.ROOT);
      var implied =
          !type.isEmpty()
              && name.equals("content-type")
              && header.value().strip().toLowerCase(Locale.ROOT).startsWith(type);
      if (!implied && !isSetByItself(name)) {
        shown
            .computeIfAbsent(header.name(), _ -> new ArrayList<>())
            .add(Yaml.quoted(headerValue(header)));
      }
    }
    if (!shown.isEmpty()) {
      yaml.append(HTTP)
          .append("headers: {")
          .append(
              shown.entrySet().stream()
                  .map(entry ->
                      Yaml.quoted(entry.getKey())
                          + ": "
                          + (entry.getValue().size() == 1
                              ? entry.getValue().getFirst()
                              : "[" + String.join(", ", entry.getValue()) + "]"))
                  .collect(Collectors.joining(", ")))
          .append("}\n");
    }
  }

  /// The type that the form of the body says already.
  private static String impliedType(String body) {
    if (body.startsWith("json:")) {
      return "application/json";
    }
    if (body.startsWith("multipart:")) {
      return "multipart/form-data";
    }
    return body.startsWith("form:") ? "application/x-www-form-urlencoded" : "";
  }

  static boolean isSetByItself(String name) {
    return SET_BY_ITSELF.contains(name.toLowerCase(Locale.ROOT));
  }

  /// Keys by their names, whatever they look like.
  private String headerValue(DraftRequest.Field header) {
    var value = header.value().strip();
    var parts = value.split("\\s+", 2);
    if (header.name().equalsIgnoreCase("Authorization") && parts.length == 2) {
      var scheme = parts[0].toLowerCase(Locale.ROOT);
      if (scheme.equals("basic")) {
        return "Basic {secret.BASIC_AUTH}";
      }
      var key = scheme.equals("bearer") ? "BEARER_TOKEN" : "AUTHORIZATION";
      return values.text(parts[0]) + " " + values.secretText(key, parts[1]);
    }
    return values.valueOf(header.name(), value);
  }

  private String body(DraftRequest request) {
    return switch (request.body()) {
      case DraftRequest.Body.None _ -> "";
      case DraftRequest.Body.FromFile(var path) -> "file: " + Yaml.quoted(path);
      case DraftRequest.Body.Form(var fields) ->
          "form: {"
              + fields.stream()
                  .map(field ->
                      Yaml.quoted(values.text(field.name())) + ": " + Yaml.quoted(formValue(field)))
                  .collect(Collectors.joining(", "))
              + "}";
      case DraftRequest.Body.Parts(var parts) -> parts(parts);
      case DraftRequest.Body.Text(var text) -> text(request, text);
    };
  }

  private String parts(List<DraftRequest.Part> parts) {
    var byName = new LinkedHashMap<String, List<String>>();
    for (var part : parts) {
      byName.computeIfAbsent(values.text(part.name()), _ -> new ArrayList<>()).add(part(part));
    }
    return "multipart: {"
        + byName.entrySet().stream()
            .map(entry ->
                Yaml.quoted(entry.getKey())
                    + ": "
                    + (entry.getValue().size() == 1
                        ? entry.getValue().getFirst()
                        : "[" + String.join(", ", entry.getValue()) + "]"))
            .collect(Collectors.joining(", "))
        + "}";
  }

  private String part(DraftRequest.Part part) {
    var content =
        part.file() ? values.text(part.content()) : values.valueOf(part.name(), part.content());
    if (!part.file() && part.type().isEmpty()) {
      return Yaml.quoted(content);
    }
    return "{"
        + (part.file() ? "file: " : "value: ")
        + Yaml.quoted(content)
        + (part.type().isEmpty() ? "" : ", type: " + Yaml.quoted(part.type()))
        + (!part.file() || part.called().isEmpty()
            ? ""
            : ", name: " + Yaml.quoted(values.text(part.called())))
        + "}";
  }

  private String formValue(DraftRequest.Field field) {
    return values.valueOf(field.name(), field.value());
  }

  private String text(DraftRequest request, String text) {
    if (request.contentType().isEmpty() || request.contentType().contains("json")) {
      try {
        var node = StrictJson.read(text);
        if (StrictJson.hasPlainNames(node)) {
          return "json: " + StrictJson.flow(node, values::valueOf);
        }
      } catch (StrictJson.Malformed noJson) {
        // It is sent as the text that it is.
      }
    }
    return "body: " + Yaml.quoted(values.text(text));
  }

  boolean isEmpty() {
    return folders.isEmpty();
  }

  /// @param from what was imported, for a comment
  String yaml(String from, String id, String title) {
    var steps = new StringBuilder();
    folders.forEach(folder -> {
      var name = folder.title().isBlank() ? "Requests" : literals.forPeople(folder.title());
      steps.append("  - id: ").append(Ids.yaml(sectionIds.idFor(name, "section"))).append('\n');
      line(steps, "    ", "title", name);
      steps.append("    steps:\n");
      folder.steps().forEach(steps::append);
    });
    var yaml = new StringBuilder();
    yaml.append("# Imported from ").append(from.replaceAll("\\p{Cntrl}", " ")).append(".\n");
    yaml.append("# Redirections are followed only where a step says 'redirects'.\n");
    var secrets = values.secretNames(steps.toString());
    if (steps.indexOf("{secret.BASIC_AUTH}") >= 0) {
      yaml.append("# BASIC_AUTH is base64 of user:password.\n");
      secrets.add("BASIC_AUTH");
    }
    if (!secrets.isEmpty()) {
      yaml.append("# Name under secrets in .plimsoll/project.yaml: ")
          .append(String.join(", ", secrets))
          .append(".\n");
    }
    yaml.append("schema: plimsoll/checklist/v1\n");
    yaml.append("id: ").append(Ids.yaml(id)).append('\n');
    line(yaml, "", "title", literals.forPeople(title));
    yaml.append("category: smoke\nmode: do-confirm\n");
    parameters(yaml);
    return yaml.append("sections:\n").append(steps).toString();
  }

  private void parameters(StringBuilder yaml) {
    if (values.parameters().isEmpty()) {
      return;
    }
    yaml.append("parameters:\n");
    values
        .parameters()
        .forEach((name, value) ->
            yaml.append("  ")
                .append(name)
                .append(": {type: ")
                .append(values.isService(name) ? "url" : "text")
                .append(value == null ? "" : ", default: " + Yaml.quoted(value))
                .append("}\n"));
  }

  private static void line(StringBuilder yaml, String indent, String key, String text) {
    yaml.append(indent).append(key).append(": ").append(Yaml.quoted(text)).append('\n');
  }
}
