package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RestlessSourceTest {
  @TempDir Path folder;

  /// A file to which a writer adds each time it was read to its end, so often.
  private static final class Growing implements Content {
    private final Path file;
    private final Content content;
    private int left;

    Growing(Path file, int times) {
      this.file = file;
      this.content = Content.of(file);
      this.left = times;
    }

    @Override
    public InputStream open() throws IOException {
      return new FilterInputStream(content.open()) {
        @Override
        public int read() throws IOException {
          var read = super.read();
          if (read < 0 && left > 0) {
            left--;
            Files.writeString(file, "one more line\n", java.nio.file.StandardOpenOption.APPEND);
          }
          return read;
        }

        @Override
        public int read(byte[] room, int from, int length) throws IOException {
          var read = length == 0 ? 0 : read();
          if (read < 0) {
            return -1;
          }
          room[from] = (byte) read;
          return Math.min(1, length);
        }
      };
    }

    @Override
    public long size() throws IOException {
      return content.size();
    }

    @Override
    public Instant modifiedOn() throws IOException {
      return content.modifiedOn();
    }

    @Override
    public boolean isStill() throws IOException {
      return content.isStill();
    }
  }

  @ParameterizedTest
  @CsvSource({"TAR_ZST,10", "TAR_ZST,100000", "ZIP,10", "ZIP,100000"})
  void aFileThatGrowsWhileItIsReadIsReadAgain(Format format, int lines) throws Exception {
    var file = Files.write(folder.resolve("ops.jsonl"), Sample.lines(lines, new Random(1)));
    var archive = folder.resolve("archive");
    var passed = new AtomicLong();
    try (var writer = ArchiveWriter.create(archive, format, "root", new Settings(2, 3))) {
      writer.add(
          NewEntry.file("before.txt", 0644, Content.of(new byte[100], Sample.TIME)), Watcher.NONE);
      writer.add(
          NewEntry.file("ops.jsonl", 0644, new Growing(file, 2)),
          (path, bytes) -> passed.addAndGet(bytes));
      writer.finish(Sample.MANIFEST, Sample.TIME);
    }
    var bytes = Files.readAllBytes(file);
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
        .endsWith("one more line\none more line\n");
    assertThat(passed).as("what was taken back does not count").hasValue(bytes.length);
    try (var reader = ArchiveReader.open(archive)) {
      var reading =
          reader.verify(
              Map.of(
                  "ops.jsonl", new Expected(bytes.length, Sha256.of(bytes)),
                  "before.txt", new Expected(100, Sha256.of(new byte[100]))),
              Watcher.NONE);
      assertThat(reading.flaws()).isEmpty();
      assertThat(reading.isSound()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"TAR_ZST,10", "TAR_ZST,100000", "ZIP,10", "ZIP,100000"})
  void aFileThatNeverKeepsStillIsAFailure(Format format, int lines) throws Exception {
    var file = Files.write(folder.resolve("ops.jsonl"), Sample.lines(lines, new Random(1)));
    var archive = folder.resolve("archive");
    try (var writer = ArchiveWriter.create(archive, format, "root", new Settings(2, 3))) {
      assertThatThrownBy(() ->
              writer.add(
                  NewEntry.file("audit/ops.jsonl", 0644, new Growing(file, 100)), Watcher.NONE))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("audit/ops.jsonl was changed while it was read, 3 times.");
    }
    assertThat(archive).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFileThatIsGoneIsAFailureThatNamesIt(Format format) throws Exception {
    var archive = folder.resolve("archive");
    try (var writer = ArchiveWriter.create(archive, format, "root", new Settings(2, 3))) {
      assertThatThrownBy(() ->
              writer.add(
                  NewEntry.file("data/gone.db", 0644, Content.of(folder.resolve("gone"))),
                  Watcher.NONE))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("data/gone.db cannot be read: it is not there.");
    }
    assertThat(archive).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anInterruptLeavesNothing(Format format) throws Exception {
    var archive = folder.resolve("archive");
    var noise = new byte[5_000_000];
    new Random(2).nextBytes(noise);
    try (var writer = ArchiveWriter.create(archive, format, "root", new Settings(2, 3))) {
      assertThatThrownBy(() ->
              writer.add(
                  NewEntry.file("noise", 0644, Content.of(noise, Sample.TIME)),
                  (path, bytes) -> Thread.currentThread().interrupt()))
          .isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted();
    }
    assertThat(archive).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFileThatIsThereIsNotOverwritten(Format format) throws Exception {
    var archive = Files.writeString(folder.resolve("archive"), "mine");
    assertThatThrownBy(
            () -> ArchiveWriter.create(archive, format, "root", new Settings(2, 3)).close())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("it is there already");
    assertThat(archive).hasContent("mine");
  }
}
