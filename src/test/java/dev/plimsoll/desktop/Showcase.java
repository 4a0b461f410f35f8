package dev.plimsoll.desktop;

import dev.plimsoll.core.Installation;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A repository as a team would have it, in a folder of its own, with a home and two people who
/// have keys: what the pages are shown and tested on. Everything in it is real and runs.
public final class Showcase {
  public static final String OPERATOR = "ops@example.org";
  public static final String APPROVER = "lead@example.org";
  public static final String VERSION = "1.5.0";

  public final Path folder;
  public final Path repository;
  private final Path home;
  private final Map<String, String> environment = new HashMap<>(System.getenv());

  private Showcase(Path folder) {
    this.folder = folder;
    this.repository = folder.resolve("customer-ops");
    this.home = folder.resolve("home");
    environment.remove("SSH_AUTH_SOCK");
    environment.put("USER", "ops");
    environment.put("HOSTNAME", "harbour");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", folder.resolve("gitconfig").toString());
    environment.put("PLIMSOLL_HOME", home.toString());
  }

  /// @param folder an empty folder
  public static Showcase in(Path folder) throws IOException {
    var showcase = new Showcase(folder.toRealPath());
    var random = new SecureRandom();
    var keys = showcase.home.resolve("keys");
    var ops = KeyFiles.create(keys.resolve("ops"), OPERATOR, null, random);
    var lead =
        KeyFiles.create(keys.resolve("lead"), APPROVER, "correct horse".toCharArray(), random);
    Files.writeString(
        showcase.folder.resolve("gitconfig"),
        "[user]\n\tname = Ops Lead\n\temail = ops@example.org\n");
    var files = new LinkedHashMap<String, String>();
    for (var name :
        List.of(
            ".plimsoll/project.yaml",
            ".plimsoll/checklists/pre-release.yaml",
            ".plimsoll/checklists/audit-chain.yaml",
            ".plimsoll/checklists/release-steps.yaml",
            ".plimsoll/checklists/smoke-tests.yaml",
            "CHANGELOG.md",
            "tests.sh",
            "lint.sh",
            "admin-key.sh",
            "healthchecks.sh")) {
      files.put(name, resource(name));
    }
    files.put(
        ".plimsoll/allowed_signers",
        AllowedSigners.line(OPERATOR, ops.publicKey(), List.of())
            + "\n"
            + AllowedSigners.line(APPROVER, lead.publicKey(), List.of())
            + "\n");
    NewRepository.create(
        showcase.repository,
        files,
        new Identity("Ops Lead", OPERATOR),
        "main",
        Instant.parse("2026-10-05T09:00:00Z"));
    showcase.git("tag", "-a", "v1.4.2", "-m", "Release v1.4.2");
    showcase.commit("app.py", "print('admin overview')\n", "Add admin overview");
    return showcase;
  }

  public void commit(String file, String text, String message) throws IOException {
    Files.writeString(repository.resolve(file), text);
    NewRepository.commitAll(
        repository,
        new Identity("Ops Lead", OPERATOR),
        message,
        Instant.parse("2026-11-02T12:30:00Z"));
  }

