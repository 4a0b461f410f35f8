package dev.plimsoll.core.check.http.request;

import dev.plimsoll.core.check.json.JsonValue;
import java.util.List;

/// What a request carries, variables unresolved.
public sealed interface Body {
  /// For a person: `json`.
  String words();

  record None() implements Body {
    @Override
    public String words() {
      return "";
    }
  }

  /// Sent as it stands, in UTF-8.
  record Text(String text) implements Body {
    @Override
    public String words() {
      return "a text";
    }
  }

  /// A document; the variables in its texts are put in place before it is written, so that no value
  /// can change its form.
  record Json(JsonValue value) implements Body {
    @Override
    public String words() {
      return "JSON";
    }
  }

  /// `application/x-www-form-urlencoded`.
  record Form(List<Entry> fields) implements Body {
    public Form {
      fields = List.copyOf(fields);
    }

    @Override
    public String words() {
      return "a form";
    }
  }

  /// `multipart/form-data`: texts and files side by side.
  record Multipart(List<Part> parts) implements Body {
    public Multipart {
      parts = List.copyOf(parts);
    }

    @Override
    public String words() {
      return "a form of several parts";
    }
  }

  /// The bytes of a file of the repository.
  record File(String path) implements Body {
    @Override
    public String words() {
      return "the file " + path;
    }
  }
}
