package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.Scaffold.Surroundings;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Backup sets and smoke tests that are proposed for a repository.
final class ScaffoldFindsTest {
  private static final String BACKUP = ".plimsoll/checklists/backup.yaml";
  private static final String SMOKE = ".plimsoll/checklists/smoke-tests.yaml";

  @TempDir Path folder;

  @Test
  void dataThatLiesThereIsProposedAsASetWithAWayBack() throws IOException, SQLException {
    var root = repository();
    database(root.resolve("state/app.db"));
    put(root, "audit/ops.jsonl", "{}\n");
    put(root, "data/raw/prices.csv", "a,b\n");
    var files = write(root, Wishes.NONE);

    assertThat(sets(root))
        .singleElement()
        .satisfies(set -> {
          assertThat(set.name()).isEqualTo("data");
          assertThat(set.sources().files())
              .containsExactly("data", "audit/ops.jsonl", "state/app.db");
          assertThat(set.place().to()).isEqualTo("backups");
        });
    assertThat(plan(root)).containsExactly("pre-release", "backup");
    assertThat(files.get(BACKUP))
        .startsWith(
            "# Data was found or named that no build makes again: data (folder); audit/ops.jsonl"
                + " (log); state/app.db (SQLite database).\n");
    assertThat(files.get("backups/.gitignore")).endsWith("\n*\n");
    assertThat(Scaffold.foundIn(root, Wishes.NONE))
        .containsExactly(
            "data: data (folder)",
            "data: audit/ops.jsonl (log)",
            "data: state/app.db (SQLite database)");
  }

  @Test
  void nothingIsInventedWhereNothingIsFound() throws IOException {
    var root = repository();
    put(root, "cache.db", "this is no database\n");
    put(root, "tests/fixtures/golden.jsonl", "{}\n");
    put(root, "node_modules/x/y.jsonl", "{}\n");
    put(root, "data/.gitkeep", "");
    put(root, "empty.jsonl", "");
    var files = write(root, Wishes.NONE);

    assertThat(sets(root)).isEmpty();
    assertThat(plan(root)).containsExactly("pre-release");
    assertThat(files).doesNotContainKeys(BACKUP, SMOKE, "backups/.gitignore");
    assertThat(files.get(".plimsoll/project.yaml"))
        .contains("# Nothing was found here that looks like data.");
  }

  @Test
  void theExampleWhereNothingIsFoundIsOneThatCanBeTaken() throws IOException {
    var root = repository();
    var text = write(root, Wishes.NONE).get(".plimsoll/project.yaml");
    var from = text.indexOf("# backup:");
    put(
        root,
        ".plimsoll/project.yaml",
        text.substring(0, from) + text.substring(from).replaceAll("(?m)^# ", ""));

    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
    assertThat(sets(root)).singleElement().extracting(BackupSet::name).isEqualTo("data");
  }

  @Test
  void whatIsNamedIsInTheSetToo() throws IOException {
    var root = repository();
    put(root, "var/lib/shop.bin", "x");
    var outside = Files.writeString(folder.resolve("settings.conf"), "x");
    write(root, new Wishes(List.of(root.resolve("var/lib"), outside), null));

    assertThat(sets(root).getFirst().sources().files())
        .containsExactly("var/lib", outside.toRealPath().toString().replace('\\', '/'));
  }

