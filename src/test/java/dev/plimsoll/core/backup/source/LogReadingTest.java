package dev.plimsoll.core.backup.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project.Audit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogReadingTest {
  private static final Path CHAINS = Path.of("src/test/resources/dev/plimsoll/core/audit/foreign");

  @TempDir Path folder;
  private final List<Finding> remarks = new ArrayList<>();

  private LogReading.Reading read(Path file, AuditedChain... chains) throws InterruptedException {
    var name = file.getFileName().toString();
    return new LogReading(new Audit(List.of(chains), Recipes.builtIn().all()), HashKeys.NONE)
        .read(file, name, folder.resolve("scratch" + System.nanoTime()), remarks::add);
  }

  private static String text(LogReading.Reading reading) throws IOException {
    try (var in = reading.bytes().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aLogIsTakenUpToItsLastWholeLineAndTheRestIsSaid() throws Exception {
    var log = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1}\n\n{\"a\":2}\n{\"a\":");
    var reading = read(log);
    assertThat(text(reading)).isEqualTo("{\"a\":1}\n\n{\"a\":2}\n");
    assertThat(reading.entries()).isEqualTo(2);
    assertThat(reading.recipe()).isNull();
    assertThat(remarks)
        .extracting(Finding::message)
        .containsExactly("a.jsonl ends in a line that has not ended; its 5 bytes were left out.");
  }

  @Test
  void whatIsAddedMeanwhileIsNotInItAndALogThatWasShortenedIsNotStill() throws Exception {
    var log = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1}\n");
    var reading = read(log);
    Files.writeString(log, "{\"a\":2}\n", StandardOpenOption.APPEND);
    assertThat(text(reading)).isEqualTo("{\"a\":1}\n");
    assertThat(reading.bytes().isStill()).isTrue();
    Files.writeString(log, "");
    assertThat(reading.bytes().isStill()).isFalse();
  }

  @Test
  void aChainIsVerifiedAndItsHeadIsTold() throws Exception {
    var log = folder.resolve("ops.jsonl");
    Files.copy(CHAINS.resolve("prev-then-body.bare.jsonl"), log);
    var lines = Files.readAllLines(log);
    var reading = read(log);
    assertThat(reading.entries()).isEqualTo(lines.size());
    assertThat(reading.recipe()).startsWith("prev-then-body");
    assertThat(lines.getLast()).contains(String.valueOf(reading.head()));
    assertThat(text(reading)).isEqualTo(Files.readString(log));
  }

  @Test
  void aBrokenChainIsAFailureThatSaysWhere() throws Exception {
    var log = folder.resolve("ops.jsonl");
    Files.copy(CHAINS.resolve("prev-then-body.bare.jsonl"), log);
    var lines = new ArrayList<>(Files.readAllLines(log));
    lines.remove(2);
    Files.write(log, lines);
    assertThatThrownBy(() -> read(log, new AuditedChain("ops", "ops.jsonl", "prev-then-body")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The chain of ops.jsonl is broken: ")
        .hasMessageContaining("line 3");
  }

  @Test
  void aLogThatIsNotChainedAsTheProjectSaysIsAFailure() throws Exception {
    var log = Files.writeString(folder.resolve("ops.jsonl"), "{\"a\":1}\n");
    assertThatThrownBy(() -> read(log, new AuditedChain("ops", "ops.jsonl", "aetherlink")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ops.jsonl");
  }

  @Test
  void anEmptyLogOfAChainIsSavedAndSaid() throws Exception {
    var log = Files.writeString(folder.resolve("ops.jsonl"), "");
    var reading = read(log, new AuditedChain("ops", "ops.jsonl", "aetherlink"));
    assertThat(reading.entries()).isZero();
    assertThat(remarks).extracting(Finding::message).containsExactly("ops.jsonl holds no entry.");
  }

  @Test
  void aLastLineThatIsLongIsFoundAcrossBlocks() throws Exception {
    var log =
        Files.writeString(
            folder.resolve("a.jsonl"), "x".repeat(200_000) + "\n" + "y".repeat(150_000));
    assertThat(LogCut.of(log).length()).isEqualTo(200_001);
    Files.writeString(log, "no line end at all");
    assertThat(LogCut.of(log).length()).isZero();
  }
}
