package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Disks without room: told before anything begins where it can be told, and left clean where the
/// system refuses a byte in the middle.
@Timeout(120)
final class NoRoomTest {
  private static final long FOUR_TERABYTES = 4L << 40;

  @TempDir Path folder;

  @Test
  void tooLittleRoomForTheBackupIsSaidBeforeItBegins() throws Exception {
    var ground = new Ground(folder, "files: [data]");
    var noise = new byte[1 << 20];
    new Random(3).nextBytes(noise);
    grow(ground.write("data/big", noise));
    assertThatThrownBy(ground::take)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The backup will take about 4.4 TiB in " + ground.target)
        .hasMessageContaining("are free. Make room there");
    assertThat(ground.names()).isEmpty();
    assertThat(ground.isSwept()).isTrue();
  }

  @Test
  void tooLittleRoomForCopiesIsSaidBeforeItBegins() throws Exception {
    var ground = new Ground(folder, "files: [data]");
    grow(ground.write("data/k.duckdb", "checksumDUCK"));
    assertThatThrownBy(ground::take)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Copies of the databases and logs will take about 4.0 TiB");
    assertThat(ground.names()).isEmpty();
    assertThat(ground.isSwept()).isTrue();
  }

  /// A file of holes: it takes no room itself.
  private static void grow(Path file) throws IOException {
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(FOUR_TERABYTES);
    }
  }

  /// The system lets no file grow beyond so many bytes: of a copy of the database, of the archive
  /// in its middle, and of its very end.
  @ParameterizedTest
  @ValueSource(longs = {100_000, 700_000, -1})
  void aByteThatIsRefusedLeavesNothing(long limit) throws Exception {
    for (var format : new String[] {"tar.zst", "zip"}) {
      var here = folder.resolve(format);
      var ground = new Ground(here, TakeVictim.SET.formatted(format));
      var noise = new byte[1 << 20];
      new Random(4).nextBytes(noise);
      ground.write("data/noise", noise);
      assertThat(
              Ground.run(
                  ground.repository,
                  "sqlite3",
                  "data/app.db",
                  "create table t(x); insert into t values (randomblob(300000));"))
          .startsWith("0 ");
      var first = ground.made().point();
      ground.write("data/more", "more");
      var most = limit < 0 ? first.content().stored() - 600 : limit;
      assertThat(Victims.limited(most, here, format, "take", "none"))
          .startsWith("PROBLEM Backup not ");
      assertThat(ground.names()).containsExactly(first.id());
      assertThat(ground.isSwept()).isTrue();
      assertThat(ground.backups().verify(first.id()).run()).isInstanceOf(Verified.Sound.class);
      assertThat(Files.readString(ground.file("data/more"))).isEqualTo("more");
    }
  }
}
