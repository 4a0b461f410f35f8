package dev.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/// That somebody verified a chain, and what came out: one `verification.run` of the project's log.
///
/// @param name as the project file calls the chain, else the file's path; null for the project's
///   own log
/// @param file as it was given: inside the repository with `/` from its top folder, else absolute
/// @param recipe name of the recipe, or null where none was found
/// @param against what it was held against, or null where nothing was known
public record ChainLook(
    @Nullable String name,
    String file,
    @Nullable String recipe,
    @Nullable Against against,
    Found found) {

  /// @param source for a person: `record of 1.4.0`
  public record Against(long entries, String head, String source) {}

  /// What came out.
  public sealed interface Found {
    /// @param remarks how many warnings there were
    record Whole(long entries, String head, long remarks) implements Found {}

    /// @param code the stable reason code
    /// @param entry the first bad entry, from 0
    record Broken(String code, long entry, String sentence) implements Found {}

    record CouldNotTell(String sentence) implements Found {}
  }
}
