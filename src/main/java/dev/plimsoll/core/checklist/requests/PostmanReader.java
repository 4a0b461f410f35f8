package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.checklist.markdown.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a collection of Postman. Use it once.
final class PostmanReader {
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "request",
          "event",
          "item",
          "id",
          "_postman_id",
          "uid",
          "description",
          "auth",
          "variable",
          "info",
          "response",
          "protocolProfileBehavior");

  private static final int LONGEST_NAME = 200;

  private final Values values;
  private final Literals literals;
  private final RequestChecklist checklist;
  private final Story story;

  PostmanReader(Values values, Literals literals, RequestChecklist checklist, Story story) {
    this.values = values;
    this.literals = literals;
    this.checklist = checklist;
    this.story = story;
  }

  /// Reads it.
  ///
  /// @return its own name, empty where it has none
  String read(String text) {
    Node root;
    try {
      root = StrictJson.read(text);
    } catch (StrictJson.Malformed malformed) {
      story.unmapped(malformed.line(), "no JSON: " + malformed.getMessage());
      return "";
    }
    if (!(root instanceof Node.Fields collection) || items(collection, "item").isEmpty()) {
      story.unmapped(1, "no collection: it has no list named 'item'");
      return "";
    }
    for (var variable : items(collection, "variable")) {
      if (variable instanceof Node.Fields fields) {
        know(fields);
      }
    }
    folder(collection, "", collection);
    return collection.field("info").map(Node.Field::value).orElse(null) instanceof Node.Fields info
        ? name(info)
        : "";
  }

  /// In one line, as a title is.
  private String name(Node.Fields info) {
    var name = text(info, "name").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (name.length() > LONGEST_NAME) {
      return "";
    }
    if (!name.isEmpty()) {
      info.field("name").ifPresent(field -> story.mapped(field.at().line(), "the title"));
    }
    return name;
  }

  private void know(Node.Fields variable) {
    var name = text(variable, "key").isEmpty() ? text(variable, "id") : text(variable, "key");
    var value = text(variable, "value");
    if (!name.isEmpty()) {
      values.know(name, Marked.ofDoubleBraces(value));
      if (text(variable, "type").equals("secret")) {
        literals.learn(name, value);
      }
      story.mapped(variable.at().line(), "the variable " + name);
    }
  }

  private void folder(Node.Fields folder, String path, Node.Fields authority) {
    var auth = folder.field("auth").isPresent() ? folder : authority;
    if (folder.field("event").isPresent()) {
      scripts(folder, null);
    }
    for (var node : items(folder, "item")) {
      if (!(node instanceof Node.Fields item)) {
        story.unmapped(node.at().line(), "no item");
        continue;
      }
      unknownKeys(item);
      if (item.field("item").isPresent()) {
        var name = text(item, "name");
        story.mapped(item.at().line(), "the section " + name);
        folder(item, path.isEmpty() ? name : path + " / " + name, auth);
      } else {
        request(item, path, auth);
      }
    }
  }

  private void unknownKeys(Node.Fields item) {
    for (var field : item.fields()) {
      if (!KNOWN.contains(field.name())) {
        story.unmapped(field.at().line(), "'" + field.name() + "' has no counterpart");
      }
    }
  }

  private void request(Node.Fields item, String folder, Node.Fields authority) {
    var draft = new DraftRequest(text(item, "name"), folder);
    var place = item.at().line();
    switch (item.field("request").map(Node.Field::value).orElse(null)) {
      case null -> {
        story.unmapped(place, "an item without a request");
        return;
      }
      case Node.Scalar url -> draft.request("GET", Marked.ofDoubleBraces(url.text()));
      case Node.Fields request -> {
        var method = text(request, "method");
        draft.request(method.isEmpty() ? "GET" : method, Marked.ofDoubleBraces(address(request)));
        headers(request, draft);
        auth(request.field("auth").isPresent() ? request : authority, draft);
        var refused = body(request, draft);
        if (refused != null) {
          story.unmapped(place, refused);
          return;
        }
      }
      case Node.Items list -> {
        story.unmapped(list.at().line(), "no request");
        return;
      }
    }
    scripts(item, draft);
    var added = checklist.add(draft);
    if (added.id() == null) {
      story.unmapped(place, added.why());
    } else {
      story.mapped(place, "step " + added.id() + ": http");
    }
  }

  private static String address(Node.Fields request) {
    return switch (request.field("url").map(Node.Field::value).orElse(null)) {
      case Node.Scalar url -> url.text();
      case Node.Fields url -> withPathVariables(url);
      case null, default -> "";
    };
  }

  /// `:id` in the path is what the list `variable` says.
  private static String withPathVariables(Node.Fields url) {
    var raw = text(url, "raw");
    for (var node : items(url, "variable")) {
      if (node instanceof Node.Fields variable && !text(variable, "key").isEmpty()) {
        raw = raw.replace("/:" + text(variable, "key"), "/" + text(variable, "value"));
      }
    }
    return raw;
  }

  private void headers(Node.Fields request, DraftRequest draft) {
    for (var node : items(request, "header")) {
      if (node instanceof Node.Fields header) {
        var name = text(header, "key");
        var line = header.at().line();
        if (isDisabled(header)) {
          story.unmapped(line, "a header that is switched off");
        } else if (RequestChecklist.isSetByItself(name) || name.isBlank()) {
          story.unmapped(line, "a header that is set by itself");
        } else {
          draft.header(name, Marked.ofDoubleBraces(text(header, "value")));
          story.mapped(line, "the header " + name);
        }
      }
    }
  }

  private static boolean isDisabled(Node.Fields field) {
    return text(field, "disabled").equals("true");
  }

  private void auth(Node.Fields holder, DraftRequest draft) {
    var node = holder.field("auth").map(Node.Field::value).orElse(null);
    if (!(node instanceof Node.Fields auth) || draft.hasHeader("Authorization")) {
      return;
    }
    var line = auth.at().line();
    switch (text(auth, "type")) {
      case "noauth", "" -> {}
      case "bearer" -> {
        draft.header(
            "Authorization", "Bearer " + Marked.ofDoubleBraces(of(auth, "bearer", "token")));
        story.mapped(line, "the header Authorization");
      }
      case "basic" -> {
        draft.header("Authorization", "Basic {secret.BASIC_AUTH}");
        literals.learn("password", of(auth, "basic", "password"));
        story.mapped(line, "the header Authorization");
      }
      case "apikey" -> {
        var key = of(auth, "apikey", "key");
        if (of(auth, "apikey", "in").equals("query")) {
          story.unmapped(line, "a key in the address: send it in a header, as {secret.NAME}");
        } else {
          draft.header(
              key.isEmpty() ? "X-API-Key" : key,
              Marked.ofDoubleBraces(of(auth, "apikey", "value")));
          story.mapped(line, "the header " + key);
        }
      }
      default -> story.unmapped(line, "'" + text(auth, "type") + "' signs requests in another way");
    }
  }

  /// A value out of `{"bearer": [{"key": "token", "value": "..."}]}`, or out of a mapping.
  private static String of(Node.Fields auth, String kind, String key) {
    return switch (auth.field(kind).map(Node.Field::value).orElse(null)) {
      case Node.Items list ->
          list.items().stream()
              .filter(item -> item instanceof Node.Fields f && text(f, "key").equals(key))
              .map(item -> text((Node.Fields) item, "value"))
              .findFirst()
              .orElse("");
      case Node.Fields map -> text(map, key);
      case null, default -> "";
    };
  }

  /// Why the request cannot be sent from a checklist, or null.
  private @Nullable String body(Node.Fields request, DraftRequest draft) {
    if (!(request.field("body").map(Node.Field::value).orElse(null) instanceof Node.Fields body)
        || isDisabled(body)) {
      return null;
    }
    switch (text(body, "mode")) {
      case "", "none" -> {}
      case "raw" -> raw(body, draft);
      case "urlencoded" -> {
        var fields = new ArrayList<DraftRequest.Field>();
        for (var node : items(body, "urlencoded")) {
          if (node instanceof Node.Fields field && !isDisabled(field)) {
            fields.add(
                new DraftRequest.Field(
                    Marked.ofDoubleBraces(text(field, "key")),
                    Marked.ofDoubleBraces(text(field, "value"))));
          }
        }
        draft.body(new DraftRequest.Body.Form(fields));
      }
      case "file" -> {
        var src = body.field("file").map(Node.Field::value).orElse(null);
        var path = src instanceof Node.Fields file ? text(file, "src") : "";
        if (path.isEmpty() || path.startsWith("/")) {
          return "the file that it sends is not named inside the repository";
        }
        draft.body(new DraftRequest.Body.FromFile(path));
      }
      case "graphql" -> {
        return "GraphQL is sent as JSON: write it under json";
      }
      case "formdata" -> {
        return parts(body, draft);
      }
      default -> {
        return "a body of the form '" + text(body, "mode") + "' is not sent from a checklist";
      }
    }
    return null;
  }

  private @Nullable String parts(Node.Fields body, DraftRequest draft) {
    var parts = new ArrayList<DraftRequest.Part>();
    for (var node : items(body, "formdata")) {
      if (!(node instanceof Node.Fields field) || isDisabled(field)) {
        continue;
      }
      var file = text(field, "type").equals("file");
      var paths = items(field, "src");
      if (paths.size() > 1) {
        return "several files in one part of its body: make a part of each";
      }
      var path =
          !paths.isEmpty() && paths.getFirst() instanceof Node.Scalar only
              ? only.text()
              : text(field, "src");
      parts.add(
          new DraftRequest.Part(
              Marked.ofDoubleBraces(text(field, "key")),
              Marked.ofDoubleBraces(file ? path : text(field, "value")),
              file,
              text(field, "contentType"),
              ""));
    }
    draft.body(new DraftRequest.Body.Parts(parts));
    return null;
  }

  private static void raw(Node.Fields body, DraftRequest draft) {
    var text = text(body, "raw");
    var options = body.field("options").map(Node.Field::value).orElse(null);
    var raw =
        options instanceof Node.Fields fields
            ? fields.field("raw").map(Node.Field::value).orElse(null)
            : null;
    var language = raw instanceof Node.Fields fields ? text(fields, "language") : "";
    if (!draft.hasHeader("Content-Type") && language.equals("json")) {
      draft.header("Content-Type", "application/json");
    } else if (!draft.hasHeader("Content-Type")) {
      draft.header("Content-Type", "text/plain");
    }
    if (!text.isBlank()) {
      draft.body(new DraftRequest.Body.Text(Marked.ofDoubleBraces(text)));
    }
  }

  /// @param draft null for the scripts of a folder, which run around each of its requests
  private void scripts(Node.Fields holder, @Nullable DraftRequest draft) {
    for (var node : items(holder, "event")) {
      if (!(node instanceof Node.Fields event)
          || !(event.field("script").map(Node.Field::value).orElse(null)
              instanceof Node.Fields script)) {
        continue;
      }
      var lines = new ScriptLines();
      for (var line : exec(script)) {
        if (line.text().isBlank()) {
          continue;
        }
        var number = line.at().line();
        if (draft == null) {
          story.unmapped(number, "a script of a whole folder");
        } else if (!text(event, "listen").equals("test")) {
          story.unmapped(number, "a script before the request");
        } else if (line.text().strip().startsWith("//")) {
          story.unmapped(number, "a comment");
        } else {
          ScriptStory.tell(lines.take(line.text()), draft, number, story);
        }
      }
    }
  }

  private static List<Node.Scalar> exec(Node.Fields script) {
    return switch (script.field("exec").map(Node.Field::value).orElse(null)) {
      case Node.Scalar text ->
          text.text()
              .lines()
              .map(line -> new Node.Scalar(line, text.type(), text.at()))
              .collect(Collectors.toList());
      case Node.Items items ->
          items.items().stream()
              .filter(Node.Scalar.class::isInstance)
              .map(Node.Scalar.class::cast)
              .toList();
      case null, default -> List.of();
    };
  }

  private static List<Node> items(Node.Fields fields, String key) {
    return fields.field(key).map(Node.Field::value).orElse(null) instanceof Node.Items list
        ? list.items()
        : List.of();
  }

  private static String text(Node.Fields fields, String key) {
    return fields.field(key).map(Node.Field::value).orElse(null) instanceof Node.Scalar scalar
            && scalar.type() != Node.Scalar.Type.NULL
        ? scalar.text()
        : "";
  }
}
