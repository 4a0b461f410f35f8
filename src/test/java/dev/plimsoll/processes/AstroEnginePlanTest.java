package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The process `astroengine-plan` in a repository that is ready, and in such that are not.
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the sample's programs are shell scripts")
class AstroEnginePlanTest {
  private static final String VERSION = "1.1.0";
  private static final String DOCUMENT = "docs/release_plan.md";
  private static final String[] ALL = {"plan", "images", "operations", "governance", "release"};

  @TempDir Path folder;

  @Test
  void aReadyRepositoryIsReleased() throws Exception {
    var sample = sample(10).build("v1.0.0");
    try (var plimsoll = sample.open();
        var project = plimsoll.project(sample.repository())) {
      var walk = new Walk(sample).through(project, VERSION, ALL);

      assertThat(walk.failed()).as(walk.told()).isEmpty();
      assertThat(walk.decisions())
          .isEqualTo(
              Map.of(
                  "plan",
                  true,
                  "images",
                  true,
                  "operations",
                  true,
                  "governance",
                  true,
                  "release",
                  true));
      assertThat(project.release(VERSION).decision().isGo()).isTrue();
    }
  }

  @Test
  @Breaks(
      value = {
        "astroengine-plan/plan/extra-names",
        "astroengine-plan/plan/extra-members",
        "astroengine-plan/plan/extras-kept",
        "astroengine-plan/plan/skyfield",
        "astroengine-plan/plan/ephemeris",
        "astroengine-plan/plan/parquet",
        "astroengine-plan/plan/cli",
        "astroengine-plan/plan/dev",
        "astroengine-plan/plan/maps"
      },
      inNoLine = {"dev", "maps", "skyfield"})
  void extrasThatAreNotWhatThePlanSaysAreFound(TestInfo test) throws Exception {
    var sample =
        sample(10)
            .replace(DOCUMENT, "| `swe` | `pyswisseph` | Ephemeris | licence |\n", "")
            .replace("pyproject.toml", "skyfield>=1.48", "skyfield>=1.49")
            .replace("datasets/ephemeris/manifest.json", "DE441", "DE440")
            .replace("tests/interop/test_schema.py", "assert True", "assert False")
            .replace("README.md", "astroengine export", "astroengine convert")
            .replace(".github/workflows/ci.yml", "ruff check .", "echo ruff")
            .replace(".github/workflows/ci.yml", "run: echo ruff", "run: echo lint");
    sample.program("pkg-config", "#!/bin/sh\necho 'Package proj was not found' >&2\nexit 1\n");

    var walk = walk(sample, "plan");

    Broken.exactly(test, walk);
    assertThat(walk.places("plan/extra-members")).contains("pyproject.toml:11");
    assertThat(walk.places("plan/parquet")).contains("tests/interop/test_schema.py:2");
    assertThat(walk.findings("plan/extras-kept"))
        .anyMatch(found -> found.message().contains("swe"));
  }

  @Test
  @Breaks(
      value = {
        "astroengine-plan/plan/header",
        "astroengine-plan/plan/documents",
        "astroengine-plan/plan/together",
        "astroengine-plan/plan/matrix-filled",
        "astroengine-plan/plan/matrix-kept"
      },
      inNoLine = {"header", "together"})
  void aMatrixThatLostARowIsFound(TestInfo test) throws Exception {
    var sample = sample(10);
    sample
        .change("pyproject.toml", _ -> sample.before("pyproject.toml"))
        .replace(DOCUMENT, "| `maps` | `shapely` | Maps | GEOS and PROJ |\n", "")
        .replace(DOCUMENT, "- **Date**: 2024-05-27", "- **Date**: TBD")
        .replace(DOCUMENT, "`docs/burndown.md`", "`docs/burnup.md`")
        .replace(
            DOCUMENT, "| `stations` | `direct` | `all` |", "| `stations` | `direct` | `base` |")
        .replace(DOCUMENT, "| `report` | `all` | `n/a` |", "| `report` |  | `n/a` |");

    var walk = walk(sample, "plan");

    Broken.exactly(test, walk);
    assertThat(walk.places("plan/documents")).contains(DOCUMENT + ":7");
    assertThat(walk.findings("plan/matrix-kept"))
        .anyMatch(found -> found.toString().startsWith(DOCUMENT + ":23"));
  }

  @Test
  @Breaks(
      value = {
        "astroengine-plan/images/runtime",
        "astroengine-plan/images/lab",
        "astroengine-plan/images/start-log",
        "astroengine-plan/images/sdist",
        "astroengine-plan/images/conda-ci",
        "astroengine-plan/images/mirror",
        "astroengine-plan/images/stub-tests"
      },
      inNoLine = {"conda-ci", "mirror", "sdist"})
  void imagesThatAreNotAsAgreedAreFound(TestInfo test) throws Exception {
    var sample =
        sample(10)
            .replace(
                "docker/runtime.Dockerfile",
                "pip install --no-cache-dir astroengine",
                "apt-get install -y libgeos-dev")
            .replace("docker/lab.Dockerfile", "python:3.11-slim", "python:3.13")
            .replace("qa/artifacts/container-start.log", "2 files verified", "checksum mismatch")
            .replace(
                "conda/meta.yaml", "https://pypi.org/packages/source", "https://example.org/source")
            .replace("conda/meta.yaml", "https://www.astro.com", "https://mirror.example.org")
            .replace("tests/test_scan.py", "assert True", "assert False")
            .change("qa/conda/results.json", text -> text.replaceFirst("success", "failure"));

    var walk = walk(sample, "images");

    Broken.exactly(test, walk);
    assertThat(walk.places("images/runtime")).contains("docker/runtime.Dockerfile:3");
    assertThat(walk.places("images/lab")).contains("docker/lab.Dockerfile:1");
  }

