package dev.plimsoll.core;

import dev.plimsoll.core.checklist.ChecklistDifference;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.ProjectFolder;
import dev.plimsoll.core.gate.Gate;
import dev.plimsoll.core.gate.ReleaseGate;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.Judgements;
import dev.plimsoll.core.run.KeptChecklists;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunOpening;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.run.RunSetting;
import dev.plimsoll.core.run.RunTools;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.core.run.Views;
import dev.plimsoll.core.trust.AllowedSigners;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One release: its checklists, the gate over them, its approvals and its seal. Every call looks at
/// the repository and the log afresh. Thread-safe; reading may take a moment, call it off the
/// window's thread.
public final class ReleaseDesk {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Plimsoll plimsoll;
  private final OpenProject project;
  private final String version;

  ReleaseDesk(Plimsoll plimsoll, OpenProject project, String version) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.version = version;
  }

  public Candidate candidate() {
    return project.candidate(version);
  }

  public ReleaseState state() {
    return state(candidate());
  }

  private ReleaseState state(Candidate candidate) {
    if (plimsoll.hasLog(project.key())) {
      var ledger = project.ledger();
      ledger.refresh();
      return ledger.release(candidate);
    }
    return new ReleaseState(candidate, 1, List.of(), List.of(), List.of(), null, null);
  }

  public ReleaseView view() {
    var state = state();
    var cards = cards(state);
    var previous = project.previousTag(version);
    var repository = project.repository();
    var commits =
        repository.commitsSince(previous.flatMap(repository::tag).orElse(null), 1).count();
    return new ReleaseView(
        state,
        cards,
        new ReleaseApproval(plimsoll, project, this).decision(state, cards),
        ReleaseGate.needs(project.definition(), state.candidate().type()),
        new ReleaseView.Repository(
            repository.head().subject(),
            commits,
            previous,
            ReleaseGate.isSolo(project.definition())));
  }

  public Decision decision() {
    var state = state();
    return new ReleaseApproval(plimsoll, project, this).decision(state, cards(state));
  }

  List<PlanCard> cards(ReleaseState state) {
    return cards(state, project.folder());
  }

  /// @param folder the project's files that are judged by
  List<PlanCard> cards(ReleaseState state, ProjectFolder folder) {
    var plan = folder.usable().plan();
    var judged = new LinkedHashMap<String, PlanCard>();
    for (var item : plan) {
      var checklist = folder.checklist(item.checklist()).orElseThrow();
      var run = state.run(checklist.id());
      var setting = setting(folder, checklist, state.candidate());
      var judgements =
          run.map(walked -> Judgements.of(setting, walked, moment(state, walked))).orElse(Map.of());
      var decision = run.isPresent() ? Gate.decide(checklist, judgements) : null;
      judged.put(
          checklist.id(),
          new PlanCard(
              checklist,
              item.isFor(state.candidate().type()),
              run,
              decision,
              judgements,
              List.of()));
    }
    return plan.stream().map(item -> waiting(item, judged)).toList();
  }

  /// The card with the titles of what it waits for: everything named in `after` that applies and is
  /// not a go.
  private static PlanCard waiting(Project.PlanItem item, Map<String, PlanCard> judged) {
    var waitsFor =
        item.after().stream()
            .map(judged::get)
            .filter(Objects::nonNull)
            .filter(PlanCard::applies)
            .filter(earlier -> earlier.decision() == null || !earlier.decision().isGo())
            .map(earlier -> earlier.checklist().title())
            .toList();
    var card = Objects.requireNonNull(judged.get(item.checklist()));
    return new PlanCard(
        card.checklist(), card.applies(), card.run(), card.decision(), card.judgements(), waitsFor);
  }

  private Judgements.Moment moment(ReleaseState state, RunState run) {
    Set<String> running = plimsoll.locks().isTaken(run.id()) ? Views.underWay(run) : Set.of();
    return new Judgements.Moment(
        state.candidate().bound(), plimsoll.installation().clock().instant(), running);
  }

  /// A run that somebody else walks, or that is over, for looking at.
  public Optional<RunView> look(String runId) {
    var state = state();
    var folder = project.folder();
    return state.runs().stream()
        .filter(run -> run.id().equals(runId))
        .findFirst()
        .flatMap(run ->
            folder
                .checklist(run.opening().checklist())
                .map(checklist ->
                    Views.readOnly(
                        setting(folder, checklist, state.candidate()), run, moment(state, run))));
  }

  /// Opens a run of a checklist, or continues the one that is open, and makes this process its
  /// owner. A run that this process owns already for the same person is handed out again, with its
  /// steps running on; close it when the person is done with it.
  ///
  /// @throws Problem where the checklists are not trusted or have errors, the run belongs to
  ///   another process, a parameter is wrong, or other checklists must be complete first
  public RunSession open(String checklistId, RunOptions options) {
    var folder = project.trusted();
    var checklist = folder.checklist(checklistId).orElseThrow(() -> unknown(checklistId, folder));
    var waitsFor = waitsFor(checklistId, folder);
    if (!waitsFor.isEmpty()) {
      throw Problem.of(
          "Run not opened",
          "\u201c" + checklist.title() + "\u201d waits for " + String.join(" and ", waitsFor) + ".",
          "Complete that first.");
    }
    var state = state();
    var last = state.run(checklistId).map(RunState::id);
    var owned = last.flatMap(plimsoll.sessions()::of);
    if (owned.isPresent() && !options.fresh() && isSamePerson(owned.get().options(), options)) {
      return owned.get();
    }
    last.ifPresent(plimsoll.sessions()::release);
    var session =
        RunOpening.open(
            setting(folder, checklist, state.candidate()),
            tools(),
            options,
            this::runId,
            removed(checklist));
    try {
      project.ledger().log().checkpoint();
    } catch (RuntimeException notSigned) {
      session.close();
      throw notSigned;
    }
    return plimsoll.sessions().keep(session);
  }

  /// What a checklist will send to which service, with the parameters of its open run or those
  /// given. Reads files only.
  ///
  /// @throws Problem where the project's files have errors, it has no such checklist, or the
  ///   checklist no such parameter; and for a value that cannot be one
  public TrafficPlan traffic(String checklistId, Map<String, String> parameters) {
    return traffic(checklistId, parameters, false);
  }

  /// As [#traffic(String, Map)], for a run that another is started in place of.
  ///
  /// @param fresh whether the parameters of an open run are left aside
  public TrafficPlan traffic(String checklistId, Map<String, String> parameters, boolean fresh) {
    var folder = project.folder();
    folder.usable();
    var checklist = folder.checklist(checklistId).orElseThrow(() -> unknown(checklistId, folder));
    var known =
        fresh
            ? Map.<String, String>of()
            : state().run(checklistId).map(run -> run.opening().parameters()).orElse(Map.of());
    return TrafficPlan.of(checklist, known, parameters);
  }

  private static Problem unknown(String checklistId, ProjectFolder folder) {
    return Problem.of(
        "Run not opened",
        "The project has no checklist " + checklistId + ".",
        Nearest.hint(checklistId, folder.checklists().stream().map(Checklist::id).toList()));
  }

  private static boolean isSamePerson(RunOptions one, RunOptions other) {
    return one.actor().equals(other.actor()) && one.origin() == other.origin();
  }

  private List<String> waitsFor(String checklistId, ProjectFolder folder) {
    return cards(state(), folder).stream()
        .filter(card -> card.checklist().id().equals(checklistId))
        .findFirst()
        .map(PlanCard::waitsFor)
        .orElse(List.of());
  }

  /// What changed in a checklist since it was last walked, for this or an earlier release; empty
  /// where nothing did, it never was, or its text of then is not kept.
  public Optional<ChecklistDifference> sinceLastRun(Checklist checklist) {
    if (!plimsoll.hasLog(project.key())) {
      return Optional.empty();
    }
    var ledger = project.ledger();
    ledger.refresh();
    return ledger
        .lastRun(checklist.id())
        .map(run -> run.opening().checklistSha256())
        .filter(digest -> !digest.equals(checklist.source().sha256()))
        .flatMap(digest -> new KeptChecklists(plimsoll.evidence()).read(checklist.id(), digest))
        .map(then -> ChecklistDifference.of(then, checklist.source()))
        .filter(difference -> !difference.isEmpty());
  }

  private List<String> removed(Checklist checklist) {
    return project
        .ledger()
        .lastRun(checklist.id())
        .map(run -> run.opening().steps())
        .map(before -> before.stream().filter(id -> checklist.step(id).isEmpty()).toList())
        .orElse(List.of());
  }

  private String runId() {
    var bytes = new byte[4];
    plimsoll.installation().random().nextBytes(bytes);
    return RUN_ID.format(plimsoll.installation().clock().instant())
        + "-"
        + HexFormat.of().formatHex(bytes);
  }

  RunTools tools() {
    return new RunTools(
        project.ledger(),
        plimsoll.evidence(),
        plimsoll.verbs(),
        plimsoll.installation().clock(),
        plimsoll.installation().environment(),
        plimsoll.locks());
  }

  private RunSetting setting(ProjectFolder folder, Checklist checklist, Candidate candidate) {
    return new RunSetting(
        folder.usable(),
        checklist,
        candidate,
        project.root(),
        this::binding,
        project.previousTag(version).orElse(null),
        new RunSetting.Rules(
            Attestation.FORM, signers(folder), () -> waitsFor(checklist.id(), folder)));
  }

  /// The trust file of the snapshot; nobody, where the project has none.
  static AllowedSigners signers(ProjectFolder folder) {
    var text = folder.signers();
    return AllowedSigners.parse(text == null ? "" : text, ".plimsoll/allowed_signers");
  }

  private Binding binding() {
    return project.repository().binding();
  }

  /// What a person who approves the release as a whole is asked to sign.
  public SignOffRequest signOffRequest(String role) {
    return new ReleaseApproval(plimsoll, project, this).request(role);
  }

  /// Signs the release as a whole. Refused where something changed since the request was made.
  public void signOff(SignOffRequest request, PersonSigner person) {
    new ReleaseApproval(plimsoll, project, this).give(request, person);
  }

  public void rescind(String principal, String reason) {
    new ReleaseApproval(plimsoll, project, this).rescind(principal, reason);
  }

  /// Seals the release: builds the record, has it signed by everybody in `signers`, writes the
  /// bundle into `directory`.
  ///
  /// @throws Problem where the gate says no-go, the tree is dirty, a signer is not in
  ///   `.plimsoll/allowed_signers`, a run is open in another window, or something cannot be
  ///   written; the release stays open then
  public SealedRelease seal(List<PersonSigner> signers, Path directory) {
    return new ReleaseSeal(plimsoll, project, this).seal(signers, directory);
  }
}
