package dev.plimsoll.core;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.checklist.CaseFiles;
import dev.plimsoll.core.checklist.ProjectFolder;
import dev.plimsoll.core.checklist.StepCase;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.release.TagRule;
import dev.plimsoll.core.release.Versions;
import dev.plimsoll.core.run.Trial;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tries the cases of a project's checklists: each in a temporary git repository of its own, with
/// the verbs that a run uses. Nothing is recorded. Programs run, so the files must be trusted as
/// before a run.
public final class CaseBench {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);

  private final Plimsoll plimsoll;
  private final Path root;
  private final ProjectFolder folder;
  private final CaseFiles cases;

  /// @throws Problem where the files have errors, or nobody trusted exactly these
  CaseBench(Plimsoll plimsoll, OpenProject project) {
    this.plimsoll = plimsoll;
    this.root = project.root();
    this.folder = project.trusted();
    this.cases = CaseFiles.read(root);
    if (!cases.digest().equals(folder.digest())) {
      throw Problem.of(
          "Nothing was tried",
          "The files under .plimsoll changed a moment ago.",
          "Look at them again, then trust them.");
    }
  }

  /// How many cases there are for these checklists.
  ///
  /// @param checklists ids; empty for all
  public long count(Set<String> checklists) {
    return cases.files().stream()
        .filter(file -> checklists.isEmpty() || checklists.contains(file.checklist()))
        .mapToLong(file -> file.cases().size())
        .sum();
  }

  /// Tries them one after another.
  ///
  /// @param tried told after each
  public void run(Set<String> checklists, Consumer<TriedCase> tried) throws InterruptedException {
    for (var file : cases.files()) {
      if (checklists.isEmpty() || checklists.contains(file.checklist())) {
        var checklist = folder.checklist(file.checklist()).orElseThrow();
        for (var stepCase : file.cases()) {
          tried.accept(tried(checklist, stepCase));
        }
      }
    }
  }

  private TriedCase tried(Checklist checklist, StepCase stepCase) throws InterruptedException {
    var installation = plimsoll.installation();
    try (var made =
        CaseFolder.make(
            stepCase, root, installation.home().resolve("cases"), installation.clock().instant())) {
      return tried(checklist, stepCase, made);
    } catch (Problem problem) {
      return new TriedCase(
          checklist.id(), stepCase, false, "NOT_TRIED", problem.where() + " " + problem.next());
    }
  }

  private TriedCase tried(Checklist checklist, StepCase stepCase, CaseFolder made)
      throws InterruptedException {
    var given = stepCase.given();
    var step = checklist.step(stepCase.step()).orElseThrow();
    var candidate = candidate(given.opening(), made.root());
    var values = values(checklist, given.opening(), candidate, made.root());
    var secrets = only(given.env(), true);
    var environment = new HashMap<>(only(plimsoll.installation().environment(), false));
    environment.putAll(only(given.env(), false));
    var all = new HashMap<>(values);
    secrets.forEach((name, value) -> all.put("secret." + name, value));
    var timeout = step.rules().pace().timeout();
    var context =
        new StepContext(
            new StepContext.Subject(folder.usable(), candidate, made.root()),
            new Variables(all),
            new StepContext.Workplace(
                made.environment(environment),
                secrets,
                plimsoll.installation().clock(),
                timeout == null ? USUAL_TIMEOUT : timeout),
            new Forgetful(),
            new NoRelease(candidate));
    var conclusion =
        new Trial(plimsoll.verbs())
            .of(
                checklist,
                step,
                context,
                name -> value(name, values, given.opening().steps()),
                given.answer() == null ? null : new Answer(given.answer(), Answer.Origin.WINDOW));
    var outcome = conclusion.outcome();
    var said =
        Stream.concat(
                Stream.of(outcome.observed()), outcome.findings().stream().map(Finding::toString))
            .collect(Collectors.joining("\n"));
    var observed = new Redactor(secrets, step.rules().redact()).redact(said);
    var wanted = stepCase.wanted();
    var finding = wanted.finding();
    var held =
        outcome.word().equals(wanted.outcome()) && (finding == null || observed.contains(finding));
    return new TriedCase(checklist.id(), stepCase, held, outcome.word(), observed);
  }

  /// The variables that the project names as secrets, or those that it does not.
  private Map<String, String> only(Map<String, String> variables, boolean secret) {
    var names = folder.usable().secrets();
    return variables.entrySet().stream()
        .filter(variable -> names.contains(variable.getKey()) == secret)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Candidate candidate(StepCase.Opening opening, Path repository) {
    var rule = folder.usable().rules().version();
    var tags = TagRule.of(rule);
    var tag = tags.tagFor(opening.version());
    try (var git = GitRepository.open(repository)) {
      return new Candidate(
          folder.usable().product(),
          opening.version(),
          tag,
          type(opening, tags, git),
          git.binding());
    }
  }

  private static ReleaseType type(StepCase.Opening opening, TagRule tags, GitRepository git) {
    if (opening.type() != null) {
      return opening.type();
    }
    if (!(tags.read(tags.tagFor(opening.version())) instanceof TagRule.Reading.Release next)) {
      return ReleaseType.MINOR; // no version of the schemes; what the case may be about
    }
    var previous = previous(tags, git, opening.version());
    return Versions.classify(
        previous.map(TagRule.Reading.Release::version).orElse(null), next.version());
  }

  private static Optional<TagRule.Reading.Release> previous(
      TagRule tags, GitRepository git, String version) {
    return tags.latestBefore(git.tags().stream().map(GitTag::name).toList(), version);
  }

  private Map<String, String> values(
      Checklist checklist, StepCase.Opening opening, Candidate candidate, Path repository) {
    var values = new HashMap<String, String>();
    for (var parameter : checklist.parameters()) {
      var said = opening.parameters().get(parameter.name());
      var value = said == null ? parameter.byDefault() : said;
      if (value == null) {
        throw missing(parameter);
      }
      values.put(parameter.name(), value);
    }
    values.put("version", candidate.version());
    values.put("tag", candidate.tag());
    values.put("product", candidate.product());
    values.put("type", candidate.type().word());
    values.put("branch", candidate.bound().branch());
    values.put("commit", candidate.bound().commit());
    try (var git = GitRepository.open(repository)) {
      var tags = TagRule.of(folder.usable().rules().version());
      values.put(
          "previousTag",
          previous(tags, git, candidate.version()).map(TagRule.Reading.Release::tag).orElse(""));
    }
    return values;
  }

  private static Problem missing(Parameter parameter) {
    return Problem.of(
        "Case not tried",
        "The checklist needs the parameter " + parameter.name() + ".",
        "Add it under given.parameters.");
  }

  private static Optional<String> value(
      String name, Map<String, String> values, Map<String, String> steps) {
    if (name.startsWith("steps.") && name.endsWith(".outcome")) {
      var step = name.substring("steps.".length(), name.length() - ".outcome".length());
      return Optional.of(steps.getOrDefault(step, "NOT_RUN"));
    }
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /// Keeps nothing.
  private static final class Forgetful implements Tap {
    @Override
    public void line(String stream, String text) {
      // nobody watches
    }

    @Override
    public Evidence keep(String name, String mediaType, InputStream bytes) throws IOException {
      var all = bytes.readAllBytes();
      return new Evidence(name, Digests.sha256Hex(all), mediaType, all.length);
    }
  }

  /// There is no release, so no action can do anything.
  private record NoRelease(Candidate candidate) implements StepContext.ReleaseAccess {
    @Override
    public String checkpoint() {
      throw Problem.of("Case not tried", "There is no log in a case.", "Test the checks only.");
    }

    @Override
    public void record(StepContext.Effect effect) {
      // nothing is recorded
    }

    @Override
    public @Nullable Path signingKey() {
      return null;
    }

    @Override
    public ReleaseState state() {
      return new ReleaseState(candidate, 1, List.of(), List.of(), List.of(), null, null);
    }
  }
}
