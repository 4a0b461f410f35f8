package dev.plimsoll.core.check.links;

import java.util.List;

/// What one document refers to, and what can be referred to in it.
///
/// @param links in order
/// @param anchors as they stand behind `#`
record DocumentLinks(List<Link> links, List<String> anchors) {
  DocumentLinks {
    links = List.copyOf(links);
    anchors = List.copyOf(anchors);
  }

  /// @param target as it is written
  record Link(Kind kind, String target, int line) {}

  enum Kind {
    /// A link, an image, a file that is included: `path#anchor`.
    REFERENCE,
    /// The name of a document without its ending.
    DOCUMENT,
    /// The name of a label, in whatever document.
    LABEL,
    /// A path that stands as code.
    MENTION,
    /// A reference by name that is defined nowhere.
    UNDEFINED
  }
}
