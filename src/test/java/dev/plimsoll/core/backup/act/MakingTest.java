package dev.plimsoll.core.backup.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.RestorePoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is said of a backup that was taken.
class MakingTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final RestorePoint.Of OF = new RestorePoint.Of(null, null);

  private static Acted made(long asTheyLie, @Nullable String doubt) {
    return new Making("shop")
        .of(
            new Taken.Made(
                new RestorePoint(
                    "shop",
                    "b.zip",
                    NOON,
                    new RestorePoint.Content(14, 3_200_000, 1_100_000, List.of()),
                    OF,
                    "m",
                    RestorePoint.Proof.NONE),
                new Manifest("shop", "shop", NOON, OF, List.of()),
                new Taken.Share(2, 12, asTheyLie, 1),
                List.of(),
                doubt));
  }

  @Test
  void whereEveryFileWasUnpackedVerifiedNeedsNoMoreWords() {
    assertThat(made(0, null).sentence())
        .isEqualTo("b.zip was made and verified: 14 files, 3.2 MB, 1.1 MB stored.");
  }

  @Test
  void whatWasTakenOverIsSaidToBeReadBackByItsChecksumAlone() {
    assertThat(made(12, null).sentence())
        .endsWith(
            " stored. 12 of them were taken over from the backup before: read back by their"
                + " checksum (CRC-32C), not unpacked.");
    assertThat(made(1, null).sentence()).contains("1 of them was taken over", "its checksum");
    assertThat(made(12, null).act().ending()).isEqualTo(Ending.DONE);
  }

  @Test
  void oneWhoseNameMayNotBeOnTheDiskIsThereAndNobodyCanTell() {
    var acted = made(0, "Input/output error");

    assertThat(acted.act().ending()).isEqualTo(Ending.OPEN);
    assertThat(acted.act().id()).isEqualTo("b.zip");
    assertThat(acted.sentence())
        .contains("It is there under its name", "could not be told: Input/output error.");
    assertThat(acted.findings())
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.next()).contains("plimsoll backup verify --set shop b.zip"));
  }
}
