package dev.plimsoll.core.model;

/// How far a chain of another system went when it was found whole: what a later verification holds
/// it against.
///
/// @param name as the project file calls it, else the file's path in the repository
/// @param recipe name of the recipe it was verified by
/// @param entries how many there were, at least one
/// @param head hash of the last of them, as the chain spells it
public record ChainHead(String name, String recipe, long entries, String head) {
  /// For a person: `1204 entries, head 5f3a...`, the head as a whole.
  public String words() {
    return Plural.of(entries, "entry", "entries") + ", head " + head;
  }
}
