package dev.plimsoll.core.audit.report;

import java.util.List;

/// How a chain was read, and what it was held against.
///
/// @param recipe its name and title: `aetherlink: ...`, or `plimsoll` for our own log
/// @param reasons why this recipe, a sentence each; empty where the person named it
/// @param anchors what was known of it from elsewhere: `1,247 entries, head 4be1...: record of
///   1.4.0`; empty says that nothing was
public record Basis(String recipe, List<String> reasons, List<String> anchors) {
  public Basis {
    reasons = List.copyOf(reasons);
    anchors = List.copyOf(anchors);
  }
}
