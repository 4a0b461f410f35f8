package dev.plimsoll.core.check.git;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitVerbTest {
  @TempDir Path temp;
  private final GitVerb verb = new GitVerb();
  private TestRepository sample;
  private Stage stage;

  @BeforeEach
  void makeRepository() {
    sample = TestRepository.init(temp.resolve("sample")).write("a.txt", "a");
    sample.commit("first");
    stage = new Stage(sample.root());
  }

  @Test
  void passesOnACleanReleaseBranch() throws InterruptedException {
    var conclusion = stage.carryOut(verb, map("clean", true, "branch", "release", "tag", "absent"));
    assertThat(conclusion.outcome())
        .isEqualTo(new Outcome.Passed("working tree clean; on branch main; tag v1.5.0 absent"));
    assertThat(conclusion.expected())
        .isEqualTo("working tree clean; a release branch; tag v1.5.0 absent");
  }

  @Test
  void namesWhatIsNotCommitted() throws InterruptedException {
    sample.write("a.txt", "changed").write("new.txt", "n");
    var outcome = judge(map("clean", true));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("2 paths not committed");
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "a.txt: a.txt is modified. Commit it, or restore it.",
            "new.txt: new.txt is untracked. Commit it, remove it, or add it to .gitignore.");
  }

  @Test
  void countsPathsThatAreTooManyToName() throws InterruptedException {
    for (var i = 0; i < 30; i++) {
      sample.write("f" + i, "");
    }
    var outcome = judge(map("clean", true));
    assertThat(outcome.observed()).isEqualTo("30 paths not committed");
    assertThat(outcome.findings()).hasSize(21).last().asString().isEqualTo("And 10 more paths.");
  }

  @Test
  void refusesOtherBranchesAndADetachedHead() throws InterruptedException {
    sample.git("checkout", "-q", "-b", "feature/x");
    assertThat(judge(map("branch", "release")))
        .isInstanceOf(Outcome.Failed.class)
        .satisfies(outcome ->
            assertThat(outcome.findings().getFirst().message())
                .isEqualTo(
                    "The branch feature/x may not be released from; allowed: main, hotfix/*."));
    assertThat(judge(map("branch", List.of("main", "feature/*"))))
        .isInstanceOf(Outcome.Passed.class);
    sample.git("checkout", "-q", "--detach");
    assertThat(judge(map("branch", "release")).observed()).isEqualTo("no branch checked out");
  }

  @Test
  void tellsKindsOfTagsApart() throws InterruptedException {
    assertThat(judge(map("tag", "present"))).isInstanceOf(Outcome.Failed.class);
    sample.git("tag", "v1.5.0");
    assertThat(judge(map("tag", "present"))).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("tag", "absent")).observed()).isEqualTo("tag v1.5.0 exists");
    assertThat(judge(map("tag", "annotated")).observed()).isEqualTo("lightweight");
    sample.git("tag", "-f", "-a", "-m", "Release", "v1.5.0");
    assertThat(judge(map("tag", "annotated"))).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("tag", List.of("annotated", "signed"))).observed())
        .isEqualTo("not signed");
    assertThat(judge(map("tag", map("name", "v9.9.9", "is", "absent"))))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void refusesATagThatPointsElsewhere() throws InterruptedException {
    sample.git("tag", "-a", "-m", "Release", "v1.5.0");
    sample.commit("later");
    var outcome = judge(map("tag", "present"));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings().getFirst().message())
        .contains("points at")
        .contains("is checked out");
  }

  @Test
  void cannotTellWhetherAnUnrecordedTagMoved() throws InterruptedException {
    sample.git("tag", "-a", "-m", "Release", "v1.5.0");
    assertThat(judge(map("tag", "unmoved"))).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void measuresTheDistanceToTheTrackedBranch() throws InterruptedException {
    assertThat(judge(map("behind", 0)))
        .isInstanceOf(Outcome.Inconclusive.class)
        .satisfies(outcome -> assertThat(outcome.observed()).isEqualTo("tracks no branch"));
    sample.git("clone", "-q", ".", temp.resolve("clone").toString());
    sample.commit("theirs");
    TestRepository.at(temp.resolve("clone")).git("fetch", "-q");
    stage = new Stage(temp.resolve("clone"));
    assertThat(judge(map("behind", 0)).observed())
        .isEqualTo("0 ahead of and 1 behind origin/main as last fetched");
    assertThat(judge(map("behind", 0))).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("behind", 1, "ahead", 0))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void knowsWhereTheOriginIs() throws InterruptedException {
    assertThat(judge(map("origin", "github.com")).observed()).isEqualTo("origin at no host");
    sample.git("remote", "add", "origin", "git@github.com:team/sample.git");
    assertThat(judge(map("origin", List.of("GitHub.com")))).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("origin", "gitlab.com"))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void findsCommitsThatWereMadeDirectly() throws InterruptedException {
    sample.git("tag", "-a", "-m", "Release", "v1.4.0");
    sample.git("checkout", "-q", "-b", "work");
    sample.commit("work");
    sample.git("checkout", "-q", "main");
    sample.git("merge", "-q", "--no-ff", "-m", "merge", "work");
    assertThat(judge(map("merges", "only"))).isInstanceOf(Outcome.Passed.class);
    sample.commit("straight to main");
    assertThat(judge(map("merges", "only")))
        .isInstanceOf(Outcome.Failed.class)
        .satisfies(outcome -> assertThat(outcome.observed()).isEqualTo("1 commit made directly"))
        .satisfies(outcome ->
            assertThat(outcome.findings().getFirst().message()).contains("straight to main"));
  }

  @Test
  void cannotTellFromAShallowClone() throws InterruptedException {
    sample.git("checkout", "-q", "-b", "work");
    sample.commit("work");
    sample.git("checkout", "-q", "main");
    sample.git("merge", "-q", "--no-ff", "-m", "merge", "work");
    sample.git(
        "clone",
        "-q",
        "--depth",
        "1",
        sample.root().toUri().toString(),
        temp.resolve("shallow").toString());
    stage = new Stage(temp.resolve("shallow"));
    assertThat(judge(map("merges", "only"))).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge(map("behind", 0)).observed()).isEqualTo("history cut off");
  }

  @Test
  void comparesTheCheckedOutCommit() throws InterruptedException {
    assertThat(judge(map("head", "candidate"))).isInstanceOf(Outcome.Passed.class);
    var before = stage.context();
    sample.commit("moved on");
    var state = Stage.read(verb, map("head", "candidate"), null);
    assertThat(verb.carryOut(state, before).outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("head", "tag")).observed()).isEqualTo("no tag v1.5.0");
    sample.git("tag", "v1.5.0");
    assertThat(judge(map("head", "tag"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void saysThatThereIsNoRepositoryOrNoCommit() throws Exception {
    stage = new Stage(Files.createDirectory(temp.resolve("plain")));
    assertThatThrownBy(() -> judge(map("clean", true)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not lie in a git repository");
    stage = new Stage(TestRepository.init(temp.resolve("empty")).root());
    assertThatThrownBy(() -> judge(map("clean", true)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has no commit");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(lint(map())).singleElement().asString().contains("looks at nothing");
    assertThat(lint(map("tag", "anotated")))
        .first()
        .asString()
        .contains("Did you mean 'annotated'?");
    assertThat(lint(map("tag", List.of("absent", "signed"))))
        .singleElement()
        .asString()
        .contains("cannot be absent and something else");
    assertThat(lint(map("tag", map("name", "v1"))))
        .first()
        .asString()
        .contains("not said what must be so");
    assertThat(lint(map("branch", "a[b"))).first().asString().contains("never closed");
    assertThat(Stage.lint(verb, map("clean", true), List.of("stdout isEmpty")))
        .singleElement()
        .asString()
        .contains("'expect' does not apply to 'git'");
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }
}
