package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.CouldNotTell;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import dev.plimsoll.core.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is beyond what is read is not called tampered; and a verification can be watched and
/// stopped.
final class BoundsTest {
  private static final Path CHAIN = Chains.FOLDER.resolve("aetherlink.jsonl");

  @TempDir Path folder;

  @Test
  void aLineThatIsTooLongIsNotJudged() throws Exception {
    var file = folder.resolve("long.jsonl");
    Files.write(file, Files.readAllBytes(CHAIN));
    Files.write(file, new byte[LineSource.LONGEST + 1], StandardOpenOption.APPEND);

    assertThat(told(file))
        .isEqualTo(
            "Entry 5 cannot be judged: line 6, byte "
                + Files.size(CHAIN)
                + ", is longer than the 16 MiB that are read.");
  }

  @Test
  void aLineThatIsTooDeepIsNotJudged() throws Exception {
    var deep =
        "{\"hash\":\"x\",\"prev_hash\":null,\"a\":" + "[".repeat(600) + "]".repeat(600) + "}\n";
    var file = Files.writeString(folder.resolve("deep.jsonl"), deep);

    assertThat(told(file))
        .isEqualTo(
            "Entry 0 (line 1, byte 0) cannot be judged: it is nested deeper than 512 levels.");
    var bombs = Files.writeString(folder.resolve("deep.jsonl"), "[".repeat(1_000_000));
    assertThat(Chains.verdict(bombs, Chains.recipe("aetherlink"))).isInstanceOf(Broken.class);
  }

  @Test
  void aLineOfTooManyValuesIsNotJudged() throws Exception {
    var many = "{\"hash\":\"x\",\"prev_hash\":null,\"a\":[" + "1,".repeat(300_000) + "1]}\n";
    var file = Files.writeString(folder.resolve("many.jsonl"), many);

    assertThat(told(file))
        .isEqualTo("Entry 0 (line 1, byte 0) cannot be judged: it holds more than 250000 values.");
  }

  @Test
  void whatIsNoFileIsNotOpenedAndNotJudged() throws Exception {
    var pipe = folder.resolve("pipe");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(told(pipe))
        .isEqualTo("Entry 0 could not be read: it is no file but a folder, a pipe or a device.");
  }

  @Test
  void anAnchorThatWasCutShortTellsNothingAboutTheLog() {
    var whole = (Whole) Chains.verdict(CHAIN, Chains.recipe("aetherlink"));
    var cut = new Anchor(whole.entries(), whole.head().substring(0, 16), "the anchor given");

    assertThat(Chains.verdict(CHAIN, Chains.recipe("aetherlink"), cut))
        .isEqualTo(
            new CouldNotTell(
                "The anchor given names "
                    + cut.head()
                    + ", and a hash of this recipe is 64 lower-case hexadecimal digits. Give the"
                    + " whole hash, as a record or a verification printed it, or the right"
                    + " recipe."));
  }

  @Test
  void anAnchorOfOurOwnLogIsWholeToo() {
    var head = "ab".repeat(32);

    assertThat(new Anchor(3, "sha256:" + head, "the anchor given").pin().head()).isEqualTo(head);
    assertThat(new Anchor(3, head, "the anchor given").pin().head()).isEqualTo(head);
    assertThatThrownBy(() -> new Anchor(3, head.substring(0, 16), "the anchor given").pin())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not the 64 digits of one");
  }

  @Test
  void whatAKeyedHashShouldBeIsToldToNobody() throws Exception {
    var text = Files.readString(Chains.FOLDER.resolve("hmac.jsonl"));
    var changed = Files.writeString(folder.resolve("hmac.jsonl"), text.replaceFirst("a", "b"));
    var work = HashWork.of(changed, Chains.recipe("hmac"), Chains.KEYS, 1).getFirst();
    var broken = (Broken) Chains.verdict(changed, Chains.recipe("hmac"));

    assertThat(broken.defect().code()).isEqualTo(VerdictCode.CHAIN_HASH);
    assertThat(broken.toString()).doesNotContain(work.computed().substring(0, 16));
  }

  @Test
  void linesAreReadWhereverABlockEnds() throws Exception {
    var size = 256 * 1024;
    for (var first : new int[] {size - 2, size - 1, size, size + 1, 2 * size}) {
      var file = folder.resolve("lines");
      var text = "a".repeat(first) + "\n\nb\r\nlast";
      Files.writeString(file, text);
      try (var lines = new LineSource(file)) {
        var one = Objects.requireNonNull(lines.next());
        var two = Objects.requireNonNull(lines.next());
        var three = Objects.requireNonNull(lines.next());
        var four = Objects.requireNonNull(lines.next());
        assertThat(one.bytes()).hasSize(first);
        assertThat(two.isBlank()).isTrue();
        assertThat(List.of(one.offset(), two.offset(), three.offset(), four.offset()))
            .containsExactly(0L, first + 1L, first + 2L, first + 5L);
        assertThat(three.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("b");
        assertThat(List.of(one.end(), three.end(), four.end()))
            .containsExactly(Line.End.LF, Line.End.CR_LF, Line.End.NONE);
        assertThat(four.number()).isEqualTo(4);
        assertThat(lines.next()).isNull();
        assertThat(lines.offset()).isEqualTo(Files.size(file));
      }
    }
  }

  @Test
  void progressCountsEntriesAndBytes() throws Exception {
    var verification = new ForeignVerification(CHAIN, Chains.recipe("aetherlink"), Known.NOTHING);
    assertThat(verification.progress()).isEqualTo(Progress.NONE);

    verification.run();

    var size = Files.size(CHAIN);
    assertThat(verification.progress()).isEqualTo(new Progress(5, size, size));
  }

  @Test
  void anInterruptedVerificationComesToNoVerdict() throws Exception {
    var file = folder.resolve("long.jsonl");
    Files.writeString(file, "\n".repeat(1000));

    Thread.currentThread().interrupt();
    var verdict = Chains.verdict(file, Chains.recipe("aetherlink"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(((CouldNotTell) verdict).sentence()).isEqualTo("It was stopped after 0 entries.");
  }

  @Test
  void ofManyRemarksTheFirstAreKeptAndTheRestIsCounted() throws Exception {
    var lines = Files.readAllLines(CHAIN);
    var file = folder.resolve("blank.jsonl");
    Files.writeString(file, "\n".repeat(500) + String.join("\n", lines) + "\n");

    var whole = (Whole) Chains.verdict(file, Chains.recipe("aetherlink"));

    assertThat(whole.remarks()).hasSize(5);
    assertThat(whole.remarks().get(3).sentence())
        .startsWith("497 more like this; the last: Line 500");
  }

  @Test
  void aDefectInALongLineIsShownAroundItsPlace() throws Exception {
    var line = "{\"hash\":\"" + "0".repeat(64) + "\",\"prev_hash\":null,\"z\":\"";
    var file =
        Files.writeString(folder.resolve("long.jsonl"), line + "x".repeat(100_000) + "\"}\n");

    var defect = ((Broken) Chains.verdict(file, Chains.recipe("aetherlink"))).defect();

    assertThat(defect.found()).contains("0".repeat(64)).hasSizeLessThan(4200).endsWith("...");
    assertThat(defect.expected()).doesNotContain("0".repeat(64)).hasSizeLessThan(4200);
    assertThat(defect.offset()).isEqualTo(8);
  }

  private static String told(Path file) {
    return ((CouldNotTell) Chains.verdict(file, Chains.recipe("aetherlink"))).sentence();
  }
}
