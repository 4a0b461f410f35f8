package dev.plimsoll.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
  @TempDir Path temp;
  private TestRepository sample;

  @BeforeEach
  void makeRepository() {
    sample = TestRepository.init(temp.resolve("sample")).write("src/a.txt", "one\n");
    sample.commit("first");
  }

  @Test
  void bindsToCommitTreeAndBranch() {
    try (var repository = GitRepository.open(sample.root().resolve("src/a.txt"))) {
      var binding = repository.binding();
      assertThat(binding.commit()).isEqualTo(sample.git("rev-parse", "HEAD"));
      assertThat(binding.tree()).isEqualTo(sample.git("rev-parse", "HEAD^{tree}"));
      assertThat(binding.branch()).isEqualTo("main");
      assertThat(binding.dirty()).isFalse();
      assertThat(repository.head().subject()).isEqualTo("first");
      assertThat(repository.root()).isEqualTo(real(sample.root()));
    }
  }

  @Test
  void namesWhatIsNotCommitted() throws IOException {
    sample.write(".gitignore", "ignored/\n").write("gone.txt", "x").commit("second");
    sample.write("src/a.txt", "two\n").write("new/b.txt", "b").write("ignored/c.txt", "c");
    sample.write("staged.txt", "s").git("add", "staged.txt");
    Files.delete(sample.root().resolve("gone.txt"));
    try (var repository = GitRepository.open(sample.root())) {
      var dirty = repository.dirtyPaths(10);
      assertThat(dirty.first())
          .containsExactly(
              new DirtyPaths.Entry("gone.txt", "deleted"),
              new DirtyPaths.Entry("new/b.txt", "untracked"),
              new DirtyPaths.Entry("src/a.txt", "modified"),
              new DirtyPaths.Entry("staged.txt", "added"));
      assertThat(repository.dirtyPaths(1).first()).hasSize(1);
      assertThat(repository.dirtyPaths(1).count()).isEqualTo(4);
      assertThat(repository.binding().dirty()).isTrue();
    }
  }

  @Test
  void isNotDirtyBecauseOfLineEndsThatGitConverts() {
    sample.git("config", "core.autocrlf", "true");
    sample.write("windows.txt", "one\r\ntwo\r\n").commit("converted");
    try (var repository = GitRepository.open(sample.root())) {
      assertThat(repository.dirtyPaths(5).first()).isEmpty();
    }
  }

  @Test
  void saysThatAFolderIsNotARepository() throws IOException {
    var plain = Files.createDirectory(temp.resolve("plain"));
    assertThatThrownBy(() -> GitRepository.open(plain))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not lie in a git repository")
        .hasMessageContaining("git init");
    assertThatThrownBy(() -> GitRepository.open(temp.resolve("nowhere")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void refusesABareRepository() {
    sample.git("clone", "-q", "--bare", ".", temp.resolve("bare.git").toString());
    assertThatThrownBy(() -> GitRepository.open(temp.resolve("bare.git")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("bare repository");
  }

  @Test
  void refusesObjectsUnderAnotherDigest() {
    var other = TestRepository.init(temp.resolve("other"));
    other.git("init", "-q", "--object-format=sha256", temp.resolve("sha256").toString());
    assertThatThrownBy(() -> GitRepository.open(temp.resolve("sha256")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("sha256");
  }

  @Test
  void opensARepositoryWithoutCommitsAndSaysSo() {
    var empty = TestRepository.init(temp.resolve("empty"));
    try (var repository = GitRepository.open(empty.root())) {
      assertThat(repository.hasCommits()).isFalse();
      assertThat(repository.branch()).isEqualTo("main");
      assertThat(repository.tags()).isEmpty();
      assertThatThrownBy(repository::binding)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("has no commit on main");
    }
  }

  @Test
  void readsADetachedHead() {
    sample.git("checkout", "-q", "--detach");
    try (var repository = GitRepository.open(sample.root())) {
      assertThat(repository.binding().branch()).isEqualTo("(detached)");
      assertThat(repository.aheadBehind()).isEmpty();
    }
  }

  @Test
  void readsALinkedWorktree() {
    sample.git("tag", "v1.0.0");
    sample.git("worktree", "add", "-q", "-b", "side", temp.resolve("linked").toString());
    var linked = TestRepository.at(temp.resolve("linked"));
    var commit = linked.write("b.txt", "b").commit("in the worktree");
    linked.write("c.txt", "c");
    try (var repository = GitRepository.open(linked.root());
        var main = GitRepository.open(sample.root())) {
      assertThat(repository.root()).isEqualTo(real(linked.root()));
      assertThat(repository.commonDir()).isEqualTo(main.commonDir());
      assertThat(repository.binding().commit()).isEqualTo(commit);
      assertThat(repository.binding().branch()).isEqualTo("side");
      assertThat(repository.dirtyPaths(5).first())
          .containsExactly(new DirtyPaths.Entry("c.txt", "untracked"));
      assertThat(repository.tag("v1.0.0")).isPresent();
      assertThat(repository.branches()).containsExactly("main", "side");
      assertThat(main.binding().branch()).isEqualTo("main");
    }
  }

  @Test
  void readsASubmoduleAsARepositoryOfItsOwn() {
    var parent = TestRepository.init(temp.resolve("parent"));
    parent.git("submodule", "add", "-q", sample.root().toString(), "libs/sample");
    parent.commit("with a submodule");
    try (var repository = GitRepository.open(parent.root().resolve("libs/sample/src"));
        var outer = GitRepository.open(parent.root())) {
      assertThat(repository.root()).isEqualTo(real(parent.root().resolve("libs/sample")));
      assertThat(repository.head().subject()).isEqualTo("first");
      assertThat(outer.head().subject()).isEqualTo("with a submodule");
      assertThat(outer.dirtyPaths(5).first()).isEmpty();
    }
    TestRepository.at(parent.root().resolve("libs/sample")).write("src/a.txt", "changed\n");
    try (var outer = GitRepository.open(parent.root())) {
      assertThat(outer.dirtyPaths(5).first())
          .containsExactly(new DirtyPaths.Entry("libs/sample", "modified"));
    }
  }

  @Test
  void saysWhatAShallowCloneCannotTell() {
    sample.git("tag", "v1.0.0");
    for (var i = 2; i <= 5; i++) {
      sample.commit("commit " + i);
    }
    var shallow = temp.resolve("shallow");
    sample.git("clone", "-q", "--depth", "2", sample.root().toUri().toString(), shallow.toString());
    try (var repository = GitRepository.open(shallow)) {
      assertThat(repository.isShallow()).isTrue();
      assertThat(repository.tags()).isEmpty();
      var range = repository.commitsSince(null, 10);
      assertThat(range.count()).isEqualTo(2);
      assertThat(range.complete()).isFalse();
      assertThat(repository.directCommitsSince(null, 10).complete()).isFalse();
    }
    try (var whole = GitRepository.open(sample.root())) {
      assertThat(whole.isShallow()).isFalse();
      assertThat(whole.commitsSince(whole.tag("v1.0.0").orElseThrow(), 2))
          .satisfies(range -> assertThat(range.count()).isEqualTo(4))
          .satisfies(range -> assertThat(range.complete()).isTrue())
          .satisfies(range ->
              assertThat(range.first())
                  .extracting(Commit::subject)
                  .containsExactly("commit 5", "commit 4"));
    }
  }

  @Test
  void tellsMergesFromDirectCommits() {
    sample.git("tag", "v1.0.0");
    sample.git("checkout", "-q", "-b", "feature");
    sample.write("f.txt", "f").commit("on the feature branch");
    sample.git("checkout", "-q", "main");
    sample.git("merge", "-q", "--no-ff", "-m", "merge feature", "feature");
    var direct = sample.write("d.txt", "d").commit("straight to main");
    try (var repository = GitRepository.open(sample.root())) {
      var tag = repository.tag("v1.0.0").orElseThrow();
      assertThat(repository.commitsSince(tag, 10).count()).isEqualTo(3);
      var range = repository.directCommitsSince(tag, 10);
      assertThat(range.first()).containsExactly(new Commit(direct, "straight to main", 1));
      assertThat(repository.changedFilesSince(tag)).containsExactly("d.txt", "f.txt");
    }
  }

  @Test
  void readsTagsOfAllKinds() {
    var commit = sample.git("rev-parse", "HEAD");
    sample.git("tag", "light");
    sample.git("tag", "-a", "-m", "Release v1\n\nwith a body", "v1");
    sample.git("tag", "-a", "-m", "of a tag", "v1-again", "v1");
    sample.git("tag", "a-tree", "HEAD^{tree}");
    sample.git("pack-refs", "--all");
    try (var repository = GitRepository.open(sample.root())) {
      assertThat(repository.tags())
          .extracting(GitTag::name)
          .containsExactly("a-tree", "light", "v1", "v1-again");
      assertThat(repository.tag("light").orElseThrow())
          .isEqualTo(new GitTag("light", commit, commit, null));
      var annotated = repository.tag("v1").orElseThrow();
      assertThat(annotated.object()).isEqualTo(sample.git("rev-parse", "v1"));
      assertThat(annotated.commit()).isEqualTo(commit);
      assertThat(annotated.isSigned()).isFalse();
      assertThat(annotated.annotation().message()).isEqualTo("Release v1\n\nwith a body\n");
      assertThat(annotated.annotation().tagger()).isEqualTo("Ada Test <ada@example.org>");
      assertThat(repository.tag("v1-again").orElseThrow().commit()).isEqualTo(commit);
      assertThat(repository.tag("absent")).isEmpty();
    }
  }

  @Test
  void findsTheLastReleaseThatTheCommitBuildsOn() {
    sample.git("tag", "v1.0.0");
    sample.git("checkout", "-q", "-b", "next");
    sample.commit("two");
    sample.git("tag", "v2.0.0");
    sample.git("checkout", "-q", "main");
    sample.commit("fix");
    sample.git("tag", "not-a-release");
    try (var repository = GitRepository.open(sample.root())) {
      assertThat(repository.lastReleaseTag(name -> name.startsWith("v"), Comparator.naturalOrder()))
          .map(GitTag::name)
          .contains("v1.0.0");
      assertThat(repository.lastReleaseTag(name -> name.startsWith("x"), Comparator.naturalOrder()))
          .isEmpty();
    }
  }

  @Test
  void seesATagThatWasMadeAfterOpening() {
    try (var repository = GitRepository.open(sample.root())) {
      assertThat(repository.tag("v9")).isEmpty();
      sample.git("tag", "v9");
      assertThat(repository.tag("v9")).isPresent();
    }
  }

  @Test
  void readsTheOriginWithoutItsPassword() {
    try (var repository = GitRepository.open(sample.root())) {
      assertThat(repository.originUrl()).isEmpty();
      sample.git("remote", "add", "origin", "https://ada:hunter2@GitHub.com/team/sample.git");
      assertThat(repository.originUrl()).contains("https://GitHub.com/team/sample.git");
      assertThat(repository.originHost()).contains("github.com");
      sample.git("remote", "set-url", "origin", "git@gitlab.example.org:team/sample.git");
      assertThat(repository.originHost()).contains("gitlab.example.org");
      sample.git("remote", "set-url", "origin", "/srv/git/sample.git");
      assertThat(repository.originUrl()).contains("/srv/git/sample.git");
      assertThat(repository.originHost()).isEmpty();
    }
  }

  @Test
  void countsAheadAndBehind() {
    sample.git("clone", "-q", sample.root().toString(), temp.resolve("clone").toString());
    var clone = TestRepository.at(temp.resolve("clone"));
    clone.git("config", "user.name", "Ada");
    clone.git("config", "user.email", "ada@example.org");
    clone.commit("mine");
    clone.commit("mine too");
    sample.commit("theirs");
    clone.git("fetch", "-q");
    try (var repository = GitRepository.open(clone.root());
        var alone = GitRepository.open(sample.root())) {
      assertThat(repository.aheadBehind()).contains(new AheadBehind("origin/main", 2, 1));
      assertThat(alone.aheadBehind()).isEmpty();
    }
  }

  @Test
  void readsWhoCommits() {
    try (var repository = GitRepository.open(sample.root())) {
      assertThat(repository.userIdentity()).contains(new Identity("Ada Test", "ada@example.org"));
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
