package dev.plimsoll.core.check.tag;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;

/// Makes an annotated tag at the commit that is released. It pushes nothing.
///
/// @param name of the tag, variables unresolved: `{tag}`
/// @param message first lines of its annotation, variables unresolved
/// @param sign whether it must carry a signature
public record Tag(String name, String message, boolean sign) implements Verb {
  @Override
  public String word() {
    return "tag";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.ACTION;
  }

  @Override
  public String expected() {
    return (sign ? "signed tag " : "annotated tag ") + name + " at the released commit";
  }

  @Override
  public List<String> describe() {
    return List.of("creates the " + expected() + " with git (pushes nothing)");
  }
}
