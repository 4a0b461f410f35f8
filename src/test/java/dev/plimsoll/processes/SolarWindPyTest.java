package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.model.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The process `solarwindpy` in a repository that is ready, and in such that are not.
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the sample's programs are shell scripts")
class SolarWindPyTest {
  private static final String READINESS = "readiness";
  private static final String CLOSEOUT = "plan-closeout";
  private static final String PLAN = "plans/completed/deployment-semver-pypi-rtd/";

  @TempDir Path folder;

  @Test
  void aReadyRepositoryIsReleased() throws Exception {
    var sample = sample().build("v0.1.0");
    try (var plimsoll = sample.open();
        var project = plimsoll.project(sample.repository())) {
      var walk =
          new Walk(sample).through(project, "0.2.0", "rollback", READINESS, CLOSEOUT, "release");

      assertThat(walk.failed()).as(walk.told()).isEmpty();
      assertThat(walk.decisions())
          .isEqualTo(Map.of("rollback", true, READINESS, true, CLOSEOUT, true, "release", true));
      assertThat(project.release("0.2.0").decision().isGo()).isTrue();
    }
  }

  @Test
  @Breaks(
      value = {
        "solarwindpy/readiness/not-released",
        "solarwindpy/readiness/last-release",
        "solarwindpy/readiness/tags"
      },
      inNoLine = {"last-release", "not-released", "tags"})
  void tagsThatWereMadeByHandAreFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .before(repository -> {
              repository.git("tag", "-d", "v0.1.0");
              repository.git("tag", "v0.1.0");
              repository.git("tag", "v0.01.0");
              repository.git("tag", "v0.1.x");
            })
            .after(repository -> repository.git("tag", "v0.2.0", "HEAD^"));

    var walk = readiness(sample, "0.2.0");

