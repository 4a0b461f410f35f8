package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Artifact;
import dev.plimsoll.core.model.BackupTold;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.ChainSighting;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.TagMade;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Every run and release of one log, folded entry by entry. Not thread-safe.
final class ProjectFold {
  private final Map<String, RunFold> runs = new LinkedHashMap<>();
  private final Map<String, Release> releases = new LinkedHashMap<>();
  private final List<ChainSighting> sightings = new ArrayList<>();
  private final List<BackupTold> backups = new ArrayList<>();

  /// What is kept of a release beside its runs.
  private static final class Release {
    private final List<String> runs = new ArrayList<>();
    private final Set<String> commits = new LinkedHashSet<>();
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();
    private final List<Approval> approvals = new ArrayList<>();
    private @Nullable TagMade tag;
    private ReleaseState.@Nullable Sealed sealed;
  }

  /// Takes one entry. One that this version cannot read changes nothing: whatever lets a step pass
  /// must be read to count.
  ///
  /// @return whether it could be read
  boolean take(LogEntry entry) {
    try {
      taken(entry);
      return true;
    } catch (IllegalArgumentException | NullPointerException | DateTimeException ofALaterVersion) {
      return false;
    }
  }

  private void taken(LogEntry entry) {
    var data = Payload.of(entry.data());
    var event = Event.ofWord(entry.event()).orElse(null);
    if (event == Event.RUN_OPENED) {
      opened(entry);
      return;
    }
    if (event == Event.VERIFICATION_RUN) {
      ChainLooks.sighting(entry).ifPresent(sightings::add);
    }
    if (BackupActs.tellsOf(event)) {
      backups.add(BackupActs.read(entry));
    }
    var run = data.textOrNull("run");
    if (run != null && runs.containsKey(run)) {
      var fold = runs.get(run);
      fold.take(entry);
      if (event == Event.STEP_STARTED) {
        release(fold.opening().candidate().version()).commits.add(data.binding().commit());
      }
      return;
    }
    if (event != null && data.has("release")) {
      released(event, entry, data);
    }
  }

  private void opened(LogEntry entry) {
    var fold = new RunFold(entry);
    var id = fold.snapshot().id();
    runs.put(id, fold);
    var release = release(fold.opening().candidate().version());
    release.runs.add(id);
    release.commits.add(fold.opening().candidate().bound().commit());
  }

  private void released(Event event, LogEntry entry, Payload data) {
    var release = release(data.object("release").textOr("version", ""));
    switch (event) {
      case SIGNOFF_GIVEN -> {
        var approval = RunFold.approval(entry, data);
        release.approvals.removeIf(earlier ->
            earlier.signer().id().equals(approval.signer().id())
                && earlier.role().equals(approval.role()));
        release.approvals.add(approval);
      }
      case SIGNOFF_RESCINDED ->
          release.approvals.removeIf(
              approval -> approval.signer().id().equals(data.textOr("principal", "")));
      case ARTIFACT_RECORDED ->
          release.artifacts.put(
              data.text("name"),
              new Artifact(data.text("name"), data.text("sha256"), data.longNumber("size")));
      case TAG_CREATED -> {
        var tag = data.object("tag");
        release.tag =
            new TagMade(
                tag.text("name"), tag.text("object"), tag.text("commit"), tag.flag("signed"));
      }
      case RECORD_SIGNED ->
          release.sealed =
              new ReleaseState.Sealed(
                  data.text("sha256"),
                  data.textOr("outcome", ""),
                  data.textOr("bundle", ""),
                  data.objects("foreignChains").stream().map(ChainLooks::head).toList(),
                  entry.seq());
      case EVIDENCE_ATTACHED -> bundled(release, data);
      default -> {
        // Other events do not change a release.
      }
    }
  }

  /// `record.signed` cannot name the bundle that holds it: where the bundle is kept follows.
  private static void bundled(Release release, Payload data) {
    var sealed = release.sealed;
    if (sealed != null && sealed.sha256().equals(data.textOr("record", ""))) {
      var bundle = data.object("evidence").evidence().sha256();
      release.sealed =
          new ReleaseState.Sealed(
              sealed.sha256(), sealed.outcome(), bundle, sealed.chains(), sealed.seq());
    }
  }

  private Release release(String version) {
    return releases.computeIfAbsent(version, _ -> new Release());
  }

  /// Every time that a chain of another system was found whole, oldest first.
  List<ChainSighting> sightings() {
    return List.copyOf(sightings);
  }

  List<BackupTold> backups() {
    return List.copyOf(backups);
  }

  Optional<RunState> run(String id) {
    return Optional.ofNullable(runs.get(id)).map(RunFold::snapshot);
  }

  /// Versions with at least one run, newest first.
  List<String> versions() {
    return releases.entrySet().stream()
        .filter(entry -> !entry.getValue().runs.isEmpty())
        .map(Map.Entry::getKey)
        .toList()
        .reversed();
  }

  List<RunState> runsOf(String version) {
    var release = releases.get(version);
    return release == null
        ? List.of()
        : release.runs.stream().map(runs::get).map(RunFold::snapshot).toList();
  }

  List<RunState> runsSince(Instant time, Predicate<RunState.Opening> wanted) {
    return runs.values().stream()
        .filter(run -> !run.lastOn().isBefore(time) && wanted.test(run.opening()))
        .map(RunFold::snapshot)
        .toList();
  }

  /// The release of `candidate`'s version; without runs where none was opened.
  ReleaseState release(Candidate candidate) {
    var release = releases.getOrDefault(candidate.version(), new Release());
    var commits = new LinkedHashSet<>(release.commits);
    if (release.sealed == null) {
      commits.add(candidate.bound().commit());
    }
    return new ReleaseState(
        candidate,
        commits.size(),
        release.runs.stream().map(id -> runs.get(id)).map(RunFold::snapshot).toList(),
        List.copyOf(release.artifacts.values()),
        release.approvals,
        release.tag,
        release.sealed);
  }

  /// The runs of the same checklist before this one in which a step was tried, newest first.
  List<RunState> before(String id) {
    var run = runs.get(id);
    return run == null
        ? List.of()
        : List.copyOf(runs.keySet()).reversed().stream()
            .dropWhile(other -> !other.equals(id))
            .skip(1)
            .map(runs::get)
            .filter(other -> other.opening().checklist().equals(run.opening().checklist()))
            .map(RunFold::snapshot)
            .filter(other ->
                other.steps().values().stream()
                    .flatMap(step -> step.attempts().stream())
                    .anyMatch(attempt -> attempt.ending() != null))
            .toList();
  }

  /// The newest run of a checklist in any release, for what has changed since.
  Optional<RunState> lastRun(String checklist) {
    return List.copyOf(runs.values()).reversed().stream()
        .filter(run -> run.opening().checklist().equals(checklist))
        .map(RunFold::snapshot)
        .findFirst();
  }
}
