package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.proof.Cosignature;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A checkpoint that a witness cosigned comes back when the log has long gone on.
final class PublishedAgainTest {
  @TempDir Path folder;
  private final LogDesk desk = new LogDesk();
  private AuditLog log;
  private Checkpoint cosigned;

  @BeforeEach
  void publishAndGoOn() {
    log = desk.open();
    grow(3);
    cosigned =
        Cosignature.add(
            log.publish("witness w"), "w.example", new SeededKey(9), desk.clock.instant());
    grow(600);
  }

  private void grow(int entries) {
    for (var i = 0; i < entries; i++) {
      log.append(Event.LOG_OPENED, desk.ada, Map.of());
    }
  }

  @Test
  void itStandsInTheLogTwiceAndTheLogIsWhole() throws Exception {
    log.publishAgain(cosigned, "witness w.example");
    log.publish("tag v1.0.0");

    var export = folder.resolve("audit.jsonl");
    try (var out = Files.newOutputStream(export)) {
      JsonLines.write(desk.lines, out);
    }
    for (var lines : List.of(ChainLines.of(desk.lines), ChainLines.of(export))) {
      var verdict = new ChainVerification(lines, Known.of(cosigned)).run();
      assertThat(verdict).as(verdict.sentence()).isInstanceOf(ChainVerdict.Whole.class);
      assertThat(((ChainVerdict.Whole) verdict).remarks()).isEmpty();
    }
  }

  @Test
  void aSecondOneOfTheSameSizeAndAnotherRootIsFoundOut() {
    var tree = Merkle.EMPTY;
    for (var i = 0; i < cosigned.size(); i++) {
      tree = tree.plus(new byte[] {(byte) i});
    }
    var forged = Checkpoint.sign(log.origin(), tree, desk.key);
    var seq =
        log.append(
                Event.CHECKPOINT_PUBLISHED,
                desk.ada,
                Map.of(
                    "size",
                    forged.size(),
                    "root",
                    forged.rootHash(),
                    "to",
                    "x",
                    "note",
                    forged.encode()))
            .seq();

    var broken = (ChainVerdict.Broken) AuditLogTest.verdict(desk.lines);
    assertThat(broken.code()).isEqualTo(VerdictCode.CP_REWRITTEN);
    assertThat(broken.seq()).isEqualTo(seq);
  }

  @Test
  void whatThisLogNeverPublishedIsNotTaken() {
    var other = AuditLog.open(new LinesInMemory(), desk.keeper(2), new CheckpointInMemory());
    var unsigned =
        new Checkpoint(
            cosigned.origin(),
            cosigned.size(),
            cosigned.rootHash(),
            List.of(cosigned.signatures().getLast()));

    for (var foreign : List.of(other.publish("x"), log.checkpoint(), unsigned)) {
      assertThat(catchThrowableOfType(Problem.class, () -> log.publishAgain(foreign, "x")).what())
          .isEqualTo("Checkpoint not accepted");
    }
  }
}
