package dev.plimsoll.core;

import dev.plimsoll.core.checklist.ProjectFolder;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.release.ProposedVersion;
import dev.plimsoll.core.release.TagRule;
import dev.plimsoll.core.release.Versions;
import dev.plimsoll.core.run.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A repository with its project file and checklists, as they lie in the work tree now.
/// Thread-safe.
public final class OpenProject implements AutoCloseable {
  private final Plimsoll plimsoll;
  private final GitRepository repository;
  private volatile ProjectFolder folder;

  OpenProject(Plimsoll plimsoll, GitRepository repository) {
    this.plimsoll = plimsoll;
    this.repository = repository;
    this.folder = ProjectFolder.read(repository.root(), plimsoll.verbs().readers());
  }

  /// The work tree's top folder.
  public Path root() {
    return repository.root();
  }

  /// Reads the files again.
  public void reload() {
    folder = ProjectFolder.read(repository.root(), plimsoll.verbs().readers());
  }

  /// @throws Problem where the project file has errors; [#findings] tells them
  public Project definition() {
    return folder.usable();
  }

  /// The product's name, or the folder's where the project file has errors.
  String name() {
    var project = folder.project();
    return project == null ? String.valueOf(root().getFileName()) : project.product();
  }

  public List<Checklist> checklists() {
    return folder.checklists();
  }

  public Optional<Checklist> checklist(String id) {
    return folder.checklist(id);
  }

  /// Everything that is wrong with the files, in the order of the files.
  public List<Finding> findings() {
    return folder.findings();
  }

  public boolean hasErrors() {
    return folder.hasErrors();
  }

  public TrustQuestion trustQuestion() {
    var trust = plimsoll.trust();
    var digest = folder.digest();
    return new TrustQuestion(
        digest,
        trust.isTrusted(key(), digest),
        trust.last(key()).filter(last -> !last.equals(digest)),
        folder.describe());
  }

  /// Says yes to the files as they are now.
  ///
  /// @throws Problem where they are not the ones that `digest` names any more
  public void trust(String digest) {
    reload();
    if (!folder.digest().equals(digest)) {
      throw Problem.of(
          "Not trusted",
          "The files under .plimsoll have changed since they were shown; their digest is "
              + folder.digest()
              + ".",
          "Look at them again, then trust that digest.");
    }
    plimsoll.trust().trust(key(), digest);
  }

  /// The files as they are now, read once, for acting on them: whoever acts uses this snapshot and
  /// nothing read later.
  ///
  /// @throws Problem where files have errors, or nobody trusted exactly these
  ProjectFolder trusted() {
    var now = ProjectFolder.read(repository.root(), plimsoll.verbs().readers());
    now.usable();
    if (plimsoll.trust().isTrusted(key(), now.digest())) {
      folder = now;
      return now;
    }
    var before = plimsoll.trust().last(key()).isPresent();
    throw Problem.of(
        "Nothing was run",
        "The checklists of "
            + root()
            + " are not trusted on this machine"
            + (before ? " any more: they have changed." : "."),
        "Read what they will do, then trust them: plimsoll trust --yes " + now.digest());
  }

  /// The bench on which the author's cases are tried.
  ///
  /// @throws Problem where the files have errors, or nobody trusted exactly these
  public CaseBench cases() {
    return new CaseBench(plimsoll, this);
  }

  /// The files as last read, for looking at them.
  ProjectFolder folder() {
    return folder;
  }

  /// @throws Problem where no version can be found
  public ProposedRelease propose() {
    var proposed = ProposedVersion.find(root(), definition().rules().version());
    var candidate = candidate(proposed.version());
    return new ProposedRelease(
        proposed.version(), proposed.source(), candidate.type(), previousTag(proposed.version()));
  }

