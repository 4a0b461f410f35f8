package dev.plimsoll.core.check.http.request;

import org.jspecify.annotations.Nullable;

/// One part of a body of several, variables unresolved.
///
/// @param type its media type, or null for the usual one
public record Part(String name, Content content, @Nullable String type) {
  /// What it carries.
  public sealed interface Content {
    record Text(String text) implements Content {}

    /// @param path of a file of the repository
    /// @param called the file's name as it is told, or null for its own
    record File(String path, @Nullable String called) implements Content {}
  }

  /// For a person: `document=the file samples/a.pdf (application/pdf)`.
  public String words() {
    var carried =
        switch (content) {
          case Content.Text(var text) -> text;
          case Content.File(var path, var called) ->
              "the file " + path + (called == null ? "" : " as " + called);
        };
    return name + "=" + carried + (type == null ? "" : " (" + type + ")");
  }
}
