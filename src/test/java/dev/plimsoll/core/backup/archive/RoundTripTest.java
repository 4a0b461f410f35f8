package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatWasPutInComesOut(Format format) throws Exception {
    var sample = Sample.full(format);
    var archive = folder.resolve("archive");
    var written = sample.write(archive);

    assertThat(written)
        .filteredOn(entry -> entry.kind() == EntryKind.FILE)
        .hasSize(sample.files().size())
        .allSatisfy(entry -> {
          assertThat(entry.sha256()).isEqualTo(sample.expected().get(entry.path()).sha256());
          assertThat(entry.size()).isEqualTo(sample.expected().get(entry.path()).size());
          assertThat(entry.reused()).isFalse();
        });
    try (var reader = ArchiveReader.open(archive)) {
      assertThat(reader.format()).isEqualTo(format);
      assertThat(reader.isOurs()).isTrue();
      assertThat(reader.manifest()).hasValue(Sample.MANIFEST);
      assertThat(reader.rootFolder()).isEqualTo(Sample.ROOT);
      assertThat(reader.entries())
          .hasSize(sample.files().size() + 2)
          .allSatisfy(entry -> assertThat(entry.modifiedOn()).isEqualTo(Sample.TIME));

      var reading = reader.verify(sample.expected(), Watcher.NONE);
      assertThat(reading.flaws()).isEmpty();
      assertThat(reading.isSound()).isTrue();
      assertThat(reading.files()).isEqualTo(sample.files().size() + 1);

      var into = folder.resolve("out");
      var digests = reader.unpack(path -> true, into, sample.expected(), Watcher.NONE);
      assertThat(digests).hasSize(sample.files().size());
      comesOut(sample, into);
    }
  }

  private static void comesOut(Sample sample, Path into) throws IOException {
    for (var file : sample.files().entrySet()) {
      var path = into.resolve(file.getKey());
      assertThat(path).hasBinaryContent(file.getValue());
      assertThat(Files.getLastModifiedTime(path).toInstant()).isEqualTo(Sample.TIME);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-r-----");
    }
    assertThat(Files.readSymbolicLink(into.resolve("data/current"))).hasToString("small.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(into.resolve("data"))))
        .isEqualTo("rwxr-x---");
  }
}