  @Test
  void whatIsNamedAndIsNotThereIsRefused() throws IOException {
    var root = repository();
    assertThatThrownBy(() -> write(root, new Wishes(List.of(root.resolve("dta")), null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> write(root, new Wishes(List.of(root), null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Name the files and folders in it that hold data.");
    put(root, "a[1]/x", "x");
    assertThatThrownBy(() -> write(root, new Wishes(List.of(root.resolve("a[1]")), null)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void anIgnoreFileThatIsThereStays() throws IOException {
    var root = repository();
    put(root, "audit.jsonl", "{}\n");
    put(root, "backups/.gitignore", "*.zip\n");
    assertThat(write(root, Wishes.NONE))
        .doesNotContainKey("backups/.gitignore")
        .containsKey(BACKUP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dockerfile|FROM scratch|http://localhost:8080|{url}/|status < 500",
        "Dockerfile|EXPOSE 8000/tcp|http://localhost:8000|{url}/|status < 500",
        "Dockerfile|HEALTHCHECK CMD curl -f http://localhost:9000/up"
            + "|http://localhost:8080|{url}/up|status == 200",
        "openapi.json|{\"paths\": {\"/healthz\": {}}}"
            + "|http://localhost:8080|{url}/healthz|status == 200",
      })
  void whatLooksLikeAServiceGetsSmokeTests(
      String file, String text, String url, String asked, String expected) throws IOException {
    var root = repository();
    put(root, file, text);
    assertThat(write(root, Wishes.NONE).get(SMOKE))
        .contains("url: {type: url, default: \"" + url + "\"")
        .contains("http: {url: \"" + asked + "\"")
        .contains(expected);
    assertThat(plan(root)).containsExactly("pre-release", "smoke-tests");
  }

  @Test
  void thePortOfADatabaseIsNotTakenForTheServices() throws IOException {
    var root = repository();
    put(
        root,
        "compose.yaml",
        """
        services:
          db:
            ports:
              - "5432:5432"
          api:
            ports:
              - "127.0.0.1:8090:80"
        """);
    assertThat(write(root, Wishes.NONE).get(SMOKE)).contains("\"http://localhost:8090\"");
  }

  @Test
  void aServiceThatIsNamedNeedsNoFileThatTellsIt() throws IOException {
    var root = repository();
    assertThat(write(root, new Wishes(List.of(), "https://staging.example.org/api/")).get(SMOKE))
        .contains("default: \"https://staging.example.org/api\"")
        .startsWith("# It looks like a service: its address was said.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://127.0.0.1:8093/health|http://127.0.0.1:8093|{url}/health|status == 200",
        "http://127.0.0.1:8093/healthz/|http://127.0.0.1:8093|{url}/healthz|status == 200",
        "http://127.0.0.1:8093/shop/api/health"
            + "|http://127.0.0.1:8093/shop|{url}/api/health|status == 200",
        "http://127.0.0.1:8093/mental-health|http://127.0.0.1:8093/mental-health|{url}/up"
            + "|status == 200",
        "http://health|http://health|{url}/up|status == 200",
      })
  void aServiceThatIsNamedByItsHealthPathIsAskedThere(
      String said, String url, String asked, String expected) throws IOException {
    var root = repository();
    put(root, "Dockerfile", "HEALTHCHECK CMD curl -f http://localhost:9000/up");
    assertThat(write(root, new Wishes(List.of(), said)).get(SMOKE))
        .contains("url: {type: url, default: \"" + url + "\"")
        .contains("http: {url: \"" + asked + "\"")
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8000",
        "ftp://example.org",
        "http://",
        "http://me:secret@example.org",
        "http://example.org/{x}",
        "http://example.org?key=1"
      })
  void anAddressThatIsNoneIsRefused(String address) throws IOException {
    var root = repository();
    assertThatThrownBy(() -> write(root, new Wishes(List.of(), address)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is no address of a service");
  }

  private Path repository() throws IOException {
    return Files.createDirectories(folder.resolve("shop"));
  }

  private static void put(Path root, String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void database(Path file) throws IOException, SQLException {
    Files.createDirectories(file.getParent());
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("create table orders (id integer)");
    }
  }

  private static Map<String, String> write(Path root, Wishes wishes) throws IOException {
    var files = Scaffold.files(new Surroundings(root, "main", List.of(), _ -> true, wishes));
    for (var file : files.entrySet()) {
      put(root, file.getKey(), file.getValue());
    }
    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
    return files;
  }

  private static List<BackupSet> sets(Path root) {
    return ProjectFolder.read(root, StandardVerbs.all().readers()).usable().backups();
  }

  private static List<String> plan(Path root) {
    return ProjectFolder.read(root, StandardVerbs.all().readers()).usable().plan().stream()
        .map(Project.PlanItem::checklist)
        .toList();
  }
}
