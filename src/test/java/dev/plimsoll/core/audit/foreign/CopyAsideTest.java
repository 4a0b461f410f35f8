package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broken file is put aside before anybody mends it.
final class CopyAsideTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T09:30:00.123Z"));
  private static final Path BROKEN = Chains.FOLDER.resolve("broken").resolve("not-utf8.jsonl");

  @TempDir Path folder;

  @Test
  void theCopyHasTheSameBytesAndTheTimeInItsName() throws Exception {
    var before = Files.readAllBytes(BROKEN);

    var aside = CopyAside.of(BROKEN, folder.resolve("aside"), CLOCK);

    assertThat(aside.copy())
        .isEqualTo(folder.resolve("aside").resolve("not-utf8.jsonl.20260301T093000Z.broken"));
    assertThat(Files.readAllBytes(aside.copy())).isEqualTo(before);
    assertThat(Files.readAllBytes(BROKEN)).isEqualTo(before);
    assertThat(aside.bytes()).isEqualTo(before.length);
    assertThat(aside.sha256()).isEqualTo(Digests.sha256Hex(before));
  }

  @Test
  void nothingIsEverOverwritten() throws Exception {
    var taken = folder.resolve("not-utf8.jsonl.20260301T093000Z.broken");
    Files.writeString(taken, "somebody's own");

    var second = CopyAside.of(BROKEN, folder, CLOCK);
    var third = CopyAside.of(BROKEN, folder, CLOCK);

    assertThat(Files.readString(taken)).isEqualTo("somebody's own");
    assertThat(second.copy().getFileName()).hasToString("not-utf8.jsonl.20260301T093000Z-2.broken");
    assertThat(third.copy().getFileName()).hasToString("not-utf8.jsonl.20260301T093000Z-3.broken");
  }

  @Test
  void whatCannotBeCopiedIsToldAndLeavesNothingBehind() {
    assertThatThrownBy(() -> CopyAside.of(folder.resolve("none.jsonl"), folder, CLOCK))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> CopyAside.of(BROKEN, BROKEN, CLOCK))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("could not be copied");
    assertThat(folder).isEmptyDirectory();
  }
}
