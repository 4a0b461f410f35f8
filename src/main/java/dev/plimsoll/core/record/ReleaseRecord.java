package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.RollbackPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a release record says, member by member (docs/formats/release-record.md, "The predicate").
/// Immutable. Reading one proves nothing about it: [RecordVerification] does.
///
/// @param identity what was released, how it ended, and under which rules
/// @param runs in the order of the plan
/// @param exceptions everything that was accepted without being met; every rendering shows them
///   first
/// @param obligations what somebody still owes
/// @param signoffs approvals in force and the people who sealed
/// @param ground where and with what the record was made
public record ReleaseRecord(
    Identity identity,
    List<Run> runs,
    List<Exempted> exceptions,
    List<Obligation> obligations,
    List<Approved> signoffs,
    Ground ground) {
  /// Property: nothing was waived, deferred, or said by a person not to apply, and no step ended
  /// short of a pass.
  public static final String NO_EXCEPTIONS = "NO_EXCEPTIONS";

  /// Property: at least two distinct people signed the record's bytes.
  public static final String FOUR_EYES = "FOUR_EYES";

  /// Property: a restore of the backup that the release could go back to was proven.
  public static final String RESTORE_PROVEN = "RESTORE_PROVEN";

  public static final String SECOND_PERSON = "second-person";
  public static final String SINGLE_PERSON = "single-person";

  public ReleaseRecord {
    runs = List.copyOf(runs);
    exceptions = List.copyOf(exceptions);
    obligations = List.copyOf(obligations);
    signoffs = List.copyOf(signoffs);
  }

  /// @param properties good news that is proven here, by name; their absence says nothing bad and
  ///   proves nothing
  /// @param publication what a probe saw at the target, or null where publication was not recorded
  public record Identity(
      List<Subject> subjects,
      Release release,
      RecordOutcome outcome,
      List<String> properties,
      Policy policy,
      @Nullable Publication publication) {
    public Identity {
      subjects = List.copyOf(subjects);
      properties = List.copyOf(properties);
    }
  }

  /// @param probe what the probe read
  public record Publication(Instant probedOn, Evidence probe) {}

  /// What the statement is about.
  ///
  /// @param name an artifact's name, `git:<repository>` or `tag:<name>`
  /// @param algorithm `sha256`, `gitCommit` or `gitTag`
  /// @param digest lower-case hex
  public record Subject(String name, String algorithm, String digest) {
    public static final String SHA256 = "sha256";
    public static final String GIT_COMMIT = "gitCommit";
    public static final String GIT_TAG = "gitTag";
  }

  /// @param type `patch`, `minor`, `major` or `prerelease`
  /// @param target where it goes: `tag:v1.5.0`, or an address of what it is published to
  /// @param candidate which candidate this is, from 1
  /// @param purl package URL, or null where the product has none
  /// @param previousRecord SHA-256 of the record before this one, or null for the first
  public record Release(
      String product,
      String version,
      String type,
      String target,
      int candidate,
      @Nullable String purl,
      @Nullable String previousRecord) {}

  /// The rules the release was held against.
  ///
  /// @param project SHA-256 of the project file, which lies in the bundle
  /// @param decision `GO` or `NO-GO`, over the release as a whole
  /// @param approvals role and number of distinct people that a release of this type needs
  /// @param control [#SECOND_PERSON] or [#SINGLE_PERSON]: whether anybody but the people who ran
  ///   the steps approved
  public record Policy(
      String project, String decision, List<Reason> reasons, List<Need> approvals, String control) {
    public Policy {
      reasons = List.copyOf(reasons);
      approvals = List.copyOf(approvals);
    }
  }

  public record Need(String role, int people) {}

  /// A clause of the gate.
  ///
  /// @param weight `MET`, `EXCEPTION`, `FAILED` or `OPEN`
  /// @param step the step it is about, or null
  public record Reason(String weight, String sentence, @Nullable String step) {}

  /// @param checklist id, title and SHA-256 of its file, which lies in the bundle
  /// @param ending the gate's word, its reasons, and how the list ended
  public record Run(
      String id,
      Checklist checklist,
      Ending ending,
      Instant startedOn,
      Instant finishedOn,
      List<Step> steps) {
    public Run {
      steps = List.copyOf(steps);
    }

    public Optional<Step> step(String step) {
      return steps.stream().filter(each -> each.id().equals(step)).findFirst();
    }
  }

  public record Checklist(
      String id, String title, String sha256, List<String> stepsRemovedSinceLast) {
    public Checklist {
      stepsRemovedSinceLast = List.copyOf(stepsRemovedSinceLast);
    }
  }

  /// @param decision `GO` or `NO-GO`
  /// @param completion `COMPLETE`, `COMPLETE EXCEPT DEFERRED (n)` or `COMPLETE WITH OVERRIDES (n)`
  public record Ending(String decision, List<Reason> reasons, String completion) {
    public static final String GO = "GO";
    public static final String NO_GO = "NO-GO";

    public Ending {
      reasons = List.copyOf(reasons);
    }

    public boolean isGo() {
      return decision.equals(GO);
    }
  }

  /// @param raw outcome of the last attempt, `NOT_RUN` where there is none
  /// @param effective where the step stood when the record was sealed
  /// @param optional whether its checklist lets the release go without it
  /// @param walked who and when, or null where nobody tried it
  public record Step(
      String id,
      String title,
      String raw,
      String effective,
      boolean optional,
      Seen seen,
      @Nullable Walked walked,
      List<Attempt> attempts,
      Beside beside) {
    public Step {
      attempts = List.copyOf(attempts);
    }
  }

  public record Seen(String expected, String observed) {}

  /// @param finishedOn null where the last attempt never ended
  /// @param firstSeq first and last entry of its attempts in the log
  public record Walked(
      Actor actor, Instant startedOn, @Nullable Instant finishedOn, long firstSeq, long lastSeq) {}

  /// @param finishedOn null where the attempt never ended
  /// @param exit exit code of a program, or null where none ran
  public record Attempt(
      int number,
      String raw,
      Instant startedOn,
      @Nullable Instant finishedOn,
      @Nullable Integer exit,
      List<Evidence> evidence) {
    public Attempt {
      evidence = List.copyOf(evidence);
    }
  }

  /// What people left at a step beside its attempts.
  public record Beside(List<Evidence> attached, List<Note> notes) {
    public static final Beside NOTHING = new Beside(List.of(), List.of());

    public Beside {
      attached = List.copyOf(attached);
      notes = List.copyOf(notes);
    }
  }

  public record Note(String author, Instant writtenOn, String text) {}

  /// @param step `<checklist>/<step>`
  /// @param kind `waived`, `deferred`, `not-applicable` or `degraded`
  /// @param owner the person who answers for it
  /// @param expiresOn the last day on which it counts, in UTC, or null where it has no end
  /// @param countersignedBy the second person, or null
  public record Exempted(
      String step,
      String kind,
      String reason,
      String owner,
      @Nullable LocalDate expiresOn,
      @Nullable String countersignedBy) {}

  /// @param id `<checklist>/<step>`
  /// @param state `open` or `met`
  public record Obligation(String id, String owner, LocalDate dueOn, String state) {}

  /// @param statement SHA-256 of the signed statement `signoffs/<digest>.json`
  /// @param control [#SECOND_PERSON] where the signer ran no step of this release, else
  ///   [#SINGLE_PERSON]
  public record Approved(
      String principal,
      String printedName,
      String role,
      String meaning,
      String statement,
      Instant signedOn,
      String control) {}

  /// @param rollbackPoint the backup that the release could go back to, or null
  /// @param foreignChains how far audit chains of other systems went: what the next release's
  ///   verification holds them against
  public record Ground(
      Environment environment,
      @Nullable RollbackPoint rollbackPoint,
      LogPosition auditLog,
      List<ChainHead> foreignChains,
      Redaction redaction,
      Clockwork clock,
      Tool tool) {
    public Ground {
      foreignChains = List.copyOf(foreignChains);
    }
  }

  public record Environment(String os, String jvm, List<Tool> tools) {
    public Environment {
      tools = List.copyOf(tools);
    }
  }

  public record Tool(String name, String version) {}

  /// The log when the record was drafted: checkpoint A.
  ///
  /// @param genesis hash of entry 0
  /// @param size number of entries
  /// @param rootHash RFC 6962 root over them, lower-case hex
  /// @param head hash of the last of them
  public record LogPosition(
      String origin, String genesis, long size, String rootHash, String head) {}

  /// @param rulesVersion version of the rules that secrets were masked by
  /// @param replaced how many places were masked
  /// @param canary `absent` where a planted secret was looked for in every kept file and not found,
  ///   else `not-planted`
  public record Redaction(String rulesVersion, long replaced, String canary) {}

  /// @param source where times come from, e.g. `operator's clock`
  /// @param backwardSteps how often an entry of the log is older than the one before it
  public record Clockwork(String source, long backwardSteps) {}

  /// Every file of evidence that the record names, in order, duplicates included.
  public Stream<Evidence> evidence() {
    var publication = identity.publication();
    return Stream.concat(
        publication == null ? Stream.empty() : Stream.of(publication.probe()), stepEvidence());
  }

  private Stream<Evidence> stepEvidence() {
    return runs.stream()
        .flatMap(run -> run.steps().stream())
        .flatMap(step ->
            Stream.concat(
                step.attempts().stream().flatMap(attempt -> attempt.evidence().stream()),
                step.beside().attached().stream()));
  }

  /// The subjects that are files.
  public List<Subject> artifacts() {
    return identity.subjects().stream()
        .filter(it -> it.algorithm().equals(Subject.SHA256))
        .toList();
  }

  /// The commit it is about.
  public Optional<String> commit() {
    return identity.subjects().stream()
        .filter(it -> it.algorithm().equals(Subject.GIT_COMMIT))
        .map(Subject::digest)
        .findFirst();
  }
}
