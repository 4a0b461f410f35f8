package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lock that asking for it does not lose.
class HeldLockTest {
  @TempDir Path folder;

  @Test
  void whoeverAsksHereForALockThatIsHeldDoesNotTakeItFromItsHolder() throws Exception {
    var file = folder.resolve("lock");
    try (var held = HeldLock.of(file).orElseThrow()) {
      assertThat(HeldLock.of(file)).isEmpty();
      assertThat(HeldLock.isHeld(file)).isTrue();
      assertThat(asked(file)).isEqualTo("held");
      assertThat(held).isNotNull();
    }
    assertThat(asked(file)).isEqualTo("free");
    assertThat(HeldLock.isHeld(file)).isFalse();
  }

  @Test
  void aLockIsOneByWhateverNameItsFolderIsReached() throws Exception {
    var real = Files.createDirectory(folder.resolve("real"));
    var alias = Files.createSymbolicLink(folder.resolve("alias"), real);
    try (var held = HeldLock.of(real.resolve("lock")).orElseThrow()) {
      assertThat(HeldLock.of(alias.resolve("lock"))).isEmpty();
      assertThat(asked(real.resolve("lock"))).isEqualTo("held");
      assertThat(held).isNotNull();
    }
  }

  /// What another process sees.
  private static String asked(Path file) throws Exception {
    var classes =
        Stream.of(HeldLock.class, AsksForLock.class)
            .map(each -> each.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));
    var asking =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classes,
                AsksForLock.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (var said = asking.inputReader()) {
      var line = said.readLine();
      assertThat(asking.waitFor()).as(line).isZero();
      return line;
    }
  }
}
