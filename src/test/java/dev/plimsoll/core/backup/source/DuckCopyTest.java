package dev.plimsoll.core.backup.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.BackupSet.Kind;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files of DuckDB's shape; the program itself is not needed to copy them.
@Timeout(60)
final class DuckCopyTest {
  @TempDir Path folder;

  @Test
  void theWriteAheadFileIsCopiedWithTheFile() throws Exception {
    var main = Files.writeString(folder.resolve("k.duckdb"), "checksumDUCK main");
    Files.writeString(folder.resolve("k.duckdb.wal"), "ahead");
    var copied = new DuckCopy().copy(main, "k.duckdb", folder.resolve("copy"));
    assertThat(folder.resolve("copy")).hasSameTextualContentAs(main);
    assertThat(folder.resolve("copy.wal")).hasContent("ahead");
    assertThat(copied.wal()).isNotNull();
    Files.delete(folder.resolve("k.duckdb.wal"));
    assertThat(new DuckCopy().copy(main, "k.duckdb", folder.resolve("copy")).wal()).isNull();
    assertThat(folder.resolve("copy.wal")).doesNotExist();
  }

  @Test
  void oneThatIsWrittenToAllTheTimeIsAFailureThatSaysToStopItsProgram() throws Exception {
    var main = Files.write(folder.resolve("k.duckdb"), new byte[48 << 20]);
    var stop = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              try (var channel = FileChannel.open(main, StandardOpenOption.APPEND)) {
                while (!stop.get()) {
                  channel.write(ByteBuffer.wrap(new byte[] {1}));
                }
              } catch (IOException gone) {
                stop.set(true);
              }
            });
    try {
      assertThatThrownBy(() ->
              new DuckCopy(Duration.ofMillis(20)).copy(main, "k.duckdb", folder.resolve("copy")))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("k.duckdb was written to during each of 3 copies")
          .hasMessageContaining("Stop that program for the time of the backup");
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  @Test
  void kindsAreToldByNameAndFirstBytes() throws Exception {
    assertThat(KindOfFile.of(Files.writeString(folder.resolve("a"), "SQLite format 3\0..."), false))
        .isEqualTo(Kind.SQLITE);
    assertThat(KindOfFile.of(Files.writeString(folder.resolve("b"), "12345678DUCK1234"), false))
        .isEqualTo(Kind.DUCKDB);
    assertThat(KindOfFile.of(Files.writeString(folder.resolve("c.JSONL"), ""), false))
        .isEqualTo(Kind.LOG);
    assertThat(KindOfFile.of(Files.writeString(folder.resolve("d"), "SQLite"), false))
        .isEqualTo(Kind.PLAIN);
    assertThat(KindOfFile.of(folder.resolve("d"), true)).isEqualTo(Kind.LOG);
  }
}
