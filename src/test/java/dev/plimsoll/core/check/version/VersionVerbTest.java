package dev.plimsoll.core.check.version;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionVerbTest {
  @TempDir Path temp;
  private final VersionVerb verb = new VersionVerb();
  private TestRepository sample;
  private Stage stage;

  @BeforeEach
  void makeRepository() {
    sample = TestRepository.init(temp.resolve("sample")).write("a.txt", "a");
    sample.commit("first");
    stage = new Stage(sample.root());
  }

  @Test
  void passesTheNextVersion() throws InterruptedException {
    sample.git("tag", "v1.4.2");
    var conclusion = stage.carryOut(verb, map("valid", "semver", "greater", true, "type", true));
    assertThat(conclusion.outcome())
        .isEqualTo(new Outcome.Passed("1.5.0 is valid; after v1.4.2; a minor release"));
  }

  @Test
  void refusesWhatIsNoVersion() throws InterruptedException {
    stage.releasing("1.05.0", ReleaseType.MINOR);
    assertThat(judge(map("valid", true)).findings())
        .extracting(Finding::message)
        .containsExactly("1.05.0 is no SemVer 2.0.0 version: '05' begins with a zero.");
  }

  @Test
  void refusesAVersionThatIsNotGreater() throws InterruptedException {
    sample.git("tag", "v1.5.0-rc.1");
    assertThat(judge(map("greater", true))).isInstanceOf(Outcome.Passed.class);
    sample.git("tag", "v1.6.0");
    assertThat(judge(map("greater", true)).findings())
        .extracting(Finding::message)
        .containsExactly("1.5.0 is not greater than the last release, v1.6.0.");
  }

  @Test
  void doesNotCountItsOwnTagNorReleasesOfOtherBranches() throws InterruptedException {
    sample.git("tag", "v1.4.0");
    sample.git("checkout", "-q", "-b", "next");
    sample.commit("next");
    sample.git("tag", "v2.0.0");
    sample.git("checkout", "-q", "main");
    sample.commit("fix");
    sample.git("tag", "v1.5.0");
    sample.git("tag", "claude/compaction/v9.0.0");
    assertThat(judge(map("greater", true)).observed()).isEqualTo("after v1.4.0");
  }

  @Test
  void takesTheFirstReleaseAsItComes() throws InterruptedException {
    assertThat(judge(map("greater", true)).observed()).isEqualTo("first release");
  }

  @Test
  void refusesAReleaseThatIsOfAnotherType() throws InterruptedException {
    sample.git("tag", "v1.4.2");
    stage.releasing("2.0.0", ReleaseType.MINOR);
    assertThat(judge(map("type", true)).findings())
        .extracting(Finding::message)
        .containsExactly("2.0.0 after v1.4.2 is a major release, not a minor release.");
    assertThat(judge(map("type", "major"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void comparesTheFilesThatNameTheVersion() throws InterruptedException {
    sample
        .write("package.json", "{\n  \"version\": \"1.5.0\"\n}\n")
        .write("Chart.yaml", "name: x\nversion: 1.4.9\n")
        .write("VERSION", "1.5.0\n");
    assertThat(judge(map("same", List.of("package.json#version", "VERSION"))))
        .isEqualTo(new Outcome.Passed("the same in 2 places"));
    var outcome =
        judge(map("same", List.of("package.json#version", "Chart.yaml#version", "missing.toml#x")));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "The file missing.toml is not there. Correct the path, or create the file.",
            "Chart.yaml: Chart.yaml, version says 1.4.9, not 1.5.0. Correct it and commit.");
  }

  @Test
  void takesTwoSpellingsOfOnePythonVersionForTheSame() throws InterruptedException {
    stage
        .rule(new Project.VersionRule(null, List.of("pep440"), "v{version}", List.of()))
        .releasing("1.5.0rc1", ReleaseType.PRERELEASE);
    sample.write("VERSION", "1.5.0-RC.1");
    assertThat(judge(map("same", "VERSION"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void cannotTellTheLastReleaseFromAShallowClone() throws InterruptedException {
    sample.git("tag", "v1.4.0");
    sample.commit("later");
    sample.git(
        "clone",
        "-q",
        "--depth",
        "1",
        sample.root().toUri().toString(),
        temp.resolve("shallow").toString());
    stage = new Stage(temp.resolve("shallow"));
    assertThat(judge(map("greater", true))).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Stage.lint(verb, map(), null))
        .singleElement()
        .asString()
        .contains("looks at nothing");
    assertThat(Stage.lint(verb, map("valid", "semvr"), null))
        .singleElement()
        .asString()
        .contains("Did you mean 'semver'?");
    assertThat(Stage.lint(verb, map("type", "mnior"), null))
        .first()
        .asString()
        .contains("Did you mean 'minor'?");
    assertThat(Stage.lint(verb, map("same", "../x#y"), null))
        .singleElement()
        .asString()
        .contains("leads out");
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }
}
