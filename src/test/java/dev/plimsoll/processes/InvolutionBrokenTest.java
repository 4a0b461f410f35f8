package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Repositories of Involution's process with one thing broken: exactly the intended steps fail, and
/// say where.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS) // the stand-ins are shell scripts
class InvolutionBrokenTest {
  private static final String FEATURE = "feat: nodes of the moon";

  @TempDir Path folder;
  private SampleTeam team;

  @BeforeEach
  void assemble() throws Exception {
    team = GreenReleaseTest.involutionTeam(folder);
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  @Breaks({
    "involution/gates/black",
    "involution/gates/flake8",
    "involution/gates/isort",
    "involution/gates/mypy"
  })
  void gate1IsNotTidy(TestInfo test) throws Exception {
    team.write(
            "src/mess.py",
            "a=1  # not for black\n"
                + "import b  # not for isort\n"
                + "c = d  # not for flake8\n"
                + "e: f  # not for mypy\n")
        .commit(FEATURE);

    Broken.exactly(test, team);
  }

  @Test
  @Breaks(value = "involution/gates/unit", inNoLine = "unit")
  void gate2CoversOneLineTooFew(TestInfo test) throws Exception {
    team.change("tests/figures.json", "8000", "7999").commit(FEATURE);

    Broken.exactly(test, team);
    assertThat(team.said("gates", "unit")).contains("79.99%");
  }

  @Test
  @Breaks(
      value = {
        "involution/gates/services",
        "involution/gates/integration",
        "involution/gates/contract"
      },
      inNoLine = "services")
  void gates3And6HaveAFailingTestAndASickService(TestInfo test) throws Exception {
    team.docker(
            "ps.jsonl",
            "{\"Name\": \"engine\", \"Service\": \"engine\", \"State\": \"running\", \"Health\":"
                + " \"unhealthy\"}\n")
        .change(
            "tests/integration/test_integration.py",
            "cache_is_used():\n    pass",
            "cache_is_used():\n    assert False")
        .change(
            "tests/contract/test_contract.py",
            "unknown_body_is_404():\n    pass",
            "unknown_body_is_404():\n    assert False")
        .commit(FEATURE);

    Broken.exactly(test, team);
    assertThat(team.said("gates", "contract")).contains("tests/contract/test_contract.py:5");
  }

  @Test
  @Breaks(
      value = {"involution/gates/accuracy", "involution/gates/calculation-time"},
      inNoLine = "calculation-time")
  void gate4IsTooSlowAndTheNodeTooFarAway(TestInfo test) throws Exception {
    team.write("tools/benchmark.txt", "simple: 12 ms\ncomplex: 200 ms\n")
        .change("tools/calculated.json", "33.52", "33.6")
        .commit(FEATURE);

    Broken.exactly(test, team);
    assertThat(
            team.open("gates")
                .view()
                .step("calculation-time")
                .orElseThrow()
                .step()
                .rules()
                .exits()
                .waivable())
        .as("accuracy is never waived")
        .isFalse();
    assertThat(team.said("gates", "accuracy")).contains("node");
  }

  @Test
  @Breaks(
      value = {
        "involution/gates/bandit",
        "involution/gates/dependencies",
        "involution/gates/secrets"
      },
      inNoLine = "dependencies")
  void gate5FindsAHoleAWeaknessAndAKey(TestInfo test) throws Exception {
    var key = "AKIA" + "4ZQ7WJ3M" + "N5XK2B6T";
    team.change("src/engine.py", "return angle", "return angle  # not for bandit\n    return angle")
        .write("deploy/settings.ini", "[cloud]\naws_access_key_id = " + key + "\n")
        .change(
            "ops/pip-audit.json",
            "\"5.0.1\", \"vulns\": []",
            "\"5.0.1\", \"vulns\": [{\"id\": \"PYSEC-2026-1\", \"fix_versions\": [\"5.0.2\"]}]")
        .commit(FEATURE);

    Broken.exactly(test, team);
    assertThat(team.said("gates", "secrets")).contains("deploy/settings.ini:2").doesNotContain(key);
    assertThat(team.said("gates", "dependencies")).contains("PYSEC-2026-1");
  }

  @Test
  @Breaks(
      value = {"involution/candidate/content", "involution/candidate/endpoints"},
      inNoLine = {"content", "endpoints"})
  void aMinorReleaseTakesAnEndpointAway(TestInfo test) throws Exception {
    team.change("docs/openapi.json", "  \"/positions\": {\"get\": {}},\n", "")
        .commit("feat!: positions are part of the chart");

    Broken.exactly(test, team);
    assertThat(team.said("candidate", "endpoints"))
        .contains("/positions")
        .contains("docs/openapi.json");
  }

  @Test
  @Breaks(
      value = {"involution/candidate/no-echo", "involution/candidate/starts"},
      inNoLine = "starts")
  void theWorkflowOnlyEchoes(TestInfo test) throws Exception {
    team.change(
            ".github/workflows/release.yml", "- run: pytest tests", "- run: echo all tests pass")
        .change(
            ".github/workflows/release.yml", "options: [staging, production]", "options: [staging]")
        .commit(FEATURE);

    Broken.exactly(test, team);
    assertThat(team.said("candidate", "no-echo")).contains(".github/workflows/release.yml:13");
  }

  @Test
  @Breaks(
      value = {
        "involution/candidate/boxes",
        "involution/candidate/contacts",
        "involution/candidate/changelog"
      },
      inNoLine = "changelog")
  void aBoxIsOpenAContactMissingAndNothingIsWrittenDown(TestInfo test) throws Exception {
    team.change("docs/release/before.md", "- [x] Known issues", "- [ ] Known issues")
        .change(".plimsoll/project.yaml", "reach: \"12\"", "reach: \"[how to reach them]\"")
        .change("CHANGELOG.md", "## [2.4.0]", "## [2.9.0]")
        .commit(FEATURE);

    Broken.exactly(test, team);
    assertThat(team.said("candidate", "boxes")).contains("docs/release/before.md:6");
  }

  @Test
  @Breaks(value = "involution/candidate/branch", inNoLine = "branch")
  void aFeatureBranchIsNoWayToProduction(TestInfo test) throws Exception {
    team.commit(FEATURE);
    var left =
        new ProcessBuilder("git", "checkout", "-q", "-b", "feature/nodes")
            .directory(team.root().toFile())
            .start();
    assertThat(left.waitFor()).isZero();

    Broken.exactly(test, team);
    assertThat(team.said("candidate", "branch")).contains("feature/nodes");
  }

  @Test
  @Breaks(
      value = {"involution/candidate/changelog", "involution/candidate/valid"},
      inNoLine = "valid")
  void theVersionGoesBack(TestInfo test) throws Exception {
    team.change("pyproject.toml", "2.4.0", "2.3.0-rc.1")
        .change("CHANGELOG.md", "## [2.4.0]", "## [2.3.0-rc.1]")
        .commit(FEATURE);

    Broken.exactly(test, team);
    assertThat(team.said("candidate", "valid")).contains("2.3.1");
    assertThat(team.said("candidate", "changelog")).contains("CHANGELOG.md:");
  }

  @Test
  @Breaks("involution/pipeline/performance")
  void stagingIsTooSlowAndNothingAfterItRuns(TestInfo test) throws Exception {
    team.change(
            "tests/performance/test_performance.py",
            "ninety_charts_a_second():\n    pass",
            "ninety_charts_a_second():\n    assert False")
        .commit(FEATURE);
    var people = new People(team);
    people.walk("candidate");
    people.walk("gates");
    people.walk("pipeline");

    Broken.exactly(test, team);
    assertThat(team.open("pipeline").view().step("production-deployed").orElseThrow().standing())
        .isEqualTo(Standing.NOT_RUN);
  }

  @Test
  void aMajorReleaseMayTakeAnEndpointAwayOnAnyDay() throws Exception {
    team.change("pyproject.toml", "2.4.0", "3.0.0")
        .change("CHANGELOG.md", "## [2.4.0]", "## [3.0.0]")
        .change("docs/openapi.json", "  \"/positions\": {\"get\": {}},\n", "")
        .commit("feat!: positions are part of the chart");

    assertThat(new People(team).walk("candidate").view().decision().blockers()).isEmpty();
  }

  @Test
  @Breaks(
      value = {
        "involution/gates/endpoint-nodes",
        "involution/gates/endpoint-positions",
        "involution/gates/error-malformed",
        "involution/gates/error-unknown"
      },
      inNoLine = {"endpoint-nodes", "endpoint-positions", "error-malformed", "error-unknown"})
  void theCandidateAnswersOtherwiseThanDocumented(TestInfo test) throws Exception {
    team.close();
    var engine =
        new EngineService()
            .with("/nodes", 503, "{}")
            .with("/positions", 200, "{\"positions\": []}")
            .with("/positions?date=nonsense", 422, "Traceback (most recent call last)")
            .with("/no-such-route", 200, "{}");
    team = GreenReleaseTest.involutionTeam(folder.resolve("again"), engine);
    team.commit("feat: nodes of the moon");

    Broken.exactly(test, team);
    assertThat(team.said("gates", "endpoint-nodes")).contains("503");
  }
}