  Candidate candidate(String version) {
    var rule = definition().rules().version();
    var tags = TagRule.of(rule);
    if (!(tags.read(tags.tagFor(version)) instanceof TagRule.Reading.Release release)) {
      throw Problem.of(
          "Release not opened",
          "'"
              + version
              + "' is not a version of the scheme "
              + String.join(" or ", rule.schemes())
              + ".",
          "Give a version such as 1.4.0.");
    }
    var previous = tags.latestBefore(tagNames(), version);
    return new Candidate(
        definition().product(),
        version,
        tags.tagFor(version),
        Versions.classify(
            previous.map(TagRule.Reading.Release::version).orElse(null), release.version()),
        repository.binding());
  }

  Optional<String> previousTag(String version) {
    return TagRule.of(definition().rules().version())
        .latestBefore(tagNames(), version)
        .map(TagRule.Reading.Release::tag);
  }

  private List<String> tagNames() {
    return repository.tags().stream().map(dev.plimsoll.core.git.GitTag::name).toList();
  }

  /// Every release with at least one run, newest first.
  public List<ReleaseState> releases() {
    if (!plimsoll.hasLog(key())) {
      return List.of();
    }
    var ledger = ledger();
    ledger.refresh();
    return ledger.versions().stream()
        .map(version -> ledger.release(lastCandidate(ledger, version)))
        .toList();
  }

  private Candidate lastCandidate(Ledger ledger, String version) {
    var runs = ledger.runsOf(version);
    return runs.getLast().opening().candidate();
  }

  /// The desk of one release. Writes nothing by itself.
  ///
  /// @throws Problem for a version that the project's schemes do not know
  public ReleaseDesk release(String version) {
    candidate(version);
    return new ReleaseDesk(plimsoll, this, version);
  }

  List<InFlight> inFlight() {
    var found = new ArrayList<InFlight>();
    for (var release : releases()) {
      for (var run : release.runs()) {
        if (run.phase() == RunState.Phase.OPEN || run.phase() == RunState.Phase.PAUSED) {
          var concluded =
              run.steps().values().stream().filter(s -> !s.attempts().isEmpty()).count();
          found.add(
              new InFlight(
                  root(),
                  run.opening().candidate().product(),
                  run.opening().candidate().version(),
                  run.opening().checklist(),
                  run.phase(),
                  concluded + (concluded == 1 ? " step tried" : " steps tried"),
                  run.span().lastOn()));
        }
      }
    }
    return found;
  }

  GitRepository repository() {
    return repository;
  }

  /// What the project's log is kept under: the repository's shared folder, so that all its work
  /// trees share one log.
  public String key() {
    return repository.commonDir().toString().replace('\\', '/');
  }

  Ledger ledger() {
    return plimsoll.ledger(key());
  }

  /// The project's log as it is stored, or empty before the first run. One that is gone, although a
  /// checkpoint of it is remembered, has no entries: that is no good news.
  public Optional<StoredLog> log() {
    return plimsoll.hasLog(key()) || plimsoll.remembersLog(key())
        ? Optional.of(plimsoll.storedLog(key()))
        : Optional.empty();
  }

  /// What was walked here before.
  public PastWalks past() {
    return new PastWalks(
        plimsoll.hasLog(key()) ? Optional.of(ledger()) : Optional.empty(), plimsoll.evidence());
  }

  /// Verifies the audit chains that the project names, and any other.
  public ChainDesk chains() {
    return ChainDesk.of(plimsoll, this);
  }

  /// Takes, proves and puts back backups.
  public BackupDesk backups() {
    return new BackupDesk(plimsoll, this);
  }

  /// The desk of the project's own log: proofs, checkpoints, anchors, and the ways out of trouble.
  public LogDesk logDesk() {
    return new LogDesk(plimsoll, this);
  }

  /// Entries in the project's log; 0 before the first run.
  public long logSize() {
    return plimsoll.hasLog(key()) ? ledger().log().head().size() : 0;
  }

  @Override
  public void close() {
    repository.close();
  }
}
