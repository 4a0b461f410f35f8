package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we write, read by others; what others write, read by us.
class OtherProgramsTest {
  @TempDir Path folder;

  @Test
  void tarAndZstdOpenWhatWeWrite() throws Exception {
    var sample = Sample.full(Format.TAR_ZST);
    sample.write(folder.resolve("a.tar.zst"));

    Programs.run(folder, "zstd", "-q", "-t", "a.tar.zst");
    var listed = Programs.run(folder, "tar", "--zstd", "-tvf", "a.tar.zst");
    assertThat(listed.lines()).hasSize(sample.files().size() + 3);
    assertThat(listed.lines().toList().getLast()).endsWith("backup_20260304_050607/manifest.json");
    assertThat(listed)
        .contains("drwxr-x--- 0/0")
        .contains("-rw-r-----")
        .contains("current -> small.txt")
        .contains("2026-03-04 05:06 backup_20260304_050607/data/Grüße 東京.txt");
    Files.createDirectory(folder.resolve("out"));
    Programs.run(folder, "tar", "--zstd", "-xf", "a.tar.zst", "-C", "out");
    isThere(sample, folder.resolve("out").resolve(Sample.ROOT));
    assertThat(
            Files.getLastModifiedTime(
                    folder.resolve("out").resolve(Sample.ROOT).resolve("data/small.txt"))
                .toInstant())
        .isEqualTo(Sample.TIME);
  }

  @Test
  void unzipOpensWhatWeWrite() throws Exception {
    var sample = Sample.full(Format.ZIP);
    sample.write(folder.resolve("a.zip"));

    assertThat(Programs.run(folder, "unzip", "-t", "a.zip"))
        .contains("No errors detected in compressed data of a.zip");
    assertThat(Programs.run(folder, "zip", "-T", "a.zip")).contains("test of a.zip OK");
    assertThat(Programs.run(folder, "unzip", "-Z", "a.zip"))
        .contains("-rw-r-----")
        .contains("drwxr-x---")
        .contains("lrwxrwxrwx")
        .contains("stor 26-Mar-04 05:06 backup_20260304_050607/data/noise.bin");
    Programs.run(folder, "unzip", "-q", "a.zip", "-d", "out");
    isThere(sample, folder.resolve("out").resolve(Sample.ROOT));
    assertThat(folder.resolve("out").resolve(Sample.ROOT).resolve("data/current")).isSymbolicLink();
  }

  private static void isThere(Sample sample, Path root) {
    assertThat(root.resolve("manifest.json")).hasBinaryContent(Sample.MANIFEST);
    sample.files().forEach((path, bytes) -> assertThat(root.resolve(path)).hasBinaryContent(bytes));
  }

  /// By the letter of Zstandard's seekable format: each frame is found by the table, and unpacked
  /// by itself.
  @Test
  void theSeekTableLeadsToEveryFrame() throws Exception {
    Sample.full(Format.TAR_ZST).write(folder.resolve("a.tar.zst"));
    var bytes = Files.readAllBytes(folder.resolve("a.tar.zst"));
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(file.getInt(bytes.length - 4)).isEqualTo(0x8F92EAB1);
    assertThat(bytes[bytes.length - 5]).isEqualTo((byte) 0x80);
    var count = file.getInt(bytes.length - 9);
    var table = bytes.length - 9 - 12 * count - 8;
    assertThat(file.getInt(table)).isEqualTo(0x184D2A5E);
    assertThat(file.getInt(table + 4)).isEqualTo(12 * count + 9);

    var place = 0;
    for (var i = 0; i < count; i++) {
      var packed = file.getInt(table + 8 + 12 * i);
      var unpacked = file.getInt(table + 8 + 12 * i + 4);
      var frame = folder.resolve("frame.zst");
      Files.write(frame, java.util.Arrays.copyOfRange(bytes, place, place + packed));
      Programs.run(folder, "zstd", "-q", "-d", "-f", "frame.zst", "-o", "frame");
      assertThat(Files.size(folder.resolve("frame"))).isEqualTo(unpacked);
      if (unpacked > 0) {
        assertThat(file.getInt(place + packed - 4))
            .as("frame %s ends in its checksum", i)
            .isEqualTo(file.getInt(table + 8 + 12 * i + 8));
      }
      place += packed;
    }
    assertThat(place).isEqualTo(table);
  }

  @Test
  void aTarThatTarMadeIsVerifiedAndUnpacked() throws Exception {
    tree();
    for (var command :
        new String[] {"--zstd -cf a.tar.zst old", "-cf a.tar old", "-cf b.tar ./old"}) {
      Programs.run(folder, ("tar " + command).split(" "));
      var archive = folder.resolve(command.split(" ")[command.startsWith("--") ? 2 : 1]);
      foreign(archive, "old");
    }
  }

  @Test
  void aZipThatZipMadeIsVerifiedAndUnpacked() throws Exception {
    tree();
    Programs.run(folder, "zip", "-q", "-r", "-y", "a.zip", "old");
    foreign(folder.resolve("a.zip"), "old");
  }

  @Test
  void aZipFromWindowsHasBackslashesBetweenItsFolders() throws Exception {
    var made =
        """
        import zipfile
        with zipfile.ZipFile('w.zip', 'w', zipfile.ZIP_DEFLATED) as z:
            for name in ['backup\\\\knowledge.duckdb', 'backup\\\\audit\\\\ops.jsonl']:
                info = zipfile.ZipInfo('x')
                info.filename = name
                info.create_system = 0
                z.writestr(info, name * 1000)
        """;
    Programs.run(folder, "python3", "-c", made);
    try (var reader = ArchiveReader.open(folder.resolve("w.zip"))) {
      assertThat(reader.rootFolder()).isEqualTo("backup");
      assertThat(reader.entries())
          .extracting(ArchivedEntry::path)
          .containsExactly("knowledge.duckdb", "audit/ops.jsonl");
      assertThat(reader.verify(java.util.Map.of(), Watcher.NONE).isSound()).isTrue();
      var into = folder.resolve("out");
      reader.unpack(path -> true, into, java.util.Map.of(), Watcher.NONE);
      assertThat(into.resolve("audit/ops.jsonl"))
          .hasContent("backup\\audit\\ops.jsonl".repeat(1000));
    }
  }

  private void foreign(Path archive, String root) throws Exception {
    try (var reader = ArchiveReader.open(archive)) {
      assertThat(reader.isOurs()).isFalse();
      assertThat(reader.manifest()).isEmpty();
      assertThat(reader.rootFolder()).isEqualTo(root);
      var reading = reader.verify(java.util.Map.of(), Watcher.NONE);
      assertThat(reading.flaws()).isEmpty();
      assertThat(reading.files()).isEqualTo(3);
      var into = folder.resolve("out of " + archive.getFileName());
      reader.unpack(path -> true, into, java.util.Map.of(), Watcher.NONE);
      Programs.run(folder, "diff", "-r", root, into.toString());
      assertThat(into.resolve("link")).isSymbolicLink();
    }
  }

  private void tree() throws IOException {
    var old = Files.createDirectories(folder.resolve("old/sub"));
    Files.write(old.resolve("lines.jsonl"), Sample.lines(5_000, new Random(1)));
    Files.writeString(old.resolve("empty"), "");
    Files.writeString(folder.resolve("old/Grüße.txt"), "hello");
    Files.createSymbolicLink(folder.resolve("old/link"), Path.of("sub/empty"));
  }
}
