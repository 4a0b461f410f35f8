package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was kept of a chain elsewhere, and what a chain says against it.
final class AnchorTest {
  private static final Path CHAIN = Chains.FOLDER.resolve("prefixed.jsonl");

  @TempDir Path folder;

  @Test
  void anAnchorIsANumberAColonAndAHash() {
    assertThat(Anchor.parse(" 12:ABCDEF0123456789 ", "a note"))
        .isEqualTo(new Anchor(12, "abcdef0123456789", "a note"));
    assertThat(Anchor.parse("1:sha256:abcdef01").toString()).isEqualTo("1:sha256:abcdef01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "12:",
        ":abcdef01",
        "-1:abcdef01",
        "12:xyz",
        "12:abc",
        "0:abcdef0123456789",
        "9999999999999999999:abcdef01",
        "12 abcdef01",
        "12:abcdef01\u0007"
      })
  void anythingElseIsToldWithWhatToWrite(String text) {
    assertThatThrownBy(() -> Anchor.parse(text))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Anchor not understood: ")
        .hasMessageContaining("Write it as ENTRIES:HEX")
        .message()
        .doesNotContain("\u0007");
  }

  @Test
  void aPrefixAndTheCaseOfDigitsMakeNoDifference() throws Exception {
    var head = head(5);
    for (var spelled :
        List.of(head, head.substring(7), head.substring(7).toUpperCase(Locale.ROOT))) {
      assertThat(Chains.verdict(CHAIN, Chains.recipe("prefixed"), Anchor.parse("5:" + spelled)))
          .isInstanceOfSatisfying(Whole.class, whole -> assertThat(whole.remarks()).isEmpty());
    }
  }

  @Test
  void aLongerChainPassesThroughEveryAnchor() throws Exception {
    var anchors = new Anchor[] {at(2), at(5), at(1)};

    assertThat(Chains.verdict(CHAIN, Chains.recipe("prefixed"), anchors)).isInstanceOf(Whole.class);
  }

  @Test
  void aForkIsNamedAtTheFirstAnchorThatDoesNotFit() throws Exception {
    var other = new Anchor(3, "ab".repeat(32), "the record of 1.2.0");

    var defect =
        ((Broken) Chains.verdict(CHAIN, Chains.recipe("prefixed"), at(1), other, at(5))).defect();

    assertThat(defect.code()).isEqualTo(VerdictCode.PIN_FORK);
    assertThat(defect.entry()).isEqualTo(2);
    assertThat(defect.sentence()).startsWith("Entry 2 (line 3, byte ").contains("record of 1.2.0");
    assertThat(defect.found()).isEqualTo(head(3));
    assertThat(defect.expected()).isEqualTo("sha256:" + "ab".repeat(32));
  }

  @Test
  void aRollbackIsCountedAgainstTheLargestAnchor() throws Exception {
    var lines = Files.readAllLines(CHAIN);
    var file = folder.resolve("old.jsonl");
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n");

    var defect = ((Broken) Chains.verdict(file, Chains.recipe("prefixed"), at(5), at(3))).defect();

    assertThat(defect.code()).isEqualTo(VerdictCode.PIN_ROLLBACK);
    assertThat(defect.entry()).isEqualTo(2);
    assertThat(defect.offset()).isEqualTo(Files.size(file));
    assertThat(defect.sentence()).contains("3 entries are missing", "names 5 entries");
    assertThat(defect.expected()).isEqualTo("entry 4 with the hash " + head(5));
  }

  @Test
  void withoutHashesOfTheirOwnAnAnchorVouchesForTheLastEntry() throws Exception {
    var recipe = Chains.recipe("previous-raw-line");
    var chain = Chains.FOLDER.resolve("previous-raw-line.jsonl");
    var head = ((Whole) Chains.verdict(chain, recipe)).head();
    var text = Files.readString(chain).replace("\"stop\"", "\"stip\"");
    var file = Files.writeString(folder.resolve("changed.jsonl"), text);

    assertThat(Chains.verdict(file, recipe)).isInstanceOf(Whole.class);
    var defect = ((Broken) Chains.verdict(file, recipe, new Anchor(5, head, "a record"))).defect();
    assertThat(defect.code()).isEqualTo(VerdictCode.PIN_FORK);
    assertThat(defect.entry()).isEqualTo(4);
  }

  private static String head(int entries) throws Exception {
    return Files.readAllLines(CHAIN)
        .get(entries - 1)
        .replaceFirst(".*\"hash\":\"([^\"]*)\".*", "$1");
  }

  private static Anchor at(int entries) throws Exception {
    return new Anchor(entries, head(entries), "an earlier look");
  }
}
