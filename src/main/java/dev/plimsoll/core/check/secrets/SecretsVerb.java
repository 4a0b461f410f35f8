package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks for credentials in tracked files and in what goes out.
public final class SecretsVerb implements VerbDefinition<Secrets> {
  @Override
  public String word() {
    return "secrets";
  }

  @Override
  public Class<Secrets> type() {
    return Secrets.class;
  }

  @Override
  public @Nullable Secrets read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' does not apply to 'secrets'.", "Accept with allow, if need be.");
    }
    return new SecretsReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(Secrets verb, StepContext context) throws InterruptedException {
    var expected = context.variables().resolve(verb.expected());
    var root = context.subject().root();
    Map<String, TreeScan.Target> targets = new LinkedHashMap<>();
    if (verb.tracked()) {
      try (var repository = GitRepository.open(root)) {
        repository
            .trackedFiles()
            .forEach(path -> targets.put(path, new TreeScan.Target(path, false)));
      }
    }
    var paths = new RepositoryPaths(root);
    for (var pattern : verb.artefacts()) {
      var wanted = context.variables().resolve(pattern);
      var found = paths.matching(wanted);
      if (found.isEmpty()) {
        return Conclusion.of(nothing(wanted), expected);
      }
      found.forEach(
          file -> targets.put(paths.shown(file), new TreeScan.Target(paths.shown(file), true)));
    }
    var except =
        verb.except().stream().map(glob -> Glob.of(context.variables().resolve(glob))).toList();
    var left =
        targets.values().stream()
            .filter(target -> except.stream().noneMatch(glob -> glob.matches(target.path())))
            .toList();
    var tally = new TreeScan(root, SecretRules.without(verb.without()), context.tap()).scan(left);
    for (var i = left.size(); i < targets.size(); i++) {
      tally.skip(Tally.Skip.LEFT_OUT);
    }
    return Conclusion.of(new SecretsJudgement(verb.allow()).judge(tally), expected);
  }

  private static Outcome nothing(String pattern) {
    return new Outcome.Failed(
        "no " + pattern,
        List.of(
            new Finding(
                Severity.ERROR,
                "No file is there under " + pattern + ".",
                null,
                "Build it first, or correct the pattern.")));
  }
}
