package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The process `astroengine` in a repository that is ready, and in such that are not.
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the sample's programs are shell scripts")
class AstroEngineTest {
  private static final String VERSION = "1.1.0";
  private static final String PLAN = "docs/module/release_ops.md";

  @TempDir Path folder;

  @Test
  void aReadyRepositoryIsReleased() throws Exception {
    var sample = sample().build("v1.0.0");
    try (var plimsoll = sample.open();
        var project = plimsoll.project(sample.repository())) {
      var walk = new Walk(sample).through(project, VERSION, "plan", "verification", "publication");

      assertThat(walk.failed()).as(walk.told()).isEmpty();
      assertThat(walk.decisions())
          .isEqualTo(Map.of("plan", true, "verification", true, "publication", true));
      assertThat(project.release(VERSION).decision().isGo()).isTrue();
    }
  }

  @Test
  @Breaks(
      value = {"astroengine/plan/header", "astroengine/plan/datasets"},
      inNoLine = "header")
  void aSourceThatIsGoneAndADatasetThatNobodyHasAreFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .without("docs/ENV_SETUP.md")
            .replace(PLAN, "- **Maintainer**: Release Guild", "- **Maintainer**:")
            .replace("docs/module/data-packs.md", "`datasets/stars.csv`", "`datasets/lots.csv`");

    var walk = plan(sample);

    Broken.exactly(test, walk);
    assertThat(walk.findings("plan/header"))
        .anyMatch(finding -> finding.message().contains("ENV_SETUP"));
    assertThat(walk.places("plan/datasets"))
        .anyMatch(at -> at.startsWith("docs/module/data-packs.md:7"));
  }

  @Test
  @Breaks({"astroengine/plan/extras", "astroengine/plan/core"})
  void packagingThatThePlanDoesNotTellIsFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .replace("pyproject.toml", "dev = [\"pytest\",", "dev = [\"pytest\", \"mypy\",")
            .replace("pyproject.toml", "pydantic>=2", "pydantic>=2.5");

    var walk = plan(sample);

    Broken.exactly(test, walk);
    assertThat(walk.places("plan/extras")).contains("pyproject.toml:12");
  }

  @Test
  @Breaks(
      value = {
        "astroengine/plan/registry-table",
        "astroengine/plan/registry-written",
        "astroengine/plan/paths-kept",
        "astroengine/plan/new-modules"
      },
      inNoLine = "new-modules")
  void aPathThatWentAndAModuleThatNobodyDescribedAreFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .replace("docs/module/registry.json", "    \"vca/catalogs/mars\",\n", "")
            .replace(
                "docs/module/registry.json",
                "\"vca/catalogs/venus\", \"vca/catalogs/mars\"",
                "\"vca/catalogs/venus\"")
            .replace(
                "docs/module/event-detectors/overview.md",
                "- `astroengine/modules/ritual.py`: planetary hours.\n",
                "");

    var walk = plan(sample);

    Broken.exactly(test, walk);
    assertThat(walk.findings("plan/paths-kept"))
        .anyMatch(finding -> finding.message().contains("vca/catalogs/mars"));
  }

  @Test
  @Breaks(
      value = {
        "astroengine/plan/dataset-files",
        "astroengine/plan/new-datasets",
        "astroengine/plan/tooling",
        "astroengine/plan/together"
      },
      inNoLine = {"dataset-files", "new-datasets", "together", "tooling"})
  void dataAndToolsThatCameWithoutAWordAreFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .with("datasets/solarfire/transits.csv", "year,moon\n2024,12.1\n")
            .with("docker/Dockerfile", "FROM python:3.11-slim\n")
            .withBefore(PLAN, Sample.of("astroengine", folder).now(PLAN));

    var walk = plan(sample);

    Broken.exactly(test, walk);
    assertThat(walk.findings("plan/dataset-files"))
        .anyMatch(finding -> finding.toString().contains("transits.csv"));
  }

  @Test
  @Breaks(
      value = {
        "astroengine/verification/environment-setup",
        "astroengine/verification/environment-report",
        "astroengine/verification/tests"
      },
      inNoLine = {"environment-report", "environment-setup", "tests"})
  void anEnvironmentThatOnlyLooksCompleteIsFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .with("environment/missing.txt", "pydantic\n")
            .replace("tests/test_registry.py", "assert True", "assert False")
            .replace("docs/ENV_SETUP.md", "python -m pip check", "false");

    var walk = verification(sample);

    Broken.exactly(test, walk);
    assertThat(walk.findings("verification/environment-report"))
        .anyMatch(finding -> finding.message().contains("missing"));
  }

  @Test
  @Breaks(
      value = {
        "astroengine/verification/links",
        "astroengine/verification/revisions",
        "astroengine/verification/burndown",
        "astroengine/verification/solar-fire"
      },
      inNoLine = {"burndown", "revisions"})
  void documentsAndReportsThatAreNotAsTheySayAreFound(TestInfo test) throws Exception {
    var sample =
        sample()
            .change("docs/module/qa_acceptance.md", text -> text + "\nSee [the log](missing.md).\n")
            .with("schemas/result.json", "{}\n")
            .replace("docs/burndown.md", "1.1.0", "soon")
            .replace("qa/artifacts/solarfire/returns_diff.csv", "279.9", "279.8");

    var walk = verification(sample);

    Broken.exactly(test, walk);
    assertThat(walk.places("verification/links"))
        .anyMatch(at -> at.startsWith("docs/module/qa_acceptance.md:7"));
    assertThat(walk.findings("verification/solar-fire"))
        .anyMatch(finding -> finding.toString().contains("returns_diff.csv"));
  }

  @Test
  @Breaks(
      value = {"astroengine/publication/artifacts", "astroengine/publication/attachments"},
      inNoLine = {"artifacts", "attachments"})
  void aBuildWithoutAWheelAndAnEmptyReportAreFound(TestInfo test) throws Exception {
    var sample = sample();
    sample.build("v1.0.0");
    sample.program(
        "python",
        sample.script("python").replace("cp \"${0%/*}/product.whl\"", ": > out/pytest.log; :"));

    var walk = new Walk(sample).through(VERSION, "plan", "verification", "publication");

    Broken.exactly(test, walk);
  }

  private Walk verification(Sample sample) throws Exception {
    return new Walk(sample.build("v1.0.0")).through(VERSION, "plan", "verification");
  }

  private Walk plan(Sample sample) throws Exception {
    return new Walk(sample.build("v1.0.0")).through(VERSION, "plan");
  }

  private Sample sample() {
    return Sample.of("astroengine", folder);
  }
}
