package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.git.ReleaseTags;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.TagRule;
import dev.plimsoll.core.release.ValueInFile;
import dev.plimsoll.core.release.VersionScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Holds the version under release against its scheme, the last release and the files that name it.
public final class VersionVerb implements VerbDefinition<VersionRules> {
  @Override
  public String word() {
    return "version";
  }

  @Override
  public Class<VersionRules> type() {
    return VersionRules.class;
  }

  @Override
  public @Nullable VersionRules read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'version'.", "Say it under version.");
    }
    return new VersionRulesReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(VersionRules verb, StepContext context) {
    var candidate = context.subject().candidate();
    var schemes = VersionScheme.ofWords(context.subject().project().rules().version().schemes());
    var judgement =
        new VersionJudgement(
            verb,
            schemes,
            candidate.version(),
            candidate.type(),
            LocalDate.now(context.workplace().clock()));
    return Conclusion.of(judgement.judge(facts(verb, context)), verb.expected());
  }

  private static VersionFacts facts(VersionRules verb, StepContext context) {
    var values = new ArrayList<ValueInFile>();
    var unreadable = new ArrayList<Finding>();
    for (var reference : verb.same()) {
      try {
        values.add(
            ValueInFile.read(context.subject().root(), context.variables().resolve(reference)));
      } catch (Problem missing) {
        unreadable.add(new Finding(Severity.ERROR, missing.where(), null, missing.next()));
      }
    }
    var history = verb.history();
    var looksBack =
        verb.greater()
            || verb.type() != null
            || history.tags()
            || history.derived()
            || history.content() != null;
    if (!looksBack) {
      return new VersionFacts(null, true, values, unreadable, VersionFacts.Past.UNASKED);
    }
    try (var repository = GitRepository.open(context.subject().root())) {
      var rule = TagRule.of(context.subject().project().rules().version());
      var last = ReleaseTags.last(repository, rule, context.subject().candidate().tag());
      return new VersionFacts(
          last.map(ReleaseTags.Last::version).orElse(null),
          !repository.isShallow(),
          values,
          unreadable,
          new PastReader(repository, rule, context).read(history, last.orElse(null)));
    }
  }
}
