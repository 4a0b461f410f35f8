package dev.plimsoll.core.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.Defect;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.audit.foreign.Remark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignReportTest {
  private static final Examined FILE = new Examined("ops.jsonl", 12, "ab".repeat(32), -1, null);

  @Test
  void theFirstBadEntryStandsInItAsItWasFound() {
    var defect =
        new Defect(
            VerdictCode.CHAIN_HASH,
            40,
            41,
            9812,
            "Entry 40 was changed.",
            "{\"a\":1}",
            "{\"a\":2}");
    var report = report(new ForeignVerdict.Broken(defect), List.of());
    assertThat(report.conclusion()).isEqualTo(Conclusion.BROKEN);
    assertThat(report.first())
        .isEqualTo(new FirstBad("CHAIN_HASH", 40, 41, 9812, "{\"a\":1}", "{\"a\":2}"));
    assertThat(report.text())
        .contains("Recipe    none was recognised", "Why       No recipe fits.");
  }

  @Test
  void aRolledBackLogSaysWhatItWasComparedWithAndWhatToLookFor() {
    var defect = new Defect(VerdictCode.PIN_ROLLBACK, 3, 4, 99, "2 entries are missing.", "", "");
    var report =
        report(
            new ForeignVerdict.Broken(defect),
            List.of(new Anchor(5, "4be19f7c", "the record of 1.4.0")));
    assertThat(report.text())
        .contains("Anchor    5 entries, head 4be19f7c, from the record of 1.4.0")
        .contains("Look for the newer log");
  }

  @Test
  void warningsOfAWholeChainAreNamedWithTheirCodes() {
    var remark = new Remark(VerdictCode.CHAIN_BOM, 0, 1, 0, "It begins with a byte order mark.");
    var report = report(new ForeignVerdict.Whole(3, "4be19f7c", List.of(remark)), List.of());
    assertThat(report.conclusion()).isEqualTo(Conclusion.PROVEN_WITH_WARNINGS);
    assertThat(report.text())
        .contains("CHAIN_BOM: It begins with a byte order mark.", "3:4be19f7c");
  }

  private static IncidentReport report(ForeignVerdict verdict, List<Anchor> anchors) {
    var recognised = new Recognised(Optional.empty(), "No recipe fits.", List.of());
    var basis = ForeignReport.basis(null, recognised, anchors);
    return ForeignReport.of(FILE, basis, verdict, Reports.MAKER);
  }
}
