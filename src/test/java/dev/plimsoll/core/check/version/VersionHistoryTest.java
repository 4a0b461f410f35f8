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

class VersionHistoryTest {
  @TempDir Path temp;
  private final VersionVerb verb = new VersionVerb();
  private TestRepository sample;
  private Stage stage;

  @BeforeEach
  void makeRepository() {
    sample = TestRepository.init(temp.resolve("sample")).write("a.txt", "a");
    sample.commit("first");
    stage =
        new Stage(sample.root())
            .rule(
                new Project.VersionRule(
                    null, List.of("semver", "pep440"), "v{version}", List.of("archive/**")));
  }

  @Test
  void showsTagsThatOnlyOneSchemeReadsAndWhy() throws InterruptedException {
    sample.git("tag", "v0.1.3rc1");
    sample.git("tag", "v0.1.3");
    sample.git("tag", "archive/v01.2");
    sample.git("tag", "nightly");
    var outcome = judge(map("tags", true));
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(outcome.observed()).isEqualTo("2 release tags, 1 read differently by the schemes");
    assertThat(messages(outcome))
        .containsExactly(
            "v0.1.3rc1 is a PEP 440 version and no SemVer 2.0.0 version: '3rc1' is no number; a"
                + " pre-release follows a hyphen, as in 1.2.3-rc.1.");
  }

  @Test
  void refusesTagsThatLookLikeReleasesAndAreNone() throws InterruptedException {
    stage.rule(new Project.VersionRule(null, List.of("semver"), "v{version}", List.of()));
    for (var tag : List.of("v1.02.3", "1.2.3", "v1.2.3.4", "v1.2", "vv1.0.0", "v2.0.0")) {
      sample.git("tag", tag);
    }
    var outcome = judge(map("tags", true));
    assertThat(outcome.observed()).isEqualTo("5 of 6 release tags are no releases");
    assertThat(messages(outcome))
        .containsExactlyInAnyOrder(
            "'1.02.3' in the tag v1.02.3 is no SemVer 2.0.0 version: '02' begins with a zero.",
            "1.2.3 does not have the form v{version}.",
            "'1.2.3.4' in the tag v1.2.3.4 is no SemVer 2.0.0 version: it has 4 numbers, and SemVer"
                + " has 3.",
            "'1.2' in the tag v1.2 is no SemVer 2.0.0 version: it has 2 numbers, and SemVer has 3.",
            "'v1.0.0' in the tag vv1.0.0 is no SemVer 2.0.0 version: the v belongs to the tag, not"
                + " to the version.");
  }

  @Test
  void sortsACandidateBeforeItsRelease() throws InterruptedException {
    sample.git("tag", "v0.1.3");
    sample.git("tag", "v0.1.3rc1");
    stage.releasing("0.1.3rc2", ReleaseType.PRERELEASE);
    assertThat(messages(judge(map("greater", true))))
        .containsExactly("0.1.3rc2 is not greater than the last release, v0.1.3.");
    stage.releasing("0.1.4rc1", ReleaseType.PRERELEASE);
    assertThat(judge(map("greater", true)).observed()).isEqualTo("after v0.1.3");
  }

  @Test
  void takesTheReleaseAfterItsCandidate() throws InterruptedException {
    sample.git("tag", "v0.1.3rc1");
    stage.releasing("0.1.3", ReleaseType.PATCH);
    assertThat(judge(map("greater", true, "type", true)).observed())
        .isEqualTo("after v0.1.3rc1; a patch release");
  }

  @Test
  void derivesTheVersionFromTheTag() throws InterruptedException {
    sample.git("tag", "v1.5.0-rc1");
    stage.releasing("1.5.0rc1", ReleaseType.PRERELEASE);
    assertThat(judge(map("derived", true)))
        .isEqualTo(new Outcome.Passed("the tag v1.5.0-rc1 gives 1.5.0-rc1"));
    stage.releasing("1.5.0", ReleaseType.MINOR);
    assertThat(messages(judge(map("derived", true))))
        .containsExactly("The tag v1.5.0-rc1 is version 1.5.0-rc1, not 1.5.0.");
  }

