package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The folder of the own engine where its disk is not mounted: no folder, or an empty one.
@Timeout(120)
class BackupPlaceTest {
  @TempDir Path folder;
  private BackupYard yard;
  private Path place;

  @BeforeEach
  void make() throws Exception {
    yard = BackupYard.in(folder, BackupYard.OWN);
    place = folder.resolve("backups");
  }

  @AfterEach
  void close() {
    yard.close();
  }

  @Test
  void beforeTheFirstBackupTheMissingFolderIsNamed() {
    assertThat(yard.desk().points("shop")).isEmpty();
    assertThat(yard.desk().absence("shop"))
        .hasValueSatisfying(absence -> {
          assertThat(absence.told()).isFalse();
          assertThat(absence.sentence())
              .contains(place + " is not there", "made with the first backup");
        });
  }

  @Test
  void aFolderThatIsGoneIsNotAnEmptyOneAndIsNotMadeAnewByTheNextBackup() throws Exception {
    var id = String.valueOf(yard.take().act().id());
    unmount();

    assertThatThrownBy(() -> yard.desk().points("shop"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(place + " is not there, although backups of shop were made before")
        .hasMessageContaining("mounted");
    assertThatThrownBy(() -> yard.desk().drill("shop", null))
        .hasMessageContaining(place + " is not there");
    assertThatThrownBy(() -> yard.desk().verify("shop", id).run())
        .hasMessageContaining(place + " is not there, so nothing can be told of " + id);
    yard.line("meanwhile");
    assertThatThrownBy(() -> yard.take()).hasMessageContaining(place + " is not there");
    assertThat(place).doesNotExist();

    Files.createDirectory(place);
    assertThat(yard.take().isDone()).as("meant to begin anew there").isTrue();
  }

  @Test
  void anEmptyMountPointIsToldWithWhatTheLogKnows() throws Exception {
    yard.take();
    unmount();
    Files.createDirectory(place);

    assertThat(yard.desk().points("shop")).isEmpty();
    assertThat(yard.desk().absence("shop"))
        .hasValueSatisfying(absence -> {
          assertThat(absence.told()).isTrue();
          assertThat(absence.sentence())
              .contains("The log tells of backups that were made", place + " holds none");
        });
  }

  private void unmount() throws IOException {
    Files.move(place, folder.resolve("elsewhere"));
  }
}
