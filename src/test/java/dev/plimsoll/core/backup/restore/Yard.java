package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.backup.Backups;
import dev.plimsoll.core.backup.Proofs;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.ProjectReader;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupSet.Around;
import dev.plimsoll.core.model.BackupSet.Engine;
import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.BackupSet.Kind;
import dev.plimsoll.core.model.BackupSet.KindRule;
import dev.plimsoll.core.model.BackupSet.Place;
import dev.plimsoll.core.model.BackupSet.Proof;
import dev.plimsoll.core.model.BackupSet.Sources;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A project with a database, a chained log and plain files, and a backup of it.
final class Yard {
  static final String PRODUCT = "demo";
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String BACKUP = "backup_20260301_120000.tar.zst";
  static final List<String> ALL =
      List.of("audit/ops.jsonl", "config/app.yaml", "config/run.sh", "data/app.db", "notes");

  final Path root;
  final Path backups;
  List<List<String>> before = new ArrayList<>();
  List<List<String>> after = new ArrayList<>();
  List<List<String>> proof = new ArrayList<>();
  List<String> sources = List.of("audit", "config", "data", "notes");
  String name = "before-release";
  Format format = Format.TAR_ZST;
  InstantSource clock = InstantSource.fixed(NOON);

  Yard(Path folder) throws IOException {
    this.root = folder.resolve("demo");
    this.backups = folder.resolve("backups");
    for (var each : List.of("audit", "config", "data", "notes")) {
      Files.createDirectories(root.resolve(each));
    }
    grow(10);
    write("config/app.yaml", "limit: 1\n");
    write("config/run.sh", "#!/bin/sh\necho old\n");
    Files.setAttribute(root.resolve("config/run.sh"), "unix:mode", 0750);
    Sqlite.make(root.resolve("data/app.db"), 100);
    engine().save(BACKUP, this, ALL);
  }

  private Yard(Path root, Path backups) {
    this.root = root;
    this.backups = backups;
  }

  /// One that is there already.
  static Yard at(Path folder) {
    return new Yard(folder.resolve("demo"), folder.resolve("backups"));
  }

  BackupSet set() {
    return new BackupSet(
        name,
        new Sources(sources, List.of(), List.of(new KindRule("**/*.jsonl", Kind.LOG)), List.of()),
        new Place(Engine.OWN, archives().toString(), "backup_{yyyyMMdd_HHmmss}", format, null),
        Keep.EVERYTHING,
        new Proof(List.of(), proof),
        new Around(before, after));
  }

  Path archives() {
    return backups.resolveSibling("archives");
  }

  List<String> files() {
    return sources;
  }

  /// The engine of every day.
  Backups own() {
    var project =
        new ProjectReader()
            .read(
                new Checklist.Source(
                    "project.yaml",
                    "",
                    "schema: plimsoll/project/v1\nproduct: demo\nplan: [release]\n"),
                new Findings());
    var chains = List.of(new AuditedChain("ops", "audit/ops.jsonl", "aetherlink"));
    return new Backups(
        set(),
        new Surroundings(
            Objects.requireNonNull(project)
                .with(new Project.Audit(chains, Recipes.builtIn().all())),
            root,
            backups.resolveSibling("scratch"),
            new Surroundings.Machine(
                clock, ZoneOffset.UTC, System.getenv(), said -> said, HashKeys.NONE),
            Proofs.NONE));
  }

  FolderEngine engine() {
    return new FolderEngine(set(), backups);
  }

  Site site() {
    return new Site(
        root,
        PRODUCT,
        new Programs(System.getenv(), said -> said),
        new Eyes(),
        InstantSource.fixed(NOON));
  }

  private static final class Eyes implements Looks {
    @Override
    public Optional<Recipe> recipe(String name) {
      return Recipes.builtIn().all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    @Override
    public HashKeys keys() {
      return HashKeys.NONE;
    }

    @Override
    public Optional<String> sqliteFault(Path database) throws IOException {
      return Sqlite.fault(database);
    }

    @Override
    public long rows(Path database, String table) throws IOException {
      return Sqlite.rows(database);
    }
  }

