package dev.plimsoll.core.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Reports of our own log, on the committed chains.
class OwnReportTest {
  private static final Path CHAINS = Path.of("src/test/resources/dev/plimsoll/core/audit");

  @Test
  void aWholeLogIsAProofThatNamesWhatTheNextOneCanBeHeldAgainst() {
    var report = report("whole", Known.NOTHING);
    assertThat(report.conclusion()).isEqualTo(Conclusion.PROVEN);
    assertThat(report.first()).isNull();
    assertThat(report.examined().entries()).isEqualTo(10);
    assertThat(report.examined().sha256()).hasSize(64);
    assertThat(report.next()).singleElement().asString().contains("10:" + report.examined().head());
    assertThat(report.text()).contains("NOTHING_TO_COMPARE", "Nothing: no earlier record");
  }

  @Test
  void anEntryThatDoesNotNameTheOneBeforeIsShownBesideTheLinkItShouldHave() throws IOException {
    var first = report("entry-changed", Known.NOTHING).first();
    var lines = Files.readAllLines(CHAINS.resolve("chain-entry-changed.jsonl"));
    assertThat(first.code()).isEqualTo("CHAIN_PREV");
    assertThat(first.entry()).isEqualTo(4);
    assertThat(first.place())
        .isEqualTo("entry 4 (line 5, byte " + bytes(lines.subList(0, 4)) + ")");
    assertThat(first.found()).isEqualTo(lines.get(4));
    assertThat(first.expected()).hasSameSizeAs(first.found()).isNotEqualTo(first.found());
    assertThat(Difference.between(first.found(), first.expected()).from())
        .as("within the link")
        .isBetween(10, 10 + 64);
  }

  @Test
  void aMissingEntryIsShownBesideTheNumberThatShouldStandThere() {
    var first = report("entry-missing", Known.NOTHING).first();
    assertThat(first.code()).isEqualTo("CHAIN_SEQ");
    assertThat(first.found()).contains("\"_seq\":5,");
    assertThat(first.expected()).contains("\"_seq\":4,");
  }

  @Test
  void aCutOffEndIsPlacedAndNobodyKnowsWhatShouldStandThere() {
    var report = report("tail-cut", Known.NOTHING);
    assertThat(report.first().expected()).isEmpty();
    assertThat(report.first().found()).startsWith("{\"_prev\"");
    assertThat(report.next().getFirst()).contains("still be being written");
  }

  @Test
  void missingEntriesAtTheEndAreSaidWithWhatItWasComparedWith() {
    var pin = new Known.Pin(10, "0".repeat(64), "record of 1.2.3");
    var report = report("end-missing", new Known(List.of(), List.of(pin), null));
    assertThat(report.conclusion()).isEqualTo(Conclusion.BROKEN);
    assertThat(report.first().place()).startsWith("entry 8 (line 9, byte ");
    assertThat(report.first().found()).isEmpty();
    assertThat(report.text())
        .contains("10 entries, head 0000", "record of 1.2.3", "Look for the newer");
  }

  @Test
  void whatCannotBeReadIsNotCalledChanged() {
    var report = report("empty", Known.NOTHING);
    assertThat(report.conclusion()).isEqualTo(Conclusion.COULD_NOT_TELL);
    assertThat(report.text()).contains("COULD NOT TELL", "Until then treat it as unproven");
  }

  private static IncidentReport report(String name, Known known) {
    var file = CHAINS.resolve("chain-" + name + ".jsonl");
    ChainVerdict verdict = new ChainVerification(ChainLines.of(file), known).run();
    return OwnReport.of(
        Examined.file(file, name),
        OwnReport.basis(known),
        verdict,
        OwnPlace.in(file),
        Reports.MAKER);
  }

  private static long bytes(List<String> lines) {
    return lines.stream()
        .mapToLong(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1L)
        .sum();
  }
}
