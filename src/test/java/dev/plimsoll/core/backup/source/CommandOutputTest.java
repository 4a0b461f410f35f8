package dev.plimsoll.core.backup.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.BackupSet.Output;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CommandOutputTest {
  @TempDir Path folder;

  private void write(Duration timeout, String... words) throws InterruptedException {
    new CommandOutput(
            folder,
            Map.of("PATH", System.getenv().getOrDefault("PATH", "/bin"), "TOKEN", "hunter2"),
            said -> said.replace("hunter2", "***"))
        .write(new Output("out.sql", List.of(words), timeout), folder.resolve("out"));
  }

  @Test
  void whatAProgramWritesIsInTheFileAndNothingOfWhatItComplains() throws Exception {
    write(Duration.ofSeconds(20), "sh", "-c", "pwd; echo complaint >&2; printf end");
    assertThat(Files.readString(folder.resolve("out"))).isEqualTo(folder.toRealPath() + "\nend");
  }

  @Test
  void aProgramThatFailsIsAFailureWithItsLastWordsMasked() {
    assertThatThrownBy(
            () -> write(Duration.ofSeconds(20), "sh", "-c", "echo no $TOKEN >&2; exit 3"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("sh failed with exit code 3: no ***")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aProgramThatTakesTooLongIsStoppedWithWhatItStarted() {
    assertThatThrownBy(
            () -> write(Duration.ofMillis(300), "sh", "-c", "sleep 4711 & echo x; sleep 4711"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("sh had not ended after");
    assertThat(
            ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep 4711"))
                .filter(ProcessHandle::isAlive))
        .isEmpty();
  }

  @Test
  void aProgramThatWritesNothingOrIsNotThereIsAFailure() {
    assertThatThrownBy(() -> write(Duration.ofSeconds(20), "true"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("true wrote nothing for out.sql.");
    assertThatThrownBy(() -> write(Duration.ofSeconds(20), "no-such-program-here"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no-such-program-here cannot be started");
  }

  @Test
  void moreComplaintsThanAnybodyReadsDoNotStopIt() throws Exception {
    write(Duration.ofSeconds(30), "sh", "-c", "yes complaint | head -c 3000000 >&2; echo done");
    assertThat(Files.readString(folder.resolve("out"))).isEqualTo("done\n");
  }
}
