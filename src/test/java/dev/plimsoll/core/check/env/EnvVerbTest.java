package dev.plimsoll.core.check.env;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvVerbTest {
  @TempDir Path temp;
  private final EnvVerb verb = new EnvVerb();
  private Path root;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
  }

  @Test
  void everyKeyOfOneFileStandsInTheOther() throws Exception {
    write(".env.example", "ADMIN_KEY=\nPORT=80\nDEBUG=\n");
    write(".env", "ADMIN_KEY=k9f2Lq\nPORT=81\n");
    assertThat(judge(map("example", ".env.example", "optional", "DEBUG")))
        .isEqualTo(new Outcome.Passed("2 keys, as in .env.example"));
    write(".env", "ADMIN_KEY=k9f2Lq\nPROT=81\n");
    assertThat(findings(map("example", ".env.example")))
        .containsExactly(
            ".env:2: PROT is not in .env.example. Add it there without its value, or remove it.",
            ".env.example:2: PORT is not in .env. Set it there, or name it under optional.",
            ".env.example:3: DEBUG is not in .env. Set it there, or name it under optional.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "admin-secret-123",
        "your-admin-secret-here",
        "changeme",
        "<token>",
        "xxxxxxxx",
        "${{ADMIN}}",
        "[Your key]",
        "********",
        "CHANGE_ME",
        "secret"
      })
  void aDefaultIsNoKeyOfYourOwn(String value) throws Exception {
    write(".env", "ADMIN_KEY='" + value + "'\n");
    var outcome =
        judge(map("set", "ADMIN_KEY", "defaults", List.of("admin-secret-123", "${{ADMIN}}")));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    if (!value.isEmpty() && !"secret".equals(value)) {
      assertThat(outcome.toString()).doesNotContain(value);
    }
  }

  @Test
  void aKeyOfYourOwnPasses() throws Exception {
    write(".env", "ADMIN_KEY=9fK2-qLmz81\n");
    assertThat(judge(map("set", "ADMIN_KEY"))).isEqualTo(new Outcome.Passed("ADMIN_KEY set"));
  }

  @Test
  void theValueOfTheExampleIsADefault() throws Exception {
    write(".env.example", "ADMIN_KEY=9fK2-qLmz81\nPORT=80\n");
    write(".env", "ADMIN_KEY=9fK2-qLmz81\nPORT=80\n");
    assertThat(findings(map("example", ".env.example", "set", List.of("ADMIN_KEY", "PORT"))))
        .containsExactly(
            ".env:1: ADMIN_KEY has the value of .env.example. Choose a value of your own.");
  }

  @Test
  void bothNamesOfAKeyAreUnderstood() throws Exception {
    var wanted = map("set", "ADMIN_KEY", "aliases", map("ADMIN_KEY", "API_ADMIN_KEY"));
    write(".env", "API_ADMIN_KEY=9fK2-qLmz81\n");
    assertThat(judge(wanted)).isEqualTo(new Outcome.Passed("API_ADMIN_KEY set"));
    write(".env", "ADMIN_KEY=\nAPI_ADMIN_KEY=9fK2-qLmz81\n");
    assertThat(judge(wanted)).isInstanceOf(Outcome.Passed.class);
    write(".env", "ADMIN_KEY=qqLm7261\nAPI_ADMIN_KEY=9fK2-qLmz81\n");
    assertThat(findings(wanted)).singleElement().asString().contains("and differ");
    write(".env", "OTHER=1\n");
    assertThat(findings(wanted))
        .containsExactly(".env: ADMIN_KEY or API_ADMIN_KEY is not in .env. Set it.");
  }

  @Test
  void aSettingHasAKnownValue() throws Exception {
    write(".env", "EMBED_PROVIDER=lokal\n");
    assertThat(findings(map("oneOf", map("EMBED_PROVIDER", List.of("local", "openai")))))
        .containsExactly(
            ".env:1: EMBED_PROVIDER has none of the known values. Use one of: local, openai.");
    assertThat(judge(map("oneOf", map("EMBED_PROVIDER", List.of("lokal")))))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aPathLeadsWhereItShould() throws Exception {
    write("data/audit/ops.jsonl", "{}");
    write(".env", "DUCKDB_PATH=./data/k.duckdb\nAUDIT_PATH=data/audit/ops.jsonl\n");
    assertThat(
            judge(
                map(
                    "under",
                    map("DUCKDB_PATH", "data/"),
                    "exists",
                    "AUDIT_PATH",
                    "sameFile",
                    map("AUDIT_PATH", "data/audit/ops.jsonl"))))
        .isEqualTo(
            new Outcome.Passed(
                "DUCKDB_PATH under data/; what AUDIT_PATH names exists; AUDIT_PATH is"
                    + " data/audit/ops.jsonl"));
    write(".env", "DUCKDB_PATH=data/../test/k.duckdb\nAUDIT_PATH=data/old.jsonl\n");
    assertThat(
            findings(
                map(
                    "under",
                    map("DUCKDB_PATH", "data"),
                    "exists",
                    "AUDIT_PATH",
                    "sameFile",
                    map("AUDIT_PATH", "data/audit/ops.jsonl"))))
        .containsExactly(
            ".env:1: DUCKDB_PATH does not lie under data. Correct the path.",
            ".env:2: AUDIT_PATH names nothing that exists. Correct the path.",
            ".env:2: AUDIT_PATH is not data/audit/ops.jsonl. Correct the path.");
  }

  @Test
  void aPathLeavesTheRepositoryOnlyWhereThatIsSaid() throws Exception {
    var outside = Files.createDirectory(temp.resolve("production")).toRealPath();
    write(".env", "DUCKDB_PATH=" + outside + "/k.duckdb\n");
    var under = map("DUCKDB_PATH", outside.toString());
    assertThat(lint(map("under", under))).singleElement().asString().contains("absolute: true");
    assertThat(judge(map("under", under, "absolute", true))).isInstanceOf(Outcome.Passed.class);
    Files.createSymbolicLink(root.resolve("data"), outside);
    write(".env", "DUCKDB_PATH=data/k.duckdb\n");
    assertThat(findings(map("exists", "DUCKDB_PATH")))
        .singleElement()
        .asString()
        .contains("leads out of the repository");
  }

  @Test
  void whatRefersToAnotherVariableIsNotGuessed() throws Exception {
    write(".env", "ADMIN_KEY=${ROOT_KEY}\nDB=${DATA}/k\n");
    assertThat(judge(map("set", "ADMIN_KEY"))).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge(map("exists", "DB"))).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge(map("secrets", true))).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void aTokenIsNotTooOld() throws Exception {
    write(".env", "VAULT_TOKEN=9fK2-qLmz81\nVAULT_TOKEN_ROTATED=2026-01-10\n");
    write("ops/rotations.toml", "[vault]\nrotated = \"2025-12-01\"\n");
    var byKey = map("VAULT_TOKEN", map("key", "VAULT_TOKEN_ROTATED", "atMost", "90d"));
    assertThat(judge(map("rotated", byKey)))
        .isEqualTo(new Outcome.Passed("VAULT_TOKEN rotated 59 days ago"));
    var byFile =
        map("VAULT_TOKEN", map("file", "ops/rotations.toml#vault.rotated", "atMost", "90d"));
    assertThat(findings(map("rotated", byFile)))
        .containsExactly(
            "ops/rotations.toml:2: VAULT_TOKEN was rotated 99 days ago, more than 90. Rotate it,"
                + " and write the day down there.");
    var nowhere = map("VAULT_TOKEN", map("file", "ops/none.toml#vault", "atMost", "90d"));
    assertThat(judge(map("rotated", nowhere))).isInstanceOf(Outcome.Failed.class);
    write(".env", "VAULT_TOKEN=a\nVAULT_TOKEN_ROTATED=2024-01-XX\n");
    assertThat(judge(map("rotated", byKey))).isInstanceOf(Outcome.Inconclusive.class);
    write(".env", "VAULT_TOKEN=a\nVAULT_TOKEN_ROTATED=2027-01-01\n");
    assertThat(judge(map("rotated", byKey))).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void everySecretIsNonDefaultOrItsRotationIsRecorded() throws Exception {
    write(
        ".env",
        "ADMIN_KEY=9fK2-qLmz81\n"
            + "SLACK_TOKEN=changeme\n"
            + "DB_PASSWORD=password\n"
            + "PUBLIC_KEY=\n"
            + "PORT=80\n");
    assertThat(findings(map("secrets", map("except", "PUBLIC_KEY"))))
        .containsExactly(
            ".env:2: SLACK_TOKEN is a placeholder. Choose a value of your own.",
            ".env:3: DB_PASSWORD is a placeholder. Choose a value of your own.");
    write("rotations.yaml", "SLACK_TOKEN: 2026-02-01\nDB_PASSWORD: 2026-02-01\n");
    assertThat(judge(map("secrets", map("except", "PUBLIC_KEY", "rotations", "rotations.yaml"))))
        .isInstanceOf(Outcome.Warned.class);
    write(".env", "PORT=80\n");
    assertThat(judge(map("secrets", true)))
        .as("no secret at all is not clean")
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void aFileThatIsMissingOrMalformedFails() throws Exception {
    assertThat(findings(map("set", "A")))
        .containsExactly(".env: The file .env is not there. Create it, or correct the path.");
    write(".env", "A=9fK2\nA=9fK3\n");
    assertThat(findings(map("set", "A")))
        .containsExactly(".env:2: A stands on line 1 already. Keep one of them.");
    assertThat(findings(map("example", ".env.example", "set", "A")))
        .singleElement()
        .asString()
        .contains(".env.example is not there");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(lint(map())).singleElement().asString().contains("looks at nothing");
    assertThat(lint(map("sets", "A"))).first().asString().contains("Did you mean 'set'?");
    assertThat(lint(map("rotated", map("A", map("atMost", "90d")))))
        .singleElement()
        .asString()
        .contains("where the day");
    assertThat(lint(map("rotated", map("A", map("key", "B")))))
        .first()
        .asString()
        .contains("atMost: 90d");
    assertThat(lint(map("set", "A", "file", "../.env"))).first().asString().contains("leads out");
    assertThat(lint(map("set", "A", "optional", "B"))).first().asString().contains("an example");
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }

  private Outcome judge(Object value) throws InterruptedException {
    return new Stage(root).carryOut(verb, value).outcome();
  }

  private List<String> findings(Object value) throws InterruptedException {
    return judge(value).findings().stream().map(Finding::toString).toList();
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