  @Test
  @Breaks(
      value = {
        "astroengine-plan/operations/logs",
        "astroengine-plan/operations/metrics",
        "astroengine-plan/operations/tracing",
        "astroengine-plan/operations/alert-silence",
        "astroengine-plan/operations/alert-checksum"
      },
      inNoLine = {"alert-checksum", "tracing"})
  void aServiceThatNobodyCanWatchIsFound(TestInfo test) throws Exception {
    var sample =
        sample(10)
            .change(
                "qa/artifacts/sample-log.jsonl",
                text -> text.replaceFirst("\"dataset_urn\"", "\"dataset\""))
            .replace("qa/artifacts/metrics.txt", ",profile_id=\"base\"", "")
            .replace("ops/otel.env", "service.name=astroengine", "service.name=engine")
            .replace("ops/alerts.yml", "[7d]", "[1d]")
            .replace("ops/alerts.yml", "DatasetChecksumMismatch", "DatasetGone");

    var walk = walk(sample, "operations");

    Broken.exactly(test, walk);
    assertThat(walk.places("operations/logs")).contains("qa/artifacts/sample-log.jsonl:1");
  }

  @Test
  @Breaks({
    "astroengine-plan/operations/personal-data",
    "astroengine-plan/operations/oidc",
    "astroengine-plan/operations/vault-age"
  })
  void aNameThatLeavesAndATokenThatStaysAreFound(TestInfo test) throws Exception {
    var sample =
        sample(91)
            .replace("qa/artifacts/exports/stations.ics", "Direct again", "For Margaret Hamilton")
            .change(
                ".github/workflows/release.yml",
                text -> text + "        with: {password: \"${{ secrets.PYPI_TOKEN }}\"}\n");

    var walk = walk(sample, "operations");

    Broken.exactly(test, walk);
    assertThat(walk.places("operations/personal-data"))
        .anyMatch(at -> at.startsWith("qa/artifacts/exports/stations.ics:9"));
    assertThat(walk.places("operations/oidc")).contains(".github/workflows/release.yml:11");
    assertThat(walk.told()).doesNotContain("hvs.for-the-sample-only").doesNotContain("Hamilton");
  }

  @Test
  @Breaks({"astroengine-plan/governance/swiss-ephemeris", "astroengine-plan/governance/audits"})
  void aLicenceThatNobodyLookedAtIsFound(TestInfo test) throws Exception {
    var list = "docs/governance/acceptance_checklist.md";
    var sample =
        sample(10)
            .replace(list, "- [x] Swiss", "- [ ] Swiss")
            .replace(
                list,
                "- [x] ACS Atlas (grace, 2025-10-03), see `docs/governance/approvals.md`\n",
                "");

    var walk = walk(sample, "plan", "images", "operations", "governance");

    Broken.exactly(test, walk);
    assertThat(walk.places("governance/swiss-ephemeris")).contains(list + ":5");
  }

  @Test
  @Breaks(
      value = {
        "astroengine-plan/release/artifacts",
        "astroengine-plan/release/extras-free",
        "astroengine-plan/release/tests",
        "astroengine-plan/release/environment",
        "astroengine-plan/release/burndown"
      },
      inNoLine = {"artifacts", "burndown", "environment", "tests"})
  void anEnvironmentThatLacksAPackageIsFound(TestInfo test) throws Exception {
    var sample =
        sample(10)
            .with("environment/missing.txt", "scipy\n")
            .replace("wheel-metadata.txt", "Requires-Dist: scipy\n", "Requires-Dist: shapely\n")
            .replace("docs/burndown.md", "- 1.1.0: ready\n", "");
    var pytest = sample.script("pytest");
    sample.program(
        "pytest",
        pytest.replace("[ \"$failures\" = 0 ]", "[ $# != 1 ] || { echo crashed; exit 3; }"));
    sample.program(
        "python",
        sample.script("python").replace("cp \"${0%/*}", "touch \"$4/old.tar.gz\"; cp \"${0%/*}"));

    var walk = walk(sample, ALL);

    Broken.exactly(test, walk);
    assertThat(walk.places("release/extras-free")).contains("pyproject.toml:8");
  }

  private Walk walk(Sample sample, String... checklists) throws Exception {
    return new Walk(sample.build("v1.0.0")).through(VERSION, checklists);
  }

  /// @param days how long ago the vault's token was renewed
  private Sample sample(int days) {
    return Sample.of("astroengine-plan", folder)
        .with("ops/vault.env", "VAULT_TOKEN=hvs.for-the-sample-only\n")
        .with(
            "ops/rotations.toml",
            "[vault]\nrotated = \"" + LocalDate.now(ZoneOffset.UTC).minusDays(days) + "\"\n");
  }
}
