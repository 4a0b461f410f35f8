package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.Backups;
import dev.plimsoll.core.backup.Verified;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A file that this person may read, and that the system does not read: the speed of the loopback
/// interface, which has none. Nothing is known of its bytes, so nothing is said of them.
@Timeout(60)
class UnreadTest {
  private static final Path REFUSED = Path.of("/sys/class/net/lo/speed");

  @Test
  void whatTheSystemDoesNotReadIsNotCalledDamaged() throws Exception {
    assertThat(Files.isReadable(REFUSED)).isTrue();

    assertThat(Backups.verify(REFUSED).run())
        .isInstanceOfSatisfying(
            Verified.CouldNotTell.class,
            untold ->
                assertThat(untold.sentence()).isEqualTo("speed cannot be read: Invalid argument."));
  }

  @Test
  void whileAForeignTarIsReadNeither() {
    for (var compressed : new boolean[] {true, false}) {
      assertThatThrownBy(() -> new ForeignTar(REFUSED, compressed).list())
          .isInstanceOf(Unread.class)
          .hasMessage("invalid argument");
    }
  }

  @Test
  void norWhereAZipIsLookedFor() throws Exception {
    try (var channel = FileChannel.open(REFUSED)) {
      assertThatThrownBy(() -> new ForeignZip(channel)).isInstanceOf(Unread.class);
    }
  }

  @Test
  void bytesThatAreReadAndAreWrongAreDamage(@TempDir Path folder) throws Exception {
    var tar = folder.resolve("half.tar");
    Files.write(tar, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertThat(Backups.verify(tar).run()).isInstanceOf(Verified.Damaged.class);
  }
}
