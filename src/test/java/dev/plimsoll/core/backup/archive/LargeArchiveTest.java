package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeArchiveTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void aHundredThousandEntries(Format format) throws Exception {
    var archive = folder.resolve("archive");
    var expected = new HashMap<String, Expected>();
    try (var writer = ArchiveWriter.create(archive, format, "root", new Settings(2, 3))) {
      for (var i = 0; i < 100_000; i++) {
        var bytes = ("file " + i).getBytes(StandardCharsets.UTF_8);
        var path = "folder-" + i / 1000 + "/file-" + i + ".txt";
        expected.put(path, new Expected(bytes.length, Sha256.of(bytes)));
        writer.add(NewEntry.file(path, 0644, Content.of(bytes, Sample.TIME)), Watcher.NONE);
      }
      writer.finish(Sample.MANIFEST, Sample.TIME);
    }
    try (var reader = ArchiveReader.open(archive)) {
      assertThat(reader.entries()).hasSize(100_000);
      var reading = reader.verify(expected, Watcher.NONE);
      assertThat(reading.flaws()).isEmpty();
      assertThat(reading.files()).isEqualTo(100_001);
      assertThat(
              reader.unpack(
                  path -> path.startsWith("folder-7/"),
                  folder.resolve("into"),
                  expected,
                  Watcher.NONE))
          .hasSize(1000);
    }
    var listed =
        format == Format.ZIP
            ? Programs.run(folder, "unzip", "-Z", "-1", "archive")
            : Programs.run(folder, "tar", "--zstd", "-tf", "archive");
    assertThat(listed.lines()).hasSize(100_001);
  }

  /// With a line at its end, where 32 bits no longer reach.
  @ParameterizedTest
  @EnumSource(Format.class)
  void aFileOfFiveGibibytes(Format format) throws Exception {
    var size = 5L << 30;
    var big = folder.resolve("big");
    try (var file = new RandomAccessFile(big.toFile(), "rw")) {
      file.seek(size - 4);
      file.write("end\n".getBytes(StandardCharsets.UTF_8));
    }
    var archive = folder.resolve("archive");
    try (var writer = ArchiveWriter.create(archive, format, "root", new Settings(2, 1))) {
      writer.add(NewEntry.file("big", 0644, Content.of(big)), Watcher.NONE);
      writer.add(
          NewEntry.file("behind.txt", 0644, Content.of(new byte[3], Sample.TIME)), Watcher.NONE);
      writer.finish(Sample.MANIFEST, Sample.TIME);
      assertThat(writer.written().getFirst().size()).isEqualTo(size);
    }
    Files.delete(big);
    try (var reader = ArchiveReader.open(archive)) {
      assertThat(reader.entries()).extracting(ArchivedEntry::size).containsExactly(size, 3L);
      assertThat(
              reader.unpack("behind.txt"::equals, folder.resolve("into"), Map.of(), Watcher.NONE))
          .containsOnlyKeys("behind.txt");
      if (format == Format.TAR_ZST) {
        var reading = reader.verify(Map.of(), Watcher.NONE);
        assertThat(reading.flaws()).isEmpty();
        assertThat(reading.bytes()).isEqualTo(size + 3 + Sample.MANIFEST.length);
      }
    }
    var listed =
        format == Format.ZIP
            ? Programs.run(folder, "unzip", "-Z", "archive")
            : Programs.run(folder, "tar", "--zstd", "-tvf", "archive");
    assertThat(listed).contains(" " + size + " ").contains("root/behind.txt");
  }
}
