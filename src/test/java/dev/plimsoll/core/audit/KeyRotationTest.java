package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.model.Problem;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Another key in the middle of a log: what a verification takes, and what not.
final class KeyRotationTest {
  private final LogDesk desk = new LogDesk();
  private final SeededKey next = new SeededKey(9);
  private AuditLog log;

  @BeforeEach
  void signUnderTheFirstKey() {
    log = desk.open();
    log.append(Event.LOG_OPENED, desk.ada, Map.of());
    log.publish("tag v1.0.0");
  }

  private AuditLog withNext() {
    return AuditLog.open(
        desk.lines,
        new LogKeeper(desk.clock, next, new Random(1), desk.ada, desk.keeper().tool()),
        desk.memory);
  }

  @Test
  void aKeyThatTheFormerOneVouchesForIsTakenWithoutAWord() {
    withNext().rotateKey(desk.key, "yearly");
    withNext().publish("tag v1.1.0");

    var whole = (ChainVerdict.Whole) AuditLogTest.verdict(desk.lines);
    assertThat(whole.hasWarnings()).isFalse();
  }

  @Test
  void aKeyThatNobodyVouchesForIsTakenWithAWarning() {
    withNext().rotateKey("the old disk is gone");
    withNext().publish("tag v1.1.0");

    var whole = (ChainVerdict.Whole) AuditLogTest.verdict(desk.lines);
    assertThat(whole.remarks())
        .anySatisfy(remark -> {
          assertThat(remark.code()).isEqualTo(VerdictCode.KEY_REPLACED);
          assertThat(remark.seq()).isEqualTo(3);
        });
  }

  @Test
  void anEndorsementByAnyoneElseOrOfAnotherPlaceIsRefuted() {
    var data =
        new HashMap<String, Object>(
            Rotation.payload(
                log.origin(), 3, new SeededKey(8), next.publicKey(), "a stranger's word"));
    log.append(Event.KEY_ROTATED, desk.ada, data);

    var broken = (ChainVerdict.Broken) AuditLogTest.verdict(desk.lines);
    assertThat(broken.code()).isEqualTo(VerdictCode.CP_BAD_SIGNATURE);
    assertThat(broken.seq()).isEqualTo(3);
  }

  @Test
  void anEndorsementIsForOneEntryOfOneLog() {
    var data =
        new HashMap<String, Object>(
            Rotation.payload(log.origin(), 2, desk.key, next.publicKey(), "replayed"));
    log.append(Event.KEY_ROTATED, desk.ada, data);

    assertThat(((ChainVerdict.Broken) AuditLogTest.verdict(desk.lines)).code())
        .isEqualTo(VerdictCode.CP_BAD_SIGNATURE);
    assertThat(Base64.getDecoder().decode(String.valueOf(data.get("endorsement")))).hasSize(64);
  }

  @Test
  void whatTheFormerKeySignsAfterwardsIsWorthNothing() {
    withNext().rotateKey(desk.key, "stolen");
    var tree = ChainFixtures.tree(desk.lines);
    var forged = Checkpoint.sign(log.origin(), tree, desk.key);
    log.append(
        Event.CHECKPOINT_PUBLISHED,
        desk.ada,
        Map.of(
            "size", forged.size(), "root", forged.rootHash(), "to", "x", "note", forged.encode()));

    var broken = (ChainVerdict.Broken) AuditLogTest.verdict(desk.lines);
    assertThat(broken.code()).isEqualTo(VerdictCode.CP_BAD_SIGNATURE);
    assertThat(broken.seq()).isEqualTo(4);
  }

  @Test
  void whatItSignedBeforeStillHolds() {
    var before = log.publish("tag v1.0.1");
    withNext().rotateKey(desk.key, "yearly");
    withNext().publish("tag v1.1.0");

    var verdict = new ChainVerification(ChainLines.of(desk.lines), Known.of(before)).run();

    assertThat(verdict).as(verdict.sentence()).isInstanceOf(ChainVerdict.Whole.class);
  }

  @Test
  void aKeyIsHandedOverByItsPresentHolderOnly() {
    assertThat(
            catchThrowableOfType(
                Problem.class, () -> withNext().rotateKey(new SeededKey(8), "theft")))
        .isNotNull();
    assertThat(desk.lines.head().size()).isEqualTo(3);
  }
}
