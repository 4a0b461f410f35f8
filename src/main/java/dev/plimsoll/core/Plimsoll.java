package dev.plimsoll.core;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.CheckpointFile;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.check.Verbs;
import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.history.EvidenceFiles;
import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.history.LogRow;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.Ledger;
import dev.plimsoll.core.run.RunLocks;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import dev.plimsoll.core.trust.Signer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The library: one home (history, evidence, keys) and the projects opened from it.
///
/// Open one per process and home; it is thread-safe. The history is opened when it is first needed,
/// so that looking at a project writes nothing.
public final class Plimsoll implements AutoCloseable {
  /// File name of the installation's log key, which signs checkpoints and nothing else.
  static final String LOG_KEY = "audit-log";

  private final Installation installation;
  private final Verbs verbs = StandardVerbs.all();
  private final TrustStore trust;
  private final RecentProjects recent;
  private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
  private final Sessions sessions = new Sessions();
  private final RunLocks locks;
  private @Nullable HistoryStore store;
  private @Nullable Signer logKey;

  private Plimsoll(Installation installation) {
    this.installation = installation;
    this.trust = new TrustStore(installation.home().resolve("trusted"), installation.clock());
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
    var repository = GitRepository.open(anywhereInside);
    try {
      if (!Files.isDirectory(repository.root().resolve(".plimsoll"))) {
        throw Problem.of(
            "Project not opened",
            repository.root() + " has no folder .plimsoll.",
            "Run 'plimsoll init' there, or let the window create one.");
      }
      var project = new OpenProject(this, repository);
      recent.opened(repository.root(), project.name());
      return project;
    } catch (RuntimeException notOpened) {
      repository.close();
      throw notOpened;
    }
  }

  /// What has been done here, for reading.
  public History history() {
    return store().history();
  }

  public Keys keys() {
    return new Keys(installation);
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

  Ledger ledger(String projectKey) {
    return ledgers.computeIfAbsent(projectKey, this::openLedger);
  }

  private Ledger openLedger(String projectKey) {
    var keeper =
        new LogKeeper(
            installation.clock(),
            logKey(),
            installation.random(),
            installation.osUser(),
            installation.tool());
    var ledger =
        new Ledger(AuditLog.open(store().log(projectKey), keeper, checkpoints(projectKey)));
    ledger.refresh();
    return ledger;
  }

  private CheckpointFile checkpoints(String projectKey) {
    var name = Digests.sha256Hex(projectKey.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return new CheckpointFile(installation.home().resolve("checkpoints").resolve(name));
  }

  /// The log of a project, as it is stored.
  StoredLog storedLog(String projectKey) {
    return new StoredLog(
        projectKey,
        store().log(projectKey),
        checkpoints(projectKey)
            .last()
            .map(signed -> Known.of(signed.checkpoint()))
            .orElse(Known.NOTHING));
  }

  /// Every log of this home.
  public List<LogRow> logs() {
    return store().logs();
  }

  private synchronized HistoryStore store() {
    var open = store;
    if (open == null) {
      open = HistoryStore.open(installation.historyFile(), HistoryStore.PATIENCE);
      store = open;
    }
    return open;
  }

  private synchronized Signer logKey() {
    var open = logKey;
    if (open == null) {
      var file = installation.keyFolder().resolve(LOG_KEY);
      if (!Files.exists(file)) {
        makeLogKey(file);
      }
      open = KeyFiles.open(file, PassphraseSource.none());
      logKey = open;
    }
    return open;
  }

  private void makeLogKey(Path file) {
    try {
      KeyFiles.create(file, "plimsoll audit log", null, installation.random());
    } catch (Problem madeMeanwhile) {
      if (!Files.exists(file)) {
        throw madeMeanwhile;
      }
    }
  }

  /// Closes what is open, runs first: they are paused where they are.
  @Override
  public synchronized void close() {
    sessions.closeAll();
    if (store != null) {
      store.close();
    }
    if (logKey != null) {
      logKey.close();
    }
  }
}
