package dev.plimsoll.core.check.git;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The verb `git`. What is null or empty is not looked at.
///
/// @param clean whether nothing may be uncommitted
/// @param branch which branches may be checked out, or null
/// @param tag what must be so about a tag, or null
/// @param distance how far the branch may be from the one it tracks, or null
/// @param origins hosts that `origin` may point to
/// @param mergesOnly whether the branch's own history since the last release may hold merges only
/// @param head what the checked out commit must be, or null
public record GitState(
    boolean clean,
    @Nullable BranchRule branch,
    @Nullable TagDemand tag,
    @Nullable Distance distance,
    List<String> origins,
    boolean mergesOnly,
    @Nullable Head head)
    implements Verb {
  public GitState {
    origins = List.copyOf(origins);
  }

  /// @param globs names and patterns; empty means the release branches of the project file
  public record BranchRule(List<String> globs) {
    public BranchRule {
      globs = List.copyOf(globs);
    }

    String words() {
      return globs.isEmpty() ? "a release branch" : "branch " + String.join(" or ", globs);
    }
  }

  /// @param name variables unresolved
  /// @param traits what it must be; never empty
  public record TagDemand(String name, Set<Trait> traits) {
    public TagDemand {
      traits = Set.copyOf(traits);
    }

    String words() {
      return "tag "
          + name
          + " "
          + String.join(", ", traits.stream().sorted().map(Trait::word).toList());
    }
  }

  /// What may be so about a tag.
  public enum Trait {
    ABSENT,
    PRESENT,
    ANNOTATED,
    SIGNED,
    UNMOVED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param ahead most commits that only the branch has, or null for any number
  /// @param behind most commits that only the tracked branch has, or null for any number
  public record Distance(@Nullable Integer ahead, @Nullable Integer behind) {}

  /// What the checked out commit must be.
  public enum Head {
    /// The commit that the release was opened on.
    CANDIDATE,
    /// The commit that the release's tag points at.
    TAG
  }

  @Override
  public String word() {
    return "git";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    if (clean) {
      parts.add("working tree clean");
    }
    if (branch != null) {
      parts.add(branch.words());
    }
    if (head != null) {
      parts.add(
          head == Head.TAG ? "checked out at the release's tag" : "checked out at the candidate");
    }
    if (tag != null) {
      parts.add(tag.words());
    }
    if (distance != null) {
      if (distance.ahead() != null) {
        parts.add("at most " + distance.ahead() + " ahead of the tracked branch");
      }
      if (distance.behind() != null) {
        parts.add("at most " + distance.behind() + " behind the tracked branch");
      }
    }
    if (!origins.isEmpty()) {
      parts.add("origin at " + String.join(" or ", origins));
    }
    if (mergesOnly) {
      parts.add("merges only since the last release");
    }
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    return List.of("reads the git repository: " + expected());
  }
}
