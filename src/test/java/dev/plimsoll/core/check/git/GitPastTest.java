package dev.plimsoll.core.check.git;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitPastTest {
  @TempDir Path temp;
  private final GitVerb verb = new GitVerb();
  private TestRepository sample;
  private Stage stage;

  @BeforeEach
  void makeRepository() {
    sample = TestRepository.init(temp.resolve("sample")).write("src/schemas/a.json", "{}");
    sample.write("docs/policy.md", "# Policy\n").commit("first");
    sample.git("tag", "v1.4.0");
    stage = new Stage(sample.root());
  }

  @Test
  void seesWhatChangedAlone() throws InterruptedException {
    sample.write("src/schemas/a.json", "{\"a\": 1}").write("src/schemas/b.json", "{}");
    sample.commit("schemas");
    var outcome = judge(map("together", policy(false)));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("changed alone since v1.4.0");
    assertThat(texts(outcome))
        .containsExactly(
            "src/schemas/a.json: src/schemas/a.json changed since v1.4.0, and docs/policy.md did"
                + " not. Add an entry.",
            "src/schemas/b.json: src/schemas/b.json changed since v1.4.0, and docs/policy.md did"
                + " not. Add an entry.");
    sample.write("docs/policy.md", "# Policy\n\n- new\n");
    sample.commit("policy");
    assertThat(judge(map("together", policy(false))))
        .isEqualTo(new Outcome.Passed("changed together since v1.4.0"));
  }

  @Test
  void looksInBothDirectionsOnlyWhereAsked() throws InterruptedException {
    sample.write("docs/policy.md", "# Policy\n\n- new\n");
    sample.commit("policy");
    assertThat(judge(map("together", policy(false))).observed())
        .isEqualTo("no change of src/schemas/** since v1.4.0");
    assertThat(texts(judge(map("together", policy(true)))))
        .containsExactly(
            "docs/policy.md: docs/policy.md changed since v1.4.0, and src/schemas/** did not. Add"
                + " an entry.");
  }

  @Test
  void hasNothingToCompareBeforeTheFirstRelease() throws InterruptedException {
    sample.git("tag", "-d", "v1.4.0");
    assertThat(judge(map("together", policy(false)))).isInstanceOf(Outcome.Passed.class);
    sample.commit("second");
    var clone = cloned("--depth", "1");
    assertThat(new Stage(clone).carryOut(verb, map("together", policy(false))).outcome())
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void findsBranchesHereAndAtTheRemote() throws InterruptedException {
    sample.git("branch", "maintenance/1.x");
    sample.git("branch", "release/1.4");
    var clone = cloned();
    var rules =
        map("branches", map("present", "maintenance/*", "absent", List.of("release/*", "gone")));
    var outcome = new Stage(clone).carryOut(verb, rules).outcome();
    assertThat(texts(outcome))
        .containsExactly("The branch release/1.4 is still there. Merge or delete it.");
    assertThat(texts(judge(map("branches", map("present", "develop")))).getFirst())
        .startsWith("There is no branch develop");
  }

  @Test
  void holdsCommitsThatAPlanNamesAgainstTheRepository() throws InterruptedException {
    var first = sample.git("rev-parse", "HEAD");
    sample.write(
        "PLAN.md",
        "Phase 1\nCommit: `"
            + first.substring(0, 8)
            + "`\nPhase 2\nCommit: `0123456789`\nPhase 3\nCommit: TBD\nPhase 4\nCommit:\n");
    var outcome =
        judge(
            map("commits", map("from", map("file", "PLAN.md", "pattern", "Commit: *`?([^` ]*)"))));
    assertThat(outcome.observed()).isEqualTo("commits not as named");
    assertThat(texts(outcome))
        .containsExactly(
            "PLAN.md:4: The repository has no commit 0123456789. Name the commit that is meant, or"
                + " fetch it.",
            "PLAN.md:6: It names 'TBD', which is no commit. Name the commit.",
            "PLAN.md:8: It names nothing, which is no commit. Name the commit.");
  }

  @Test
  void failsWhereThePlanNamesNoCommitAtAll() throws InterruptedException {
    sample.write("PLAN.md", "Phase 1\n");
    var named = map("from", map("file", "PLAN.md", "pattern", "Commit: (\\S*)"));
    assertThat(judge(map("commits", named)).observed()).isEqualTo("no commit named");
  }

  @Test
  void seesWhatACommitChanged() throws InterruptedException {
    sample.write("docs/policy.md", "new");
    var policy = sample.commit("policy");
    assertThat(judge(map("commits", map("exist", policy, "touch", "docs/**"))))
        .isEqualTo(new Outcome.Passed("1 commit as named"));
    assertThat(texts(judge(map("commits", map("exist", policy, "touch", "src/**")))))
        .singleElement()
        .asString()
        .contains("changed nothing under src/**");
  }

  @Test
  void seesThatATagPointsElsewhere() throws InterruptedException {
    var first = sample.git("rev-parse", "HEAD");
    sample.commit("second");
    assertThat(judge(map("tag", map("name", "v1.4.0", "at", first))))
        .isInstanceOf(Outcome.Passed.class);
    sample.git("tag", "-f", "v1.4.0");
    var outcome = judge(map("tag", map("name", "v1.4.0", "at", first)));
    assertThat(outcome.observed()).isEqualTo("tag moved");
    assertThat(judge(map("tag", map("name", "v0.9.0", "at", first))).observed())
        .isEqualTo("no tag v0.9.0");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Stage.lint(verb, map("together", map("when", "a")), null))
        .anySatisfy(line -> assertThat(line).contains("not said what changes together"));
    assertThat(Stage.lint(verb, map("commits", map("exist", "HEAD")), null))
        .anySatisfy(line -> assertThat(line).contains("'HEAD' is no commit"));
    assertThat(
            Stage.lint(
                verb, map("commits", map("from", map("file", "P.md", "pattern", "Commit"))), null))
        .anySatisfy(line -> assertThat(line).contains("has no group"));
  }

  @Test
  void cannotTellOfFilesThatWereNeverThere() throws InterruptedException {
    var outcome = judge(map("together", map("when", "src/shemas/**", "also", "docs/policy.md")));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(texts(outcome))
        .containsExactly(
            "No file matches src/shemas/**, now or at v1.4.0. Correct 'when', or leave it out.");
  }

  private static Object policy(boolean either) {
    return map(
        "when",
        "src/schemas/**",
        "also",
        "docs/policy.md",
        "why",
        "Add an entry.",
        "either",
        either);
  }

  private Path cloned(String... options) {
    var clone = temp.resolve("clone");
    var words = new ArrayList<>(List.of("clone", "-q"));
    words.addAll(List.of(options));
    words.addAll(List.of("file://" + sample.root(), clone.toString()));
    sample.git(words.toArray(String[]::new));
    return clone;
  }

  private Outcome judge(Object rules) throws InterruptedException {
    return stage.carryOut(verb, rules).outcome();
  }

  private static List<String> texts(Outcome outcome) {
    return outcome.findings().stream().map(Finding::toString).toList();
  }
}
