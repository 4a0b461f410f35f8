package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Repositories of AetherLink's process with one thing broken: exactly the intended steps fail, and
/// say where.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS) // the stand-ins are shell scripts
class AetherlinkBrokenTest {
  @TempDir Path folder;
  private SampleTeam team;

  @BeforeEach
  void assemble() throws Exception {
    team = GreenReleaseTest.aetherlinkTeam(folder);
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  @Breaks(
      value = {
        "aetherlink/pre-release/suite-access",
        "aetherlink/pre-release/suite-api",
        "aetherlink/pre-release/lint"
      },
      inNoLine = "suite-api")
  void oneTestFailsOneIsGoneAndALineIsDisliked(TestInfo test) throws Exception {
    team.change(
            "tests/access/test_roles.py",
            "test_nobody_without_a_key():\n    pass",
            "test_nobody_without_a_key():\n    assert False")
        .change("tests/api/test_service.py", "def test_overview():\n    pass\n", "")
        .change("src/service.py", "def health", "import os  # not for flake8\n\n\ndef health")
        .commit("feat: answers name their documents");

    Broken.exactly(test, team);
    assertThat(team.said("pre-release", "suite-access")).contains("tests/access/test_roles.py:9");
    assertThat(team.said("pre-release", "suite-api")).contains("3");
  }

  @Test
  @Breaks({
    "aetherlink/pre-release/admin-key",
    "aetherlink/pre-release/other-secrets",
    "aetherlink/pre-release/settings-complete",
    "aetherlink/pre-release/embeddings",
    "aetherlink/pre-release/database-path",
    "aetherlink/pre-release/audit-path"
  })
  void theSettingsAreThoseOfTheExampleOrOfNobody(TestInfo test) throws Exception {
    team.commit("feat: answers name their documents")
        .write(
            ".env",
            """
            ADMIN_KEY=admin-secret-123
            VIEWER_KEY=your-viewer-secret-here
            EMBED_PROVIDER=guesswork
            DUCKDB_PATH=test/knowledge.duckdb
            AUDIT_PATH=data/audit/other.jsonl
            COLOUR=blue
            """);

    Broken.exactly(test, team);
    assertThat(team.said("pre-release", "admin-key"))
        .contains(".env:1")
        .doesNotContain("admin-secret-123");
    assertThat(team.said("pre-release", "settings-complete")).contains("COLOUR");
  }

  @Test
  @Breaks(
      value = {"aetherlink/pre-release/rate-limit", "aetherlink/pre-release/health-checks"},
      inNoLine = "rate-limit")
  void theRateLimitIsAnotherAndAServiceHasNoHealthCheck(TestInfo test) throws Exception {
    team.change("src/service.py", "60/minute", "600/minute")
        .change(
            "docker-compose.yml",
            """
                healthcheck:
                  test: ["CMD", "redis-cli", "ping"]
            """,
            "")
        .commit("feat: more searches");

    Broken.exactly(test, team);
    assertThat(team.said("pre-release", "rate-limit")).contains("src/");
    assertThat(team.said("pre-release", "health-checks"))
        .contains("docker-compose.yml:")
        .contains("redis");
  }

  @Test
  @Breaks(
      value = {
        "aetherlink/pre-release/contacts",
        "aetherlink/pre-release/contacts-document",
        "aetherlink/pre-release/version-history",
        "aetherlink/pre-release/version-row"
      },
      inNoLine = "version-row")
  void contactsAndDaysAreStillPlaceholders(TestInfo test) throws Exception {
    team.change(".plimsoll/project.yaml", "name: \"Grace\"", "name: \"[Your contact]\"")
        .change("docs/RELEASE.md", "| Security | Edith |", "| Security | [Your contact] |")
        .change("docs/RELEASE.md", "2026-11-20", "2026-11-XX")
        .commit("feat: answers name their documents");

    Broken.exactly(test, team);
    assertThat(team.said("pre-release", "contacts")).contains(".plimsoll/project.yaml:");
    assertThat(team.said("pre-release", "contacts-document")).contains("docs/RELEASE.md:17");
    assertThat(team.said("pre-release", "version-history")).contains("docs/RELEASE.md:23");
  }

  @Test
  @Breaks(
      value = {
        "aetherlink/pre-release/clean",
        "aetherlink/pre-release/version",
        "aetherlink/pre-release/version-row"
      },
      inNoLine = {"clean", "version", "version-row"})
  void theVersionGoesBackAndSomethingIsNotCommitted(TestInfo test) throws Exception {
    team.change("pyproject.toml", "1.4.0", "1.2.9").write("notes.txt", "left behind");

    Broken.exactly(test, team);
    assertThat(team.said("pre-release", "clean")).contains("notes.txt");
    assertThat(team.said("pre-release", "version")).contains("1.3.0");
  }

  @Test
  @Breaks(
      value = {
        "aetherlink/daily/backup-of-tonight",
        "aetherlink/daily/figures",
        "aetherlink/daily/healthy",
        "aetherlink/upkeep/monthly-done",
        "aetherlink/upkeep/weekly-done"
      },
      inNoLine = {"backup-of-tonight", "healthy", "monthly-done", "weekly-done"})
  void nothingWasDoneForAWeekAndItShows(TestInfo test) throws Exception {
    team.commit("feat: answers name their documents");
    GreenReleaseTest.serving(
        team, "errors_total 512\nrate_limited_total 61\n", () -> Broken.exactly(test, team));
    assertThat(team.said("daily", "figures")).contains("512");
  }

  @Test
  @Breaks(
      value = {
        "aetherlink/monthly/vulnerabilities",
        "aetherlink/weekly/chunks",
        "aetherlink/weekly/database-size",
        "aetherlink/weekly/proven"
      },
      inNoLine = {"chunks", "database-size", "proven", "vulnerabilities"})
  void theDatabaseIsEmptyAndAPackageVulnerable(TestInfo test) throws Exception {
    team.write("data/knowledge.duckdb", "")
        .change(
            "ops/pip-audit.json",
            "\"5.0.1\", \"vulns\": []",
            "\"5.0.1\", \"vulns\": [{\"id\": \"PYSEC-2026-1\", \"fix_versions\": [\"5.0.2\"]}]")
        .commit("feat: answers name their documents");
    team.standIn("duckdb", "#!/bin/sh\nprintf 'count_star()\\n0\\n'\n");

    Broken.exactly(test, team);
    assertThat(team.said("monthly", "vulnerabilities")).contains("PYSEC-2026-1");
  }

  @Test
  @Breaks("aetherlink/pre-release/drift")
  void aScriptOfTheChecklistIsGone(TestInfo test) throws Exception {
    Files.delete(team.root().resolve("scripts/backup.sh"));
    team.change(
            ".plimsoll/checklists/backup.yaml",
            "backup: {set: customer-ops, force: true}\n        expect: [taken == 1, files >= 2]",
            "command: [sh, scripts/backup.sh]")
        .commit("chore: tidy up");

    Broken.exactly(test, team);
    assertThat(team.said("pre-release", "drift"))
        .contains("scripts/backup.sh")
        .contains(".plimsoll/checklists/backup.yaml:");
  }

  @Test
  @Breaks({"aetherlink/audit-chain/trail-lines", "aetherlink/audit-chain/trail-whole"})
  void aLineOfTheTrailIsNoEntry(TestInfo test) throws Exception {
    team.commit("feat: answers name their documents");
    Files.writeString(trail(), Files.readString(trail()) + "{\"seq\": 5}\n");

    assertThat(team.failures(test)).isEqualTo(SampleTeam.intended(test));
    assertThat(team.said("audit-chain", "trail-lines")).contains("data/audit/ops.jsonl:5");
    assertThat(team.said("audit-chain", "trail-whole")).contains("data/audit/ops.jsonl:5: ");
  }

  @Test
  @Breaks({"aetherlink/audit-chain/trail-verifies", "aetherlink/audit-chain/trail-whole"})
  void anEntryOfTheTrailWasAltered(TestInfo test) throws Exception {
    team.commit("feat: answers name their documents");
    Files.writeString(trail(), Files.readString(trail()).replace("login", "altered"));

    assertThat(team.failures(test)).isEqualTo(SampleTeam.intended(test));
    assertThat(team.said("audit-chain", "trail-whole"))
        .contains("data/audit/ops.jsonl:3: Entry 2 (line 3, byte ")
        .contains("A copy of the file is among the evidence");
  }

  @Test
  @Breaks({
    "aetherlink/audit-chain/trail-lines",
    "aetherlink/audit-chain/trail-verifies",
    "aetherlink/audit-chain/trail-whole"
  })
  void theTrailIsEmpty(TestInfo test) throws Exception {
    team.commit("feat: answers name their documents");
    Files.writeString(trail(), "");

    assertThat(team.failures(test)).isEqualTo(SampleTeam.intended(test));
    assertThat(team.said("audit-chain", "trail-whole")).contains("data/audit/ops.jsonl: ");
  }

  @Test
  void aTrailThatIsNotThereYetIsAWarningAsTheDocumentSays() throws Exception {
    team.commit("feat: answers name their documents");
    Files.delete(trail());
    var session = team.open("audit-chain");
    session.startAutomatic();
    session.awaitIdle();

    assertThat(session.view().steps())
        .extracting(step -> step.standing().name())
        .containsExactly("WARNED", "NOT_APPLICABLE", "NOT_APPLICABLE");
    assertThat(team.said("audit-chain", "trail-whole")).contains("data/audit/ops.jsonl: There is");
  }

  @Test
  @Breaks("aetherlink/pre-release/alarm-works")
  void theAlarmProvesNothingOnATrailThatIsDamagedAlready(TestInfo test) throws Exception {
    team.commit("feat: answers name their documents");
    Files.writeString(trail(), Files.readString(trail()).replace("login", "logon"));

    assertThat(team.failures(test)).isEqualTo(SampleTeam.intended(test));
    assertThat(team.said("pre-release", "alarm-works")).contains("data/audit/ops.jsonl: ");
  }

  @Test
  @Breaks({
    "aetherlink/daily/backup-of-tonight",
    "aetherlink/daily/figures",
    "aetherlink/daily/healthy",
    "aetherlink/daily/response-times",
    "aetherlink/daily/trail-goes-on"
  })
  void theTrailIsShorterThanWhenItWasLastSeen(TestInfo test) throws Exception {
    team.commit("feat: answers name their documents");
    var before = team.open("audit-chain");
    before.startAutomatic();
    before.awaitIdle();
    var lines = Files.readAllLines(trail());
    Files.writeString(trail(), String.join("\n", lines.subList(0, 3)) + "\n");

    assertThat(team.failures(test)).isEqualTo(SampleTeam.intended(test));
    assertThat(team.said("daily", "trail-goes-on"))
        .contains("PIN_ROLLBACK")
        .contains("data/audit/ops.jsonl:")
        .contains("1 entry is missing")
        .contains("run of audit-chain on");
  }

  private Path trail() {
    return team.root().resolve("data/audit/ops.jsonl");
  }
}
