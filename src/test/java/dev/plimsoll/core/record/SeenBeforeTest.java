package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.AllowedSigners;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An auditor's second look at the log of a bundle.
class SeenBeforeTest {
  @TempDir static Path folder;
  private static SealedSample sample;
  private static Path zip;
  private static List<String> lines;

  @TempDir Path mine;
  private Pins pins;
  private SeenBefore seen;

  @BeforeAll
  static void seal() throws IOException {
    sample = SealedSample.in(folder);
    zip = folder.resolve("customer-ops-1.4.2.release.zip");
    sample.bundle().zip(zip);
    lines = sample.bundle().text("audit.jsonl").lines().toList();
  }

  @BeforeEach
  void begin() {
    pins = new Pins(mine.resolve("pins"));
    seen = new SeenBefore(pins);
  }

  @Test
  void aLogThatWasNeverSeenIsNewUntilItIsRemembered() throws IOException {
    try (var bundle = bundle()) {
      assertThat(seen.look(bundle).how()).isEqualTo(SeenBefore.How.NEW);
      assertThat(mine.resolve("pins")).as("looking writes nothing").doesNotExist();
      assertThat(seen.remember(bundle).entries()).isEqualTo(lines.size());
      assertThat(seen.look(bundle).how()).isEqualTo(SeenBefore.How.SAME);
    }
  }

  @Test
  void aLogThatGrewExtendsWhatWasSeen() throws IOException {
    pin(lines.subList(0, 5));
    try (var bundle = bundle()) {
      var relation = seen.look(bundle);
      assertThat(relation.how()).isEqualTo(SeenBefore.How.GREW);
      assertThat(relation.sentence()).contains("5 entries", (lines.size() - 5) + " entries.");
      assertThat(seen.remember(bundle).entries()).isEqualTo(lines.size());
    }
  }

  @Test
  void aLogThatEndsBeforeWhatWasSeenIsOlderOrRolledBackAndThePinStays() throws IOException {
    pin(grown());
    try (var bundle = bundle()) {
      var relation = seen.look(bundle);
      assertThat(relation.how()).isEqualTo(SeenBefore.How.SHORTER);
      assertThat(relation.sentence()).contains("ends 1 entry before", "rolled back");
      assertThatThrownBy(() -> seen.remember(bundle))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Log not remembered");
    }
    // an older record is no failed one
    assertThat(verdict(Aspect.COMPLETENESS).level()).isEqualTo(Verdict.Level.PROVEN);
  }

  @Test
  void aLogWithAnotherEntryAtThatPlaceIsForkedAndNotProven() throws IOException {
    pin(forked(5));
    try (var bundle = bundle()) {
      assertThat(seen.look(bundle).how()).isEqualTo(SeenBefore.How.FORKED);
      assertThatThrownBy(() -> seen.remember(bundle)).hasMessageContaining("Forked");
    }
    assertThat(verdict(Aspect.COMPLETENESS).level()).isEqualTo(Verdict.Level.FAILED);
    assertThat(verdict(Aspect.COMPLETENESS).codes()).contains(VerdictCode.PIN_FORK);
  }

  @Test
  void aPinThatCannotBeReadIsNotTakenForNone() throws IOException {
    pin(lines);
    try (var files = Files.list(mine.resolve("pins"))) {
      Files.writeString(files.findFirst().orElseThrow(), "no pin");
    }
    try (var bundle = bundle()) {
      assertThatThrownBy(() -> seen.look(bundle)).hasMessageContaining("Pin not readable");
    }
  }

  @Test
  void aRecordWithoutItsLogCannotBeCompared() throws IOException {
    var bare = sample.bundle();
    Files.write(mine.resolve("release-record.json"), bare.bytes("release-record.json"));
    try (var bundle =
        new BundleReader(BundleLimits.USUAL).open(mine.resolve("release-record.json"))) {
      assertThat(seen.look(bundle).how()).isEqualTo(SeenBefore.How.UNKNOWN);
      assertThatThrownBy(() -> seen.remember(bundle)).hasMessageContaining("without its log");
    }
  }

  private static Bundle bundle() {
    return new BundleReader(BundleLimits.USUAL).open(zip);
  }

  private Verdict verdict(Aspect aspect) throws IOException {
    try (var bundle = bundle()) {
      var trusted = AllowedSigners.parse(sample.allowedSigners(), "allowed_signers");
      return RecordVerification.verify(
              bundle,
              new RecordVerification.Against(
                  trusted, sample.now(), List.of(), null, seen.pins(bundle)))
          .verdict(aspect);
    }
  }

  private void pin(List<String> log) throws IOException {
    var file = Files.writeString(mine.resolve("log.jsonl"), String.join("\n", log) + "\n");
    var verdict = new ChainVerification(ChainLines.of(file), Known.NOTHING).run();
    pins.set(ChainLines.of(file), (ChainVerdict.Whole) verdict);
  }

  /// One entry more, as anybody could go on with it.
  private static List<String> grown() {
    var log = new ArrayList<>(lines);
    log.add(next(log, "log.opened"));
    return log;
  }

  private static List<String> forked(int at) {
    var log = new ArrayList<>(lines.subList(0, at - 1));
    log.add(next(log, "log.opened"));
    return log;
  }

  private static String next(List<String> log, String event) {
    var last = log.getLast().getBytes(StandardCharsets.UTF_8);
    var before = EntryLine.decode(last);
    return new String(
        new EntryLine(
                EntryLine.hash(last),
                log.size(),
                before.time(),
                before.actor(),
                Map.of("made", "up"),
                event)
            .encode(),
        StandardCharsets.UTF_8);
  }
}
