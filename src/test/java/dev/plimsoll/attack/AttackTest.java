package dev.plimsoll.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack of the corpus, against Plimsoll and the two standalone verifiers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
  private final List<Attack> attacks = Corpus.all();
  private Trial trial;

  @BeforeAll
  void attack(@TempDir Path folder) throws Exception {
    trial = new Trial(attacks, folder);
  }

  @AfterAll
  void end() throws Exception {
    trial.close();
  }

  Stream<Arguments> attacks() {
    return IntStream.range(0, attacks.size()).mapToObj(i -> Arguments.of(attacks.get(i), i));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void allThreeSayWhatTheyMust(Attack attack, int number) throws Exception {
    heard("Plimsoll", attack.core(), trial.core(number));
    if (attack.shell().isAsked()) {
      heard("verify.sh", attack.shell(), trial.shell(number));
    }
    if (attack.python().isAsked()) {
      heard("plimsoll_verify.py", attack.python(), trial.python(number));
    }
  }

  private static void heard(String who, Said expected, Heard heard) {
    assertThat(heard.exit()).as(who + " said: " + heard.text()).isEqualTo(expected.exit());
    assertThat(heard.text()).as(who).contains(expected.word());
    assertThat(heard.text().chars().filter(c -> (c < ' ' && c != '\n') || c == 127))
        .as(who + " shows nothing that moves a terminal's cursor: " + heard.text())
        .isEmpty();
  }

  @Test
  void thePageSaysWhatTheCorpusSays() throws Exception {
    assertThat(Files.readString(AttackTable.PAGE))
        .as("docs/formats/attacks.md; write it anew with AttackTable.main")
        .isEqualTo(AttackTable.text(attacks));
  }

  @Test
  void eachHasANameOfItsOwn() {
    assertThat(attacks).extracting(Attack::toString).doesNotHaveDuplicates();
    assertThat(attacks).hasSizeGreaterThanOrEqualTo(60);
  }
}
