package dev.plimsoll.core.check.git;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.release.TagRule;
import org.jspecify.annotations.Nullable;

/// Holds the repository against rules. Reads only; nothing is fetched.
public final class GitVerb implements VerbDefinition<GitState> {
  private static final int PATHS_NAMED = 20;
  private static final int COMMITS_NAMED = 20;

  @Override
  public String word() {
    return "git";
  }

  @Override
  public Class<GitState> type() {
    return GitState.class;
  }

  @Override
  public @Nullable GitState read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(),
          "'expect' does not apply to 'git'.",
          "Say it under git, for example clean: true.");
    }
    return new GitStateReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(GitState verb, StepContext context) {
    var project = context.subject().project();
    var resolved = verb.resolved(context.variables()::resolve);
    var judgement =
        new GitJudgement(
            resolved, project.rules().releaseBranches(), context.subject().candidate());
    return Conclusion.of(
        judgement.judge(facts(resolved, context)), context.variables().resolve(verb.expected()));
  }

  private static GitFacts facts(GitState verb, StepContext context) {
    try (var repository = GitRepository.open(context.subject().root())) {
      var name = tagName(verb, context);
      return new GitFacts(
          new GitFacts.Place(repository.branch(), repository.head(), repository.isShallow()),
          verb.clean() ? repository.dirtyPaths(PATHS_NAMED) : null,
          new GitFacts.TagFacts(
              name,
              name.isEmpty() ? null : repository.tag(name).orElse(null),
              context.release().state().tag()),
          new GitFacts.Remote(
              verb.distance() == null ? null : repository.aheadBehind().orElse(null),
              verb.origins().isEmpty() ? null : repository.originHost().orElse(null)),
          verb.mergesOnly()
              ? repository.directCommitsSince(lastRelease(repository, context), COMMITS_NAMED)
              : null,
          new PastFacts(repository, context.subject().root())
              .read(verb.past(), () -> lastRelease(repository, context)));
    }
  }

  private static String tagName(GitState verb, StepContext context) {
    if (verb.tag() != null) {
      return verb.tag().name();
    }
    return verb.head() == GitState.Head.TAG ? context.subject().candidate().tag() : "";
  }

  private static @Nullable GitTag lastRelease(GitRepository repository, StepContext context) {
    var rule = TagRule.of(context.subject().project().rules().version());
    return ReleaseTags.last(repository, rule, context.subject().candidate().tag())
        .map(ReleaseTags.Last::tag)
        .orElse(null);
  }
}