    Broken.exactly(test, walk);
    assertThat(walk.findings("readiness/last-release"))
        .anyMatch(finding -> finding.message().contains("lightweight"));
    assertThat(walk.findings("readiness/not-released"))
        .anyMatch(finding -> finding.message().contains("v0.2.0"));
    assertThat(walk.findings("readiness/tags"))
        .anyMatch(finding -> finding.message().contains("v0.1.x"))
        .as("a tag on which the two rules disagree")
        .anyMatch(
            finding -> finding.message().contains("v0.01.0 is a PEP 440 version and no SemVer"))
        .noneMatch(finding -> finding.message().contains("compaction"));
  }

  @Test
  @Breaks("solarwindpy/readiness/changelog")
  void aChangelogWithoutADayIsFound(TestInfo test) throws Exception {
    var walk =
        readiness(sample().replace("CHANGELOG.md", "0.2.0] - 2026-03-01", "0.2.0] - TBD"), "0.2.0");

    Broken.exactly(test, walk);
    assertThat(walk.places("readiness/changelog")).contains("CHANGELOG.md:5");
  }

  @Test
  @Breaks(value = "solarwindpy/readiness/coverage", inNoLine = "coverage")
  void linesThatNoTestReachesAreFound(TestInfo test) throws Exception {
    var walk =
        readiness(
            sample().change("solarwindpy/fits.py", text -> text + "\n\ndef untested():\n    ...\n"),
            "0.2.0");

    Broken.exactly(test, walk);
    assertThat(walk.findings("readiness/coverage"))
        .anyMatch(finding -> finding.message().contains("fits.py"));
  }

  @Test
  @Breaks(
      value = {
        "solarwindpy/readiness/tests",
        "solarwindpy/readiness/lint",
        "solarwindpy/readiness/readiness-checker"
      },
      inNoLine = "readiness-checker")
  void testsLintAndReadinessFailOnTheirOwn(TestInfo test) throws Exception {
    var sample =
        sample()
            .replace("tests/test_fits.py", "assert True", "assert False")
            .change("solarwindpy/fits.py", text -> text + "SPACE = 1 \n")
            .with("scripts/readiness.txt", "version-ready\n");

    var walk = readiness(sample, "0.2.0");

    Broken.exactly(test, walk);
    assertThat(walk.places("readiness/tests")).contains("tests/test_fits.py:2");
  }

  @Test
  @Breaks(
      value = {
        "solarwindpy/readiness/valid",
        "solarwindpy/readiness/merges",
        "solarwindpy/readiness/clean",
        "solarwindpy/readiness/origin"
      },
      inNoLine = {"clean", "merges", "origin", "valid"})
  void aVersionThatIsNotGreaterOnATreeThatIsNotReadyIsFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .with(
                "CHANGELOG.md",
                "# Changelog\n\n## [Unreleased]\n\n## [0.0.9] - 2025-12-01\n\n- It.\n")
            .after(repository -> {
              repository.write("notes.md", "direct").commit("fix: straight to main");
              repository.write("scratch.txt", "not committed");
              repository.git("remote", "set-url", "origin", "https://git.example.org/x.git");
            });

    var walk = readiness(sample, "0.0.9");

    Broken.exactly(test, walk);
    assertThat(walk.findings("readiness/clean"))
        .anyMatch(finding -> finding.toString().contains("scratch.txt"));
  }

  @Test
  @Breaks(
      value = {
        "solarwindpy/readiness/affected",
        "solarwindpy/readiness/python",
        "solarwindpy/readiness/actions",
        "solarwindpy/readiness/gates",
        "solarwindpy/readiness/badges",
        "solarwindpy/readiness/tag-filter"
      },
      inNoLine = {"actions", "affected", "badges", "python", "tag-filter"})
  void aWorkflowThatNobodyRunsAndFilesThatDisagreeAreFound(TestInfo test) throws Exception {
    var publish = ".github/workflows/publish.yml";
    var sample =
        sample()
            .without(".github/workflows/semver-check.yml")
            .with(".github/workflow/semver-check.yml", "on: [push]\n")
            .replace(publish, "actions/checkout@v4", "actions/checkout@v2")
            .replace(publish, "python -m build", "python -m build || true")
            .replace("README.rst", "Python 3.11", "Python 3.8")
            .replace("README.rst", "pypi/v/solarwindpy", "pypi/v/wind")
            .replace("pyproject.toml", "tag_regex", "# no filter: other_");
    sample.replace("pyproject.toml", "v[0-9]+\\.[0-9]+\\.[0-9]+", "v.");

    var walk = readiness(sample, "0.2.0");

    Broken.exactly(test, walk);
    assertThat(walk.places("readiness/actions")).contains(publish);
    assertThat(walk.places("readiness/gates")).anyMatch(at -> at.startsWith(publish + ":15"));
  }

  @Test
  @Breaks(
      value = {
        "solarwindpy/readiness/dependencies",
        "solarwindpy/readiness/pins",
        "solarwindpy/readiness/no-secrets",
        "solarwindpy/readiness/branch"
      },
      inNoLine = {"branch", "dependencies"})
  void aVulnerableAnUnpinnedAndAGivenAwayThingAreFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .with("requirements.txt", "numpy==1.21.0\npandas\n")
            .with(
                "scripts/upload.sh",
                "export TWINE_PASSWORD=pypi-"
                    + "AgEIcHlwaS5vcmc"
                    + "Q7fLk2Zp9XwRt4Vn8MbYc3Hs6JdGq1Ue5TaWo0".repeat(3)
                    + "\n")
            .after(repository -> repository.git("checkout", "-q", "-b", "feature/late"));

    var walk = readiness(sample, "0.2.0");

    Broken.exactly(test, walk);
    assertThat(walk.places("readiness/no-secrets")).contains("scripts/upload.sh:1");
    assertThat(walk.places("readiness/pins")).contains("requirements.txt:2");
  }

  @Test
  @Breaks(
      value = {
        "solarwindpy/plan-closeout/rollback-documented",
        "solarwindpy/plan-closeout/rollback-rehearsed",
        "solarwindpy/plan-closeout/candidate",
        "solarwindpy/plan-closeout/archived",
        "solarwindpy/plan-closeout/branch-kept"
      },
      inNoLine = {
        "archived",
        "branch-kept",
        "candidate",
        "rollback-documented",
        "rollback-rehearsed"
      })
  void aWayBackThatNobodyWroteDownIsFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .replace("docs/RELEASE_PROCESS.md", "## Rollback", "## Other")
            .replace("plans/completed/PRESERVATION.md", "plan/deployment-semver-pypi-rtd", "main")
            .after(repository -> repository.git("branch", "-D", "plan/deployment-semver-pypi-rtd"));

    var walk = new Walk(sample.build("v0.1.0-rc1")).through("0.2.0", CLOSEOUT);

    Broken.exactly(test, walk);
    assertThat(walk.places("plan-closeout/rollback-documented"))
        .contains("docs/RELEASE_PROCESS.md");
  }

  @Test
  @Breaks(
      value = {
        "solarwindpy/plan-closeout/phases",
        "solarwindpy/plan-closeout/counts",
        "solarwindpy/plan-closeout/criteria"
      },
      inNoLine = "phases")
  void aPhaseWithoutACommitAndCountsThatDoNotAgreeAreFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .with(PLAN + "4-Plan-Closeout.md", "# Phase 4\n\n- [x] Closed\n- [ ] Told\n")
            .change(
                PLAN + "0-Overview.md",
                text -> text.replace(": `tests/test_plasma.py`", "").replace("4/4", "3/4"));

    var walk = new Walk(sample.build("v0.1.0")).through("0.2.0", "rollback", CLOSEOUT);

    Broken.exactly(test, walk);
    assertThat(walk.places("plan-closeout/criteria"))
        .anyMatch(at -> at.startsWith(PLAN + "0-Overview.md:7"));
    assertThat(walk.findings("plan-closeout/phases"))
        .anyMatch(finding -> finding.toString().contains("4-Plan-Closeout.md"));
  }

  /// Every phase of the plan as a commit of its own, which the phase's file names.
  private static void phases(TestRepository repository) {
    phase(repository, "1-Semantic-Versioning-Foundation.md", ".github/workflows/semver-check.yml");
    phase(repository, "2-PyPI-Deployment-Infrastructure.md", ".github/workflows/publish.yml");
    phase(repository, "3-Release-Automation.md", "scripts/bump_version.py");
    phase(repository, "4-Plan-Closeout.md", "plans/completed/PRESERVATION.md");
    repository.commit("plan: the commits of its phases");
  }

  private static void phase(TestRepository repository, String name, String touched) {
    try {
      var file = repository.root().resolve(touched);
      repository.write(touched, Files.readString(file) + "# " + name + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    var commit = repository.commit("plan: " + name);
    repository.write(PLAN + name, "# Phase\n\n- [x] Done\n  - Commit: `" + commit + "`\n");
  }

  @Test
  @Breaks(value = "solarwindpy/release/reproducible", inNoLine = "reproducible")
  void aBuildThatIsNeverTheSameTwiceStopsBeforeTheTag(TestInfo test) throws Exception {
    var sample = sample().build("v0.1.0");
    sample.program(
        "python",
        sample.script("python").replace("solarwindpy | gzip", "solarwindpy \"$4\" | gzip"));

    var walk = new Walk(sample).through("0.2.0", "rollback", READINESS, CLOSEOUT, "release");

    Broken.exactly(test, walk);
    assertThat(walk.standing("release/tag")).isEqualTo(Standing.NOT_RUN);
  }

  @Test
  @Breaks(value = "solarwindpy/release/installed", inNoLine = "installed")
  void anotherVersionThanTheTagSaysIsFound(TestInfo test) throws Exception {
    var sample = sample().build("v0.1.0");
    sample.program("python", sample.script("python").replace("same: True", "same: False 0.1.9;"));

    var walk = new Walk(sample).through("0.2.0", "rollback", READINESS, CLOSEOUT, "release");

    Broken.exactly(test, walk);
    assertThat(walk.standing("release/derived")).isEqualTo(Standing.PASSED);
  }

  private static Walk readiness(Sample sample, String version) throws Exception {
    return new Walk(sample.build("v0.1.0")).through(version, READINESS);
  }

  private Sample sample() {
    var sample =
        Sample.of("solarwindpy", folder)
            .past(SolarWindPyTest::phases)
            .before(repository -> {
              repository.git("branch", "plan/deployment-semver-pypi-rtd");
              repository.git("tag", "claude/compaction/2026-01-05");
            });
    sample.environment.put("PYPI_TOKEN", "pypi-for-the-sample-only");
    return sample;
  }
}
