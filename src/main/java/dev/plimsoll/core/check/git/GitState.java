package dev.plimsoll.core.check.git;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
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
/// @param past what must be so about branches, changes and commits
public record GitState(
    boolean clean,
    @Nullable BranchRule branch,
    @Nullable TagDemand tag,
    @Nullable Distance distance,
    List<String> origins,
    boolean mergesOnly,
    @Nullable Head head,
    Past past)
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
  /// @param traits what it must be; empty only where `at` is said
  /// @param at the commit that it must point at, variables unresolved, or null
  public record TagDemand(String name, Set<Trait> traits, @Nullable String at) {
    public TagDemand {
      traits = Set.copyOf(traits);
    }

    String words() {
      return "tag "
          + name
          + " "
          + String.join(", ", traits.stream().sorted().map(Trait::word).toList())
          + (at == null ? "" : (traits.isEmpty() ? "" : ", ") + "at " + at);
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

  /// @param present names and patterns of branches that must be there
  /// @param absent names and patterns of branches that must not
  /// @param together what must change together since the last release
  /// @param commits what the repository must hold
  public record Past(
      List<String> present,
      List<String> absent,
      List<Together> together,
      List<NamedCommits> commits) {
    public Past {
      present = List.copyOf(present);
      absent = List.copyOf(absent);
      together = List.copyOf(together);
      commits = List.copyOf(commits);
    }

    private List<String> words() {
      var parts = new ArrayList<String>();
      if (!present.isEmpty()) {
        parts.add("branches there: " + String.join(", ", present));
      }
      if (!absent.isEmpty()) {
        parts.add("branches gone: " + String.join(", ", absent));
      }
      together.forEach(rule -> parts.add(rule.words()));
      commits.forEach(named -> parts.add(named.words()));
      return parts;
    }
  }

  /// Where a file of one side changed since the last release, so did one of each pattern of the
  /// other.
  ///
  /// @param either whether it holds in both directions
  /// @param why for a person; may be empty
  public record Together(List<String> when, List<String> also, boolean either, String why) {
    public Together {
      when = List.copyOf(when);
      also = List.copyOf(also);
    }

    String words() {
      return String.join(", ", when)
          + (either ? " and " : " only with ")
          + String.join(", ", also)
          + (either ? " only together" : "");
    }
  }

  /// Commits that must be there.
  ///
  /// @param ids as written, variables unresolved
  /// @param file whose lines name commits, or null
  /// @param pattern of such a line; its first group is the commit
  /// @param touch patterns, each of which every one of the commits must have changed a file of
  public record NamedCommits(
      List<String> ids, @Nullable String file, String pattern, List<String> touch) {
    public NamedCommits {
      ids = List.copyOf(ids);
      touch = List.copyOf(touch);
    }

    String words() {
      var parts = new ArrayList<>(ids);
      if (file != null) {
        parts.add("those that " + file + " names");
      }
      return "commits "
          + String.join(", ", parts)
          + (touch.isEmpty() ? "" : " touching " + String.join(", ", touch));
    }
  }

  /// What the checked out commit must be.
  public enum Head {
    /// The commit that the release was opened on.
    CANDIDATE,
    /// The commit that the release's tag points at.
    TAG
  }

  /// With every `{name}` replaced in what names tags and commits.
  GitState resolved(UnaryOperator<String> resolve) {
    var demand =
        tag == null
            ? null
            : new TagDemand(
                resolve.apply(tag.name()),
                tag.traits(),
                tag.at() == null ? null : resolve.apply(tag.at()));
    var named =
        past.commits().stream()
            .map(each ->
                new NamedCommits(
                    each.ids().stream().map(resolve).toList(),
                    each.file(),
                    each.pattern(),
                    each.touch()))
            .toList();
    return new GitState(
        clean,
        branch,
        demand,
        distance,
        origins,
        mergesOnly,
        head,
        new Past(past.present(), past.absent(), past.together(), named));
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
    parts.addAll(past.words());
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    return List.of("reads the git repository: " + expected());
  }
}
