package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointFileTest {
  @TempDir Path folder;

  private final LogDesk desk = new LogDesk();
  private Path file;
  private CheckpointFile memory;

  @BeforeEach
  void makeMemory() {
    file = folder.resolve("checkpoints").resolve("lantern");
    memory = new CheckpointFile(file);
  }

  @Test
  void nothingIsRememberedBeforeTheFirstCheckpoint() {
    assertThat(memory.last()).isEmpty();
  }

  @Test
  void theLastCheckpointOutlivesTheProgram() {
    var checkpoint = log().checkpoint();

    var remembered = new CheckpointFile(file).last().orElseThrow();

    assertThat(remembered.checkpoint()).isEqualTo(checkpoint);
    assertThat(remembered.head()).isEqualTo(desk.lines.head().hash());
    assertThat(remembered.tree().rootHash()).isEqualTo(checkpoint.rootHash());
    assertThat(folder.resolve("checkpoints").toFile().list()).containsExactly("lantern");
  }

  @Test
  void aSmallerCheckpointOfTheSameLogDoesNotReplaceALargerOne() {
    var log = log();
    log.checkpoint();
    var small = memory.last().orElseThrow();
    log.append(Event.LOG_OPENED, desk.ada, Map.of());
    var large = log.checkpoint();

    memory.remember(small);

    assertThat(memory.last().orElseThrow().checkpoint()).isEqualTo(large);
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "plimsoll", "peak ", "\n\n"})
  void aDamagedFileStopsAppendingAndSaysWhatToDo(String damaged) throws Exception {
    log().checkpoint();
    Files.writeString(file, Files.readString(file).replaceFirst(damaged, "?"));

    assertThatThrownBy(memory::last)
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Last checkpoint not readable: The file " + file);
    var log = log();
    assertThat(log.obstacle()).isPresent();
    assertThatThrownBy(() -> log.append(Event.LOG_OPENED, desk.ada, Map.of()))
        .isInstanceOf(Problem.class);
    assertThat(desk.lines.head().size()).isEqualTo(1);
  }

  private AuditLog log() {
    return AuditLog.open(desk.lines, desk.keeper(), memory);
  }
}
