package dev.plimsoll.core.check.tag;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.check.StepContext.Effect;
import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.TagMade;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagVerbTest {
  @TempDir Path temp;
  private final TagVerb verb = new TagVerb();
  private TestRepository sample;
  private Stage stage;

  @BeforeEach
  void makeRepository() {
    sample = TestRepository.init(temp.resolve("sample")).write("a.txt", "a");
    sample.commit("first");
    stage = new Stage(sample.root());
  }

  @Test
  void makesATagThatCarriesTheCheckpoint() throws InterruptedException {
    var outcome =
        stage.carryOut(verb, map("sign", false, "message", "Release {version}")).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(sample.git("tag", "-l", "--format=%(contents)", "v1.5.0"))
        .startsWith("Release 1.5.0\n")
        .contains("-----BEGIN AUDIT CHECKPOINT-----\nplimsoll.dev/log/0123\n42\n")
        .endsWith("— plimsoll.dev/log/0123 c2lnbmF0dXJl\n-----END AUDIT CHECKPOINT-----");
    var made =
        new TagMade(
            "v1.5.0", sample.git("rev-parse", "v1.5.0"), sample.git("rev-parse", "HEAD"), false);
    assertThat(stage.effects).containsExactly(new Effect.TagCreated(made));
  }

  @Test
  void recognisesItsOwnTagAfterACrash() throws InterruptedException {
    stage.carryOut(verb, map("sign", false));
    var object = sample.git("rev-parse", "v1.5.0");
    stage.effects.clear(); // as if the program had died before it could record anything
    var outcome = stage.carryOut(verb, map("sign", false)).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(stage.effects).hasSize(1);
    assertThat(sample.git("rev-parse", "v1.5.0")).isEqualTo(object);
  }

  @Test
  void neverMovesATagThatStandsElsewhere() throws InterruptedException {
    stage.carryOut(verb, map("sign", false));
    stage.effects.clear();
    sample.commit("later");
    var outcome = stage.carryOut(verb, map("sign", false)).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(stage.effects).isEmpty();
  }

  @Test
  void neverTakesAStrangersTagForItsOwn() throws InterruptedException {
    sample.git(
        "tag",
        "-a",
        "-m",
        "-----BEGIN AUDIT CHECKPOINT-----\n"
            + "plimsoll.dev/log/other\n"
            + "1\n"
            + "-----END AUDIT CHECKPOINT-----",
        "v1.5.0");
    assertThat(stage.carryOut(verb, map()).outcome().observed())
        .isEqualTo("tag v1.5.0 exists already");
    assertThat(stage.effects).isEmpty();
  }

  @Test
  void makesNothingOfChangesThatAreNotCommitted() throws InterruptedException {
    sample.write("a.txt", "changed");
    assertThat(stage.carryOut(verb, map()).outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(sample.git("tag")).isEmpty();
  }

  @Test
  void saysWhyItCouldNotSign() {
    stage.signingWith(temp.resolve("no-such-key"));
    assertThatThrownBy(() -> stage.carryOut(verb, map()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Tag v1.5.0 not made");
    assertThat(sample.git("tag")).isEmpty();
    assertThat(stage.effects).isEmpty();
  }
}
