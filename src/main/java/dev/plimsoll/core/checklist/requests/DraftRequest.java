package dev.plimsoll.core.checklist.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One request while a source is read. Texts are marked ([Marked]). Not thread-safe.
final class DraftRequest {
  /// A header or a field of a form.
  record Field(String name, String value) {}

  /// One part of a body of several.
  ///
  /// @param content a text, or the path of a file
  /// @param type media type, or an empty text
  /// @param called the name that is told of its file, or an empty text
  record Part(String name, String content, boolean file, String type, String called) {
    /// With the path as a checklist has it.
    Part {
      content = file ? content.replace('\\', '/').replaceFirst("^\\./", "") : content;
    }

    boolean isElsewhere() {
      return file
          && (content.isBlank()
              || content.matches("(/|~|-$|[A-Za-z]:).*|(.*/)?\\.\\.(/.*)?")
              || Marked.hasVariable(content));
    }
  }

  /// What is sent along.
  sealed interface Body {
    record None() implements Body {}

    record Text(String text) implements Body {}

    record Form(List<Field> fields) implements Body {
      public Form {
        fields = List.copyOf(fields);
      }
    }

    record Parts(List<Part> parts) implements Body {
      public Parts {
        parts = List.copyOf(parts);
      }
    }

    record FromFile(String path) implements Body {}
  }

  private final String title;
  private final String folder;
  private final List<Field> headers = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final Map<String, String> captures = new LinkedHashMap<>();
  private String method = "";
  private String url = "";
  private Body body = new Body.None();

  /// @param folder the section it belongs to, or an empty text
  DraftRequest(String title, String folder) {
    this.title = title;
    this.folder = folder;
  }

  void request(String verb, String address) {
    method = verb.toUpperCase(Locale.ROOT);
    url = address;
  }

  void header(String name, String value) {
    headers.add(new Field(name, value));
  }

  boolean hasHeader(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  /// In small letters.
  String contentType() {
    return writtenType().toLowerCase(Locale.ROOT);
  }

  /// As it was written: a boundary may have capitals.
  String writtenType() {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  void body(Body sent) {
    body = sent;
  }

  /// A further key of `http:`, as it stands in the checklist: `redirects: 5`.
  void option(String line) {
    options.add(line);
  }

  /// An expectation as it stands in the checklist.
  void expect(String expectation) {
    if (!expected.contains(expectation)) {
      expected.add(expectation);
    }
  }

  /// @param query as it stands in the checklist: `jsonpath $.id`
  void capture(String name, String query) {
    captures.put(name, query);
  }

  String title() {
    return title.isBlank() ? (method + " " + path()).strip() : title;
  }

  private String path() {
    var readable = Marked.mapped(url, literal -> literal, name -> "{" + name + "}");
    return readable
        .replaceFirst("^(?i)(https?://[^/?#]*|\\{[^}]*\\})", "")
        .replaceFirst("[?#].*$", "");
  }

  String folder() {
    return folder;
  }

  String method() {
    return method;
  }

  String url() {
    return url;
  }

  List<Field> headers() {
    return List.copyOf(headers);
  }

  Body body() {
    return body;
  }

  List<String> options() {
    return List.copyOf(options);
  }

  /// A status is always expected.
  List<String> expected() {
    var all = new ArrayList<>(expected);
    if (all.stream().noneMatch(each -> each.startsWith("status "))) {
      all.addFirst("status == 2xx");
    }
    return all;
  }

  Map<String, String> captures() {
    return new LinkedHashMap<>(captures);
  }
}
