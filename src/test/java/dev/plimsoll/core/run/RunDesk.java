package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.check.Verbs;
import dev.plimsoll.core.check.http.HttpVerb;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepWords;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A project, a log and a repository that a test turns by hand.
final class RunDesk {
  static final SeededKey ADAS_KEY = new SeededKey(3);

  final LogDesk desk = new LogDesk();
  final Path folder;
  final RunLocks locks;
  volatile Binding bound = new Binding("4be19f7a".repeat(5), "a".repeat(40), "main", false);
  Checklist.Form form =
      new Checklist.Form(
          Checklist.Category.PRE_RELEASE, Checklist.Mode.DO_CONFIRM, Checklist.Order.FREE);
  Map<String, String> environment = new HashMap<>();
  Set<String> secrets = Set.of();

  /// What runs are opened with; each is a text that the checklist declares.
  Map<String, String> parameters = Map.of();

  final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  RunDesk(Path folder) {
    this.folder = folder;
    this.locks = new RunLocks(folder.resolve("locks"));
  }

  RunSession open(Step... steps) {
    return open(false, steps);
  }

  RunSession open(boolean fresh, Step... steps) {
    return open(new Ledger(desk.open()), fresh, steps);
  }

  RunSession open(Ledger ledger, boolean fresh, Step... steps) {
    var options =
        new RunOptions(parameters, fresh, new Actor("ada@example.org", null), Answer.Origin.WINDOW);
    return RunOpening.open(
        setting(steps), tools(ledger), options, () -> "run-" + desk.lines.head().size(), List.of());
  }

  RunTools tools(Ledger ledger) {
    return new RunTools(
        ledger,
        new InMemoryEvidence(),
        Verbs.of(List.of(new Scripted.Definition(), new HttpVerb())),
        new TurnedClock(),
        environment,
        locks);
  }

  private final class TurnedClock extends Clock {
    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public java.time.Instant instant() {
      return desk.clock.instant();
    }
  }

  RunSetting setting(Step... steps) {
    var checklist =
        new Checklist(
            "pre-release",
            "Pre-release",
            form,
            parameters.keySet().stream().map(RunDesk::parameter).toList(),
            List.of(new Section("all", "All", null, null, Set.of(), List.of(steps))),
            new Checklist.Source(".plimsoll/checklists/pre-release.yaml", "0".repeat(64), ""));
    return new RunSetting(
        project(),
        checklist,
        new Candidate("demo", "1.0.0", "v1.0.0", ReleaseType.MAJOR, bound),
        folder,
        () -> bound,
        null,
        new RunSetting.Rules(
            new PlainForm(),
            AllowedSigners.parse(
                AllowedSigners.line(
                        "ada@example.org", ADAS_KEY.publicKey(), List.of("sign-off@plimsoll.dev"))
                    + "\n",
                "allowed_signers"),
            List::of));
  }

  private static Parameter parameter(String name) {
    return new Parameter(name, Parameter.Type.TEXT, null, List.of(), null);
  }

  private Project project() {
    return new Project(
        "demo",
        List.of(),
        new Project.Rules(
            new Project.VersionRule(null, List.of("semver"), "v{version}", List.of()),
            List.of(),
            Map.of(),
            new Project.Solo(true, Duration.ZERO)),
        List.of(),
        new Project.Desk(List.of(), List.of()),
        secrets,
        new Checklist.Source(".plimsoll/project.yaml", "0".repeat(64), ""));
  }

  static Step step(String id, Verb verb) {
    return step(id, verb, StepRules.USUAL);
  }

  static Step step(String id, Verb verb, StepRules rules) {
    return new Step(
        id,
        "Step " + id,
        verb,
        List.of(),
        null,
        null,
        rules,
        StepWords.NONE,
        Position.of("x.yaml"));
  }

  static Step question(String id) {
    return step(
        id,
        new Question(
            "Reviewed?", null, new Question.AnswerForm.Confirm(), Question.EvidenceDemand.NONE));
  }

  /// Keeps bytes as long as the test lasts.
  private final class InMemoryEvidence implements EvidenceStore {
    @Override
    public Evidence keep(String name, String mediaType, InputStream bytes) throws IOException {
      var all = bytes.readAllBytes();
      var digest = Digests.sha256Hex(all);
      kept.put(digest, all);
      return new Evidence(name, digest, mediaType, all.length);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
      var bytes = kept.get(sha256);
      if (bytes == null) {
        throw new NoSuchFileException(sha256);
      }
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean contains(String sha256) {
      return kept.containsKey(sha256);
    }
  }

  /// The record's form stands in another package; its digest is what matters here.
  private static final class PlainForm implements SignOffForm {
    @Override
    public String digest(SignOffContent content) {
      return Digests.sha256Hex(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] statement(SignOffContent content, Given given) {
      return (content + " " + given).getBytes(StandardCharsets.UTF_8);
    }
  }
}