  @Test
  void tellsADevelopmentVersionFromARelease() throws InterruptedException {
    sample.git("tag", "v1.4.0");
    sample.commit("more");
    var outcome = judge(map("derived", true));
    assertThat(outcome.observed()).matches("development version v1\\.4\\.0-1-g[0-9a-f]{7}");
    sample.git("tag", "v1.5.0");
    sample.write("a.txt", "b");
    assertThat(judge(map("derived", true)).observed())
        .isEqualTo("development version v1.5.0-dirty");
  }

  @Test
  void refusesDevelopmentVersionsInFiles() throws InterruptedException {
    sample.write("VERSION", "1.5.0.dev3\n").write("pom.version", "version=1.5.0-SNAPSHOT\n");
    var outcome =
        judge(map("development", false, "same", List.of("VERSION", "pom.version#version")));
    assertThat(messages(outcome))
        .contains(
            "VERSION says 1.5.0.dev3, a development version.",
            "pom.version, version says 1.5.0-SNAPSHOT, a development version.");
    assertThat(judge(map("development", false)).observed()).isEqualTo("no development version");
  }

  @Test
  void refusesBreakingChangesInAMinorRelease() throws InterruptedException {
    sample.git("tag", "v1.4.0");
    sample.commit("feat(api)!: drop the old format");
    sample.commit("fix: numbers\n\nBREAKING CHANGE: they are degrees now");
    sample.commit("fix: not a BREAKING CHANGE: in the middle");
    sample.write(
        "CHANGELOG.md",
        "## [1.5.0] - 2026-03-10\n\n### Added\n\n- New.\n\n### Removed\n\n- The endpoint /old.\n");
    var outcome = judge(map("content", true));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("breaking changes in a minor release");
    assertThat(outcome.findings()).hasSize(3);
    assertThat(outcome.findings().getLast().toString())
        .startsWith(
            "CHANGELOG.md:9: The changelog tells of something removed in a minor release:"
                + " - The endpoint /old.");
  }

  @Test
  void warnsOfFeaturesInAPatchRelease() throws InterruptedException {
    sample.git("tag", "v1.4.0");
    sample.commit("feat: more");
    stage.releasing("1.4.1", ReleaseType.PATCH);
    assertThat(judge(map("content", true))).isInstanceOf(Outcome.Warned.class);
    stage.releasing("2.0.0", ReleaseType.MAJOR);
    assertThat(judge(map("content", true))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void cannotTellTheContentOfAShallowClone() throws InterruptedException {
    sample.git("tag", "v1.4.0");
    sample.commit("fix: one");
    sample.commit("fix: two");
    var clone = temp.resolve("clone");
    sample.git("clone", "-q", "--depth", "1", "file://" + sample.root(), clone.toString());
    assertThat(new Stage(clone).carryOut(verb, map("content", true)).outcome())
        .isInstanceOf(Outcome.Inconclusive.class)
        .satisfies(outcome ->
            assertThat(outcome.findings().getFirst().next())
                .isEqualTo("Fetch the rest with: git fetch --unshallow --tags"));
  }

  @Test
  void cannotTellTheTagsOfAShallowCloneThatHoldsNone() throws InterruptedException {
    sample.git("tag", "v1.2");
    sample.commit("later");
    var clone = temp.resolve("clone");
    sample.git("clone", "-q", "--depth", "1", "file://" + sample.root(), clone.toString());
    assertThat(new Stage(clone).carryOut(verb, map("tags", true)).outcome())
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void warnsOutsideTheCalendar() throws InterruptedException {
    // the stage's today is the second Tuesday of March 2026
    assertThat(judge(map("calendar", map("minor", "tuesday")))).isInstanceOf(Outcome.Passed.class);
    var outcome = judge(map("calendar", map("minor", "first tuesday of month")));
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(messages(outcome))
        .containsExactly(
            "A minor release goes out on first tuesday of month; today is Tuesday, 2026-03-10.");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Stage.lint(verb, map("calendar", map("minor", "first tuesday")), null))
        .anySatisfy(line -> assertThat(line).contains("is no day of release"));
    assertThat(Stage.lint(verb, map("content", "../C.md"), null))
        .anySatisfy(line -> assertThat(line).contains("leads out"));
  }

  private Outcome judge(Object rules) throws InterruptedException {
    return stage.carryOut(verb, rules).outcome();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