  private void git(String... arguments) throws IOException {
    var command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public Plimsoll open() {
    return open(Clock.systemUTC());
  }

  /// Replaces the smoke tests by ones that ask `service`, to be walked at any time, and names
  /// something to back up.
  public void smoke(SmokeService service) throws IOException {
    var project = repository.resolve(".plimsoll/project.yaml");
    Files.createDirectories(repository.resolve("data"));
    Files.writeString(repository.resolve("data/customers.csv"), "id,name\n17,Ada\n");
    Files.writeString(repository.resolve(".gitignore"), "backups/\n");
    Files.writeString(
        project,
        Files.readString(project).replace("smoke-tests, after: [release-steps]}", "smoke-tests}")
            + "secrets: [API_KEY]\n"
            + "backup:\n  sets:\n    - {name: data, files: [data/*.csv], to: backups/}\n");
    environment.put("API_KEY", SmokeService.KEY);
    commit(
        ".plimsoll/checklists/smoke-tests.yaml",
        resource("smoke/smoke-tests.yaml").replace("@URL@", service.url()),
        "Smoke tests against the running service");
  }

  /// As [#open], so many days ago.
  public Plimsoll open(int daysAgo) {
    return open(Clock.offset(Clock.systemUTC(), Duration.ofDays(-daysAgo)));
  }

  /// Walks the smoke tests for a release, as far as machines can, so many days ago.
  public void walkSmokeTests(String version, int daysAgo) throws Exception {
    try (var plimsoll = open(daysAgo);
        var project = plimsoll.project(repository)) {
      project.trust(project.trustQuestion().digest());
      try (var session = project.release(version).open("smoke-tests", options())) {
        session.startAutomatic();
        session.awaitIdle();
      }
    }
  }

  /// Leaves runs in the history that were walked on earlier days: one given up, one paused.
  public void remember() throws Exception {
    var past = Map.of("1.4.3", 40, "1.4.4", 9);
    for (var version : List.of("1.4.3", "1.4.4")) {
      var then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-past.get(version)));
      try (var plimsoll = open(then);
          var project = plimsoll.project(repository)) {
        project.trust(project.trustQuestion().digest());
        try (var session = project.release(version).open("pre-release", options())) {
          session.startAutomatic();
          session.awaitIdle();
          if (version.equals("1.4.3")) {
            session.abort("the fix for search is missing");
          }
        }
      }
    }
  }

  private Plimsoll open(Clock clock) {
    return Plimsoll.open(
        new Installation(
            home, environment, clock, new SecureRandom(), new LogKeeper.Tool("plimsoll", "0.1.0")));
  }

  public RunOptions options() {
    try (var key = operator("operator").signer()) {
      var operator = new Actor(OPERATOR, key.publicKey().fingerprint());
      return new RunOptions(Map.of(), false, operator, Answer.Origin.WINDOW);
    }
  }

  public PersonSigner operator(String role) {
    return new PersonSigner(
        OPERATOR, role, KeyFiles.open(home.resolve("keys/ops"), PassphraseSource.none()));
  }

  public PersonSigner approver(String role) {
    return new PersonSigner(
        APPROVER,
        role,
        KeyFiles.open(home.resolve("keys/lead"), _ -> "correct horse".toCharArray()));
  }

  /// Where history, evidence and keys lie.
  public Path home() {
    return home;
  }

  /// Walks the whole plan, approves and seals.
  ///
  /// @param out the folder that gets the bundle
  /// @return the bundle
  public Path release(Path out) throws Exception {
    try (var plimsoll = open();
        var project = plimsoll.project(repository)) {
      project.trust(project.trustQuestion().digest());
      var desk = project.release(VERSION);
      try (var session = desk.open("pre-release", options())) {
        walkPreRelease(session);
      }
      for (var id : List.of("audit-chain", "release-steps", "smoke-tests")) {
        try (var session = desk.open(id, options())) {
          session.startAutomatic();
          session.awaitIdle();
          if (id.equals("release-steps")) {
            session.answer("announce", new Answer("yes", Answer.Origin.WINDOW), List.of());
          }
        }
      }
      desk.signOff(desk.signOffRequest("approver"), approver("approver"));
      return desk.seal(List.of(approver("approver")), out).bundle();
    }
  }

  /// Walks the pre-release checklist to its end, with one waiver.
  public static void walkPreRelease(RunSession session) throws InterruptedException {
    session.startAutomatic();
    session.awaitIdle();
    session.answer("reviewed", new Answer("PR 214, lead", Answer.Origin.WINDOW), List.of());
    session.answer("roles", new Answer("yes", Answer.Origin.WINDOW), List.of());
    session.waive(
        "healthchecks",
        "redis image is replaced next week",
        java.time.LocalDate.now(Clock.systemUTC()).plusDays(28));
  }

  /// Gives the project a backup set, `operations`, with a database of three orders and a log of
  /// twelve entries.
  public void backups() throws Exception {
    var data = Files.createDirectories(repository.resolve("data"));
    sqlite(
        data.resolve("app.db"),
        "create table orders(id integer primary key, what text);"
            + " insert into orders(what) values ('rope'), ('tar'), ('paint')");
    var log = new StringBuilder();
    for (var entry = 1; entry <= 12; entry++) {
      log.append("{\"seq\":").append(entry).append(",\"event\":\"order\"}\n");
    }
    Files.writeString(data.resolve("ops.jsonl"), log);
    var project = repository.resolve(".plimsoll/project.yaml");
    Files.writeString(
        project,
        Files.readString(project)
            + """
            backup:
              sets:
                - name: operations
                  files: [data/app.db, data/ops.jsonl]
                  to: ../backups
                  keep: {days: 7, weekly: 4, atLeast: 3}
                  rows: [{file: data/app.db, tables: [orders]}]
            """);
  }

  /// Takes backups as on earlier days, one of them proven by a drill three days ago; the last one
  /// was taken now, and the log has gone on since.
  public void rememberBackups() throws Exception {
    var log = repository.resolve("data/ops.jsonl");
    for (var days : List.of(9, 4, 3, 1, 0)) {
      var then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-days));
      try (var plimsoll = open(then);
          var project = plimsoll.project(repository)) {
        project.trust(project.trustQuestion().digest());
        var taken =
            project.backups().take("operations", dev.plimsoll.core.BackupDesk.Taking.USUAL).run();
        if (days == 3) {
          project.backups().drill("operations", taken.act().id()).run();
        }
      }
      for (var more = 0; more < 7; more++) {
        Files.writeString(
            log,
            "{\"seq\":" + (days * 10 + more) + ",\"event\":\"order\"}\n",
            java.nio.file.StandardOpenOption.APPEND);
      }
      sqlite(
          repository.resolve("data/app.db"),
          "insert into orders(what) values (hex(randomblob(40000)))");
    }
  }

  /// What sqlite3 answers.
  public static String sqlite(Path database, String sql) throws Exception {
    var process =
        new ProcessBuilder("sqlite3", database.toString(), sql).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return said;
  }

  private static String resource(String name) {
    var path = "/showcase/" + name.replace(".plimsoll/", "plimsoll/");
    try (var stream = Objects.requireNonNull(Showcase.class.getResourceAsStream(path), path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