  /// Adds entries to the log.
  void grow(int entries) throws IOException {
    grow("step", entries);
  }

  void grow(String action, int entries) throws IOException {
    var log = root.resolve("audit/ops.jsonl");
    var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
    var prev =
        lines.isEmpty() ? "null" : lines.getLast().replaceAll(".*\"hash\":(\"[0-9a-f]+\").*", "$1");
    var text = new StringBuilder();
    for (var i = 0; i < entries; i++) {
      var rest = "\"n\":" + (lines.size() + i) + ",\"prev_hash\":" + prev + "}";
      var begin = "{\"action\":\"" + action + "\",";
      var hash = Digests.sha256Hex((begin + rest).getBytes(StandardCharsets.UTF_8));
      prev = '"' + hash + '"';
      text.append(begin).append("\"hash\":").append(prev).append(',').append(rest).append('\n');
    }
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void write(String path, String text) throws IOException {
    Files.writeString(root.resolve(path), text);
  }

  String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  /// The day after: the log has grown, the database and the configuration were changed, a file
  /// went.
  void live() throws IOException {
    grow(3);
    write("config/app.yaml", "limit: 2\n");
    write("config/new.yaml", "new: true\n");
    Files.delete(root.resolve("config/run.sh"));
    Sqlite.said(
        root.resolve("data/app.db"), "PRAGMA journal_mode=wal", "DELETE FROM t WHERE n > 7");
    write("data/app.db-wal", "what belongs to the database of now");
  }

  RestorePlan plan() throws InterruptedException {
    return plan(Choice.ALL);
  }

  RestorePlan plan(Choice choice) throws InterruptedException {
    return new Planning(site(), BackupOrigin.of(engine(), BACKUP), set().sources().files())
        .plan(choice, present());
  }

  private List<String> present() {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(each -> root.relativize(each).toString())
          .filter(each -> !each.startsWith("."))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  RestoreWork restore(RestorePlan plan, Consent consent) {
    return new RestoreWork(set(), site(), BackupOrigin.of(engine(), BACKUP), plan, consent);
  }

  /// As asked, with what is asked for typed.
  Restored restore() throws InterruptedException {
    var plan = plan();
    return restore(plan, answer(plan)).run();
  }

  static Consent answer(RestorePlan plan) {
    return switch (plan.ask()) {
      case RestorePlan.Ask.Nothing nothing -> Consent.PLAIN;
      case RestorePlan.Ask.Count(long lost) -> Consent.typed(Long.toString(lost));
      case RestorePlan.Ask.Word(String word) -> Consent.typed(word);
    };
  }

  Restored undo() throws InterruptedException {
    var origin = UndoOrigin.of(root, new UndoPoints(root).all().getFirst().number());
    var plan = new Planning(site(), origin, set().sources().files()).plan(Choice.ALL, List.of());
    return new UndoWork(set(), site(), origin, plan, answer(plan)).run();
  }

  /// Every file of the project with its bytes' digest and mode, apart from the undo folder.
  Map<String, String> state() throws IOException {
    var state = new TreeMap<String, String>();
    try (var all = Files.walk(root)) {
      for (var each : all.toList()) {
        var path = root.relativize(each).toString();
        if (path.isEmpty() || path.startsWith(UndoFolder.NAME)) {
          continue;
        }
        state.put(
            path,
            Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                ? "folder"
                : Files.isSymbolicLink(each)
                    ? "link " + Files.readSymbolicLink(each)
                    : Digests.sha256Hex(each) + " " + Present.mode(each));
      }
    }
    return state;
  }

  /// What lies in the undo folder beside undo points and its own few files.
  List<String> debris() throws IOException {
    var folder = root.resolve(UndoFolder.NAME);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.map(each -> folder.relativize(each).toString())
          .filter(each -> !each.endsWith(".lock"))
          .filter(
              each -> each.contains("new") || each.contains("journal") || each.contains("drill"))
          .toList();
    }
  }
}
