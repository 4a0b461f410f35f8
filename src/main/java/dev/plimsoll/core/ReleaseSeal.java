package dev.plimsoll.core;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.checklist.ProjectFolder;
import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.model.AboutBackup;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.record.RecordSigner;
import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.core.record.Sealing;
import dev.plimsoll.core.record.SealingRequest;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunLocks;
import dev.plimsoll.core.trust.AllowedSigners;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Seals a release: takes ownership of its runs, holds it against the gate once more, and hands
/// everything to [Sealing].
final class ReleaseSeal {
  private final Plimsoll plimsoll;
  private final OpenProject project;
  private final ReleaseDesk desk;

  ReleaseSeal(Plimsoll plimsoll, OpenProject project, ReleaseDesk desk) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.desk = desk;
  }

  SealedRelease seal(List<PersonSigner> signers, Path directory) {
    var locks = new ArrayList<RunLocks.Lock>();
    try {
      for (var run : desk.state().runs()) {
        if (run.phase() == RunState.Phase.OPEN || run.phase() == RunState.Phase.PAUSED) {
          plimsoll.sessions().release(run.id());
          locks.add(plimsoll.locks().take(run.id()));
        }
      }
      return sealOwned(signers, directory);
    } finally {
      locks.forEach(RunLocks.Lock::close);
    }
  }

  private SealedRelease sealOwned(List<PersonSigner> signers, Path directory) {
    var state = desk.state();
    if (state.sealed() != null) {
      throw Problem.of(
          "Release not sealed",
          "It was sealed already; its record is " + state.sealed().sha256() + ".",
          "Export that record, or prepare the next version.");
    }
    var folder = project.trusted();
    var all = desk.cards(state, folder);
    var cards = all.stream().filter(PlanCard::applies).toList();
    var decision = new ReleaseApproval(plimsoll, project, desk).decision(state, all);
    if (!decision.isGo()) {
      var reasons =
          String.join(" ", decision.blockers().stream().map(Decision.Clause::sentence).toList());
      throw Problem.of(
          "Release not sealed", "The gate says no-go. " + reasons, "Settle these first.");
    }
    var sealing =
        new Sealing(
            project.ledger().log(),
            plimsoll.evidence(),
            allowedSigners(folder),
            plimsoll.installation().clock());
    var request =
        new SealingRequest(
            matter(state, cards),
            cards.stream().map(ReleaseSeal::walk).toList(),
            decision,
            surroundings(state),
            signers.stream().map(this::signer).toList());
    var sealed = sealing.seal(request, directory);
    project.ledger().refresh();
    return new SealedRelease(sealed.path(), sealed.sha256(), sealed.outcome().name());
  }

  private static SealingRequest.Walk walk(PlanCard card) {
    var standings = new LinkedHashMap<String, Standing>();
    for (Map.Entry<String, Judgement> entry : card.judgements().entrySet()) {
      standings.put(entry.getKey(), entry.getValue().standing());
    }
    return new SealingRequest.Walk(
        card.run().orElseThrow(),
        card.checklist(),
        Objects.requireNonNull(card.decision()),
        standings);
  }

  private SealingRequest.Matter matter(ReleaseState state, List<PlanCard> cards) {
    var definition = project.definition();
    var candidate = state.candidate();
    return new SealingRequest.Matter(
        state,
        definition,
        dev.plimsoll.core.gate.ReleaseGate.needs(definition, candidate.type()),
        new SealingRequest.Ending.Ready(),
        new SealingRequest.Lineage(
            repositoryName(),
            state.tag() == null ? "commit:" + candidate.bound().commit() : "tag:" + candidate.tag(),
            null,
            previousRecord(candidate.version()),
            chains(cards),
            rollback(cards)));
  }

  /// The newest verified backup of a set that a passing step of this release is about.
  private @Nullable RollbackPoint rollback(List<PlanCard> cards) {
    var sets = new HashSet<String>();
    for (var card : cards) {
      card.checklist()
          .steps()
          .filter(step -> step.verb() instanceof AboutBackup && isPassed(card, step.id()))
          .forEach(step -> sets.add(((AboutBackup) step.verb()).set()));
    }
    return new BackupStory(project.ledger().backups()).rollbackPoint(sets).orElse(null);
  }

  private static boolean isPassed(PlanCard card, String step) {
    var judgement = card.judgements().get(step);
    return judgement != null && judgement.standing().isPass();
  }

  /// How far audit chains of other systems went: of each the last sighting by a step of this
  /// release that stands as passed, in the order of their names.
  private List<ChainHead> chains(List<PlanCard> cards) {
    var passed = new HashSet<String>();
    for (var card : cards) {
      var run = card.run().map(RunState::id).orElse("");
      card.judgements()
          .forEach((step, judgement) -> {
            if (judgement.standing().isPass()) {
              passed.add(run + "/" + step);
            }
          });
    }
    var last = new TreeMap<String, ChainHead>();
    for (var sighting : project.ledger().sightings()) {
      if (passed.contains(sighting.run() + "/" + sighting.step())) {
        last.put(sighting.chain().name(), sighting.chain());
      }
    }
    return List.copyOf(last.values());
  }

  private String repositoryName() {
    var folder = String.valueOf(project.root().getFileName());
    return project.repository().originHost().map(host -> host + "/" + folder).orElse(folder);
  }

  private @Nullable String previousRecord(String version) {
    return project.releases().stream()
        .filter(release -> !release.candidate().version().equals(version))
        .map(ReleaseState::sealed)
        .filter(Objects::nonNull)
        .max(java.util.Comparator.comparingLong(ReleaseState.Sealed::seq))
        .map(ReleaseState.Sealed::sha256)
        .orElse(null);
  }

  private SealingRequest.Surroundings surroundings(ReleaseState state) {
    var tool = plimsoll.installation().tool();
    return new SealingRequest.Surroundings(
        new ReleaseRecord.Environment(
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"),
            System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
            List.of()),
        new ReleaseRecord.Redaction(Redactor.RULES_VERSION, masked(state), "not-planted"),
        "operator's clock",
        new ReleaseRecord.Tool(tool.name(), tool.version()));
  }

  /// How many places were masked while its runs were walked; every concluding entry tells its own.
  private long masked(ReleaseState state) {
    var runs = state.runs().stream().map(RunState::id).collect(Collectors.toSet());
    return project
        .ledger()
        .log()
        .all()
        .filter(entry -> entry.data().get("run") instanceof String run && runs.contains(run))
        .mapToLong(
            entry -> entry.data().get("masked") instanceof Number count ? count.longValue() : 0)
        .sum();
  }

  private RecordSigner signer(PersonSigner person) {
    var name =
        project
            .definition()
            .person(person.principal())
            .map(Project.Person::name)
            .orElse(person.principal());
    return new RecordSigner(person.principal(), name, person.role(), "sealed", person.signer());
  }

  private static AllowedSigners allowedSigners(ProjectFolder folder) {
    if (folder.signers() == null) {
      throw Problem.of(
          "Release not sealed",
          "The project has no file .plimsoll/allowed_signers, so nobody's signature would prove"
              + " anything.",
          "Add a line for each person who signs ('plimsoll key show' prints it), commit it, and"
              + " seal again.");
    }
    return ReleaseDesk.signers(folder);
  }
}
