package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The verb `golden`.
///
/// @param file what was computed, relative to the repository
/// @param reference what it is held against
/// @param join how rows are found and put beside each other
/// @param rules what is compared; never empty
public record Golden(String file, Reference reference, Join join, List<Rule> rules)
    implements Verb {
  public Golden {
    rules = List.copyOf(rules);
  }

  /// @param file relative to the repository
  /// @param provenance where the numbers come from: a text, or a file where `isFile`
  /// @param path a JSONPath query that gives the source out of that file, or null
  /// @param sha256 what the reference's digest must be, or null
  public record Reference(
      String file,
      String provenance,
      boolean isFile,
      @Nullable String path,
      @Nullable String sha256) {}

  /// @param rows a JSONPath query that gives the rows of a JSON file, or null
  /// @param key the columns that name a row; empty where rows are joined by their order
  public record Join(@Nullable String rows, List<String> key) {
    public Join {
      key = List.copyOf(key);
    }
  }

  @Override
  public String word() {
    return "golden";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return rules.stream()
        .map(Rule::words)
        .collect(Collectors.joining("; ", file + " like " + reference.file() + ": ", ""));
  }

  @Override
  public List<String> describe() {
    return List.of("compares numbers of " + file + " with those of " + reference.file());
  }
}
