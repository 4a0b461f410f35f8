package dev.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/// A verb about an audit chain of another system: it names what other files must explain.
public interface AboutChain {
  /// A chain of the project file, or null.
  @Nullable String chain();

  /// A recipe, or null.
  @Nullable String recipe();

  /// An earlier step of the same checklist, or null.
  @Nullable String earlier();
}
