package dev.plimsoll.core;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.CheckpointFile;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.check.Verbs;
import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.history.EvidenceFiles;
import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.history.LogRow;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.Ledger;
import dev.plimsoll.core.run.LoggedRun;
import dev.plimsoll.core.run.RunLocks;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Signer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The library: one home (history, evidence, keys) and the projects opened from it.
///
/// Open one per process and home; it is thread-safe. The history is opened when it is first needed,
/// so that looking at a project writes nothing.
public final class Plimsoll implements AutoCloseable {
  private final Installation installation;
  private final Verbs verbs = StandardVerbs.all();
  private final TrustStore trust;
  private final RecentProjects recent;
  private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
  private final Sessions sessions = new Sessions();
  private final RunLocks locks;
  private final LogKeyRing keyRing;
  private @Nullable HistoryStore store;

  private Plimsoll(Installation installation) {
    this.installation = installation;
    this.trust = new TrustStore(installation.home().resolve("trusted"), installation.clock());
    this.keyRing = new LogKeyRing(installation);
    this.locks = new RunLocks(installation.lockFolder());
    this.recent = new RecentProjects(installation.home().resolve("recent"), installation.clock());
  }

  public static Plimsoll open(Installation installation) {
    return new Plimsoll(installation);
  }

  /// The project that `anywhereInside` belongs to.
  ///
  /// @throws Problem where that is not inside a git repository, or the repository has no
  ///   `.plimsoll/`
  public OpenProject project(Path anywhereInside) {
    var project = projectToLookAt(anywhereInside);
    recent.opened(project.root(), project.name());
    return project;
  }

  /// As [#project], without remembering that it was opened: writes nothing.
  public OpenProject projectToLookAt(Path anywhereInside) {
    var repository = GitRepository.open(anywhereInside);
    try {
      if (!Files.isDirectory(repository.root().resolve(".plimsoll"))) {
        throw Problem.of(
            "Project not opened",
            repository.root() + " has no folder .plimsoll.",
            "Run 'plimsoll init' there, or let the window create one.");
      }
      return new OpenProject(this, repository);
    } catch (RuntimeException notOpened) {
      repository.close();
      throw notOpened;
    }
  }

  /// What has been done here, for reading.
  public History history() {
    return store().history();
  }

  /// A run as its project's log tells it, with what the history leaves out: every attempt and its
  /// findings. Empty where the log has none of that id.
  public Optional<RunState> logged(String projectKey, String run) {
    return LoggedRun.read(store().log(projectKey), run);
  }

  public Keys keys() {
    return new Keys(installation);
  }

  /// Who would begin a project at `anywhereInside`, with a key that they have; empty where git does
  /// not know them or there is no such key. Reads only.
  ///
  /// @throws Problem where that is in no repository
  public Optional<Newcomer> newcomer(Path anywhereInside) {
    return Newcomer.at(anywhereInside, keys());
  }

  /// This installation as a witness, and the witnesses it trusts.
  public WitnessDesk witness() {
    return new WitnessDesk(installation);
  }

  /// What an auditor at this installation saw of logs before.
  public Pins pins() {
    return new Pins(installation.home().resolve("pins"));
  }

  public List<RecentProject> recentProjects() {
    return recent.list();
  }

  public void forget(Path root) {
    recent.forget(root);
  }

  /// The runs of recently opened projects that are not finished, newest first. Projects that cannot
  /// be read are left out.
  public List<InFlight> inFlight() {
    var found = new ArrayList<InFlight>();
    for (var known : recent.list()) {
      try (var repository = GitRepository.open(known.root());
          var project = new OpenProject(this, repository)) {
        found.addAll(project.inFlight());
      } catch (Problem gone) {
        // A project that cannot be opened now says so when a person opens it.
      }
    }
    found.sort(java.util.Comparator.comparing(InFlight::lastOn).reversed());
    return List.copyOf(found);
  }

  /// What the project at `anywhereInside` offers to walk, and how that went last.
  ///
  /// @throws Problem where it cannot be opened
  public Wizards wizards(Path anywhereInside) {
    try (var repository = GitRepository.open(anywhereInside);
        var project = new OpenProject(this, repository)) {
      return Wizards.of(this, project);
    }
  }

  public Installation installation() {
    return installation;
  }

  Verbs verbs() {
    return verbs;
  }

  RunLocks locks() {
    return locks;
  }

  Sessions sessions() {
    return sessions;
  }

  TrustStore trust() {
    return trust;
  }

  public EvidenceStore evidence() {
    return new EvidenceFiles(installation.evidenceFolder());
  }

  /// Whether a log of that project exists, without making one.
  boolean hasLog(String projectKey) {
    return ledgers.containsKey(projectKey)
        || (Files.exists(installation.historyFile())
            && store().logs().stream().anyMatch(log -> log.project().equals(projectKey)));
  }

  /// Whether a checkpoint of a log of that project was signed here, be the log there or not.
  boolean remembersLog(String projectKey) {
    return checkpoints(projectKey).last().isPresent();
  }

  Ledger ledger(String projectKey) {
    return ledgers.computeIfAbsent(projectKey, this::openLedger);
  }

  private Ledger openLedger(String projectKey) {
    var lines = store().log(projectKey);
    var ledger =
        new Ledger(AuditLog.open(lines, keeper(keyRing.of(lines)), checkpoints(projectKey)));
    ledger.refresh();
    return ledger;
  }

  /// The next one to ask for the ledger of this project reads its log anew.
  void closeLedger(String projectKey) {
    ledgers.remove(projectKey);
  }

  LogKeeper keeper(Signer key) {
    return new LogKeeper(
        installation.clock(),
        key,
        installation.random(),
        installation.osUser(),
        installation.tool());
  }

  LogKeyRing keyRing() {
    return keyRing;
  }

  /// Where the last checkpoint signed for a project's log is remembered.
  CheckpointFile checkpoints(String projectKey) {
    var name = Digests.sha256Hex(projectKey.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return new CheckpointFile(installation.home().resolve("checkpoints").resolve(name));
  }

  /// The log of a project, as it is stored.
  StoredLog storedLog(String projectKey) {
    var lines = store().log(projectKey);
    return new StoredLog(projectKey, lines, remembered(projectKey, lines));
  }

  /// What this installation remembers of a project's log: the last checkpoint that it signed.
  public Known remembered(String projectKey, LogStore lines) {
    return Known.remembered(checkpoints(projectKey), lines);
  }

  /// Every log of this home.
  public List<LogRow> logs() {
    return store().logs();
  }

  synchronized HistoryStore store() {
    var open = store;
    if (open == null) {
      open = HistoryStore.open(installation.historyFile(), HistoryStore.PATIENCE);
      store = open;
    }
    return open;
  }

  /// Closes what is open, runs first: they are paused where they are.
  @Override
  public synchronized void close() {
    sessions.closeAll();
    if (store != null) {
      store.close();
    }
    keyRing.close();
  }
}
