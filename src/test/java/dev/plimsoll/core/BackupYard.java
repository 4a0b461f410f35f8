package dev.plimsoll.core;

import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.Consent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A trusted project with a database of SQLite, a log of lines, and a backup set over both.
public final class BackupYard implements AutoCloseable {
  /// The own engine, in a folder outside the repository.
  public static final String OWN = "to: ../backups";

  public final Sandbox sandbox;
  public final Plimsoll plimsoll;
  public final OpenProject project;

  private BackupYard(Sandbox sandbox, Plimsoll plimsoll, OpenProject project) {
    this.sandbox = sandbox;
    this.plimsoll = plimsoll;
    this.project = project;
  }

  /// @param place the lines of the set that say where to
  public static BackupYard in(Path folder, String place) throws IOException, InterruptedException {
    return in(folder, place, Map.of());
  }

  /// @param checklists by id
  public static BackupYard in(Path folder, String place, Map<String, String> checklists)
      throws IOException, InterruptedException {
    var lists = new LinkedHashMap<String, String>();
    lists.put("pre-release", PlimsollTest.PRE_RELEASE);
    lists.putAll(checklists);
    var sandbox = Sandbox.with(folder, lists);
    var file = sandbox.repository.resolve(".plimsoll/project.yaml");
    Files.writeString(
        file,
        """
        secrets: [RESTIC_KEY]
        backup:
          sets:
            - name: shop
              files: [data/app.db, data/ops.jsonl]
              kinds: {"**/*.jsonl": log}
              %s
              keep: {last: 2}
              rows: [{file: data/app.db, tables: [orders]}]
              invariants: [[test, -s, data/app.db]]
        """
            .formatted(place.replace("\n", "\n      ")),
        StandardOpenOption.APPEND);
    Files.createDirectories(sandbox.repository.resolve("data"));
    sandbox.environment.put("RESTIC_KEY", "open sesame");
    var plimsoll = sandbox.open();
    var project = plimsoll.project(sandbox.repository);
    var yard = new BackupYard(sandbox, plimsoll, project);
    yard.sqlite("CREATE TABLE orders (id INTEGER PRIMARY KEY, what TEXT)");
    yard.sqlite("INSERT INTO orders (what) VALUES ('tea'), ('milk')");
    yard.line("one");
    yard.line("two");
    if (!project.hasErrors()) {
      project.trust(project.trustQuestion().digest());
    }
    return yard;
  }

  public BackupDesk desk() {
    return project.backups();
  }

  public Path file(String path) {
    return sandbox.repository.resolve(path);
  }

  public String sqlite(String sql) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("sqlite3", file("data/app.db").toString(), sql)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(said);
    }
    return said.strip();
  }

  public void line(String text) throws IOException {
    Files.writeString(
        file("data/ops.jsonl"),
        "{\"said\":\"" + text + "\"}\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  public Acted take() throws InterruptedException {
    return desk().take("shop", BackupDesk.Taking.USUAL).run();
  }

  /// Puts the newest back, whatever entries are lost.
  public Acted restore(String typed) throws InterruptedException {
    var plan = desk().restorePlan("shop", null, Choice.ALL).run();
    return desk().restore("shop", plan, Consent.typed(typed), null).run();
  }

  @Override
  public void close() {
    project.close();
    plimsoll.close();
  }
}
