package dev.plimsoll.core.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.CheckpointInMemory;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LinesInMemory;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A witness that looks twice, over a book on disk.
final class WitnessTest {
  @TempDir Path folder;
  private final LogDesk desk = new LogDesk();
  private AuditLog log;
  private Witness witness;

  @BeforeEach
  void meet() {
    log = desk.open();
    witness = witness();
  }

  private Witness witness() {
    return new Witness(
        ProofFixtures.WITNESS, new SeededKey(9), new WitnessBook(folder.resolve("w")), desk.clock);
  }

  private Checkpoint grown(AuditLog grown, int entries) {
    for (var i = 0; i < entries; i++) {
      grown.append(Event.LOG_OPENED, desk.ada, Map.of());
    }
    return grown.checkpoint();
  }

  private WitnessRequest request(LinesInMemory lines, long old, Checkpoint checkpoint) {
    var proof = new ProofPass(ChainLines.of(lines)).consistency(old, checkpoint.size());
    return new WitnessRequest(
        new Vkey(checkpoint.origin(), Vkey.Kind.LOG, desk.key.publicKey()),
        old,
        proof.hashes(),
        checkpoint);
  }

  @Test
  void everySizeIsCosignedFromTheOneBeforeAndItsLineHolds() {
    var before = 0L;
    for (var i = 0; i < 12; i++) {
      var checkpoint = grown(log, i % 4 + 1);

      var cosigned = witness.cosign(request(desk.lines, before, checkpoint), null);

      assertThat(cosigned.before()).isEqualTo(before);
      assertThat(Cosignature.verify(cosigned.checkpoint(), witness.vkey())).isPresent();
      assertThat(cosigned.checkpoint().verify(desk.key.publicKey())).isTrue();
      before = checkpoint.size();
    }
  }

  @Test
  void whatItSawOutlivesTheProcess() {
    var first = grown(log, 5);
    witness.cosign(request(desk.lines, 0, first), null);
    var other = fork();

    var problem =
        catchThrowableOfType(
            Problem.class,
            () -> witness().cosign(request(other.lines, first.size(), other.checkpoint), null));

    assertThat(problem.where()).startsWith("The log does not go on from the 6 entries");
  }

  private record Fork(LinesInMemory lines, Checkpoint checkpoint) {}

  /// Another log under the same name and key, of more entries.
  private Fork fork() {
    var lines = new LinesInMemory();
    var other = AuditLog.open(lines, desk.keeper(), new CheckpointInMemory());
    other.append(Event.LOG_CLOSED, desk.ada, Map.of());
    return new Fork(lines, grown(other, 9));
  }

  @Test
  void aBookThatCannotBeReadKeepsItFromSigning() throws Exception {
    var first = grown(log, 2);
    witness.cosign(request(desk.lines, 0, first), null);
    var page = folder.resolve("w").resolve(first.origin().substring("plimsoll.dev/log/".length()));
    for (var damaged : List.of("", "log x\n", Files.readString(page).substring(0, 200))) {
      Files.writeString(page, damaged);

      var problem =
          catchThrowableOfType(
              Problem.class, () -> witness.cosign(request(desk.lines, 0, first), null));

      assertThat(problem.what()).as(damaged).isEqualTo("Witness book not readable");
    }
  }

  @Test
  void ofTwoWaysOnAtTheSameTimeOneIsCosigned() throws Exception {
    var first = grown(log, 2);
    witness.cosign(request(desk.lines, 0, first), null);
    var branch = desk.lines.copyOfFirst((int) first.size());
    var other = AuditLog.open(branch, desk.keeper(), new CheckpointInMemory());
    other.append(Event.LOG_CLOSED, desk.ada, Map.of());
    var there = request(branch, first.size(), grown(other, 3));
    var here = request(desk.lines, first.size(), grown(log, 3));

    try (var two = Executors.newFixedThreadPool(2)) {
      var tried =
          two.invokeAll(
              List.<Callable<Boolean>>of(() -> isCosigned(here), () -> isCosigned(there)));
      var signed = 0;
      for (var each : tried) {
        signed += each.get() ? 1 : 0;
      }
      assertThat(signed).isEqualTo(1);
    }
  }

  private boolean isCosigned(WitnessRequest request) {
    try {
      return witness().cosign(request, null).before() > 0;
    } catch (Problem refused) {
      return false;
    }
  }

  @Test
  void anEmptyTreeHasTheRootOfNothingAndNoOther() {
    assertThat(ConsistencyProof.holds(0, 3, List.of(), new ConsistencyProof.Ends("", "")))
        .isFalse();
    assertThat(ConsistencyProof.holds(-1, 3, List.of(), new ConsistencyProof.Ends("", "")))
        .isFalse();
  }
}
