package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupSet.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A limit on the size of a process's files fails a write as a full disk does: in the middle of it.
@EnabledOnOs(OS.LINUX)
class DiskFullTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFullDiskIsSaidAndLeavesNothing(Format format) throws Exception {
    Sample.full(format).write(folder.resolve("whole"));
    var kibibytes = Files.size(folder.resolve("whole")) / 1024;
    for (var limit : new long[] {0, kibibytes / 2, kibibytes}) {
      var said =
          Programs.run(
              Path.of("").toAbsolutePath(),
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xshare:auto",
              "-XX:-UsePerfData",
              "-cp",
              System.getProperty("java.class.path"),
              WritesAnArchive.class.getName(),
              format.name(),
              String.valueOf(1024 * limit),
              folder.resolve("full").toString());
      assertThat(said)
          .as("%s KiB", limit)
          .contains("Backup not written: ")
          .contains("full cannot be written: ")
          .contains("Make room")
          .doesNotContain("Exception");
      assertThat(folder.resolve("full")).as("%s KiB", limit).doesNotExist();
    }
  }
}
