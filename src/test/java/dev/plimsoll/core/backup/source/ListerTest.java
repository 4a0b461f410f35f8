package dev.plimsoll.core.backup.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.BackupSet.Sources;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListerTest {
  @TempDir Path outer;
  private Path root;

  @BeforeEach
  void aTree() throws IOException {
    root = Files.createDirectory(outer.resolve("repository"));
    for (var file :
        List.of("data/app.db", "data/cache/x", "data/deep/er/y.csv", "conf/a.toml", "conf/b.txt")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), file);
    }
  }

  private Listing listed(List<String> files, String... exclude) throws InterruptedException {
    return new Lister(root, new Sources(files, List.of(exclude), List.of(), List.of()), List.of())
        .list();
  }

  private static List<String> paths(Listing listing) {
    return listing.items().stream().map(Item::path).toList();
  }

  @Test
  void aFolderMeansAllBelowItAndIsThereItself() throws Exception {
    assertThat(paths(listed(List.of("data"), "data/cache/**", "data/cache")))
        .containsExactly("data", "data/app.db", "data/deep", "data/deep/er", "data/deep/er/y.csv");
  }

  @Test
  void aPatternFindsFilesAndWholeFolders() throws Exception {
    assertThat(paths(listed(List.of("conf/*.toml", "data/de*"))))
        .containsExactly("conf/a.toml", "data/deep", "data/deep/er", "data/deep/er/y.csv");
    assertThat(paths(listed(List.of("**/*.csv")))).containsExactly("data/deep/er/y.csv");
  }

  @Test
  void whatIsMissingOrMatchesNothingIsAFailure() {
    assertThatThrownBy(() -> listed(List.of("data/none.db")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("data/none.db cannot be read: there is no such file.");
    assertThatThrownBy(() -> listed(List.of("*.nothing")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Nothing matches *.nothing.");
  }

  @Test
  void aLinkWithinIsKeptAsALinkAndOneThatLeadsOutIsAFailure() throws Exception {
    Files.createSymbolicLink(root.resolve("data/current"), Path.of("deep/er"));
    var link =
        listed(List.of("data")).items().stream()
            .filter(item -> item.path().equals("data/current"))
            .findFirst()
            .orElseThrow();
    assertThat(link.target()).isEqualTo("deep/er");
    Files.createSymbolicLink(root.resolve("data/away"), Path.of("../../secret"));
    assertThatThrownBy(() -> listed(List.of("data")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("data/away is a link that leads out of what is saved");
    assertThat(paths(listed(List.of("data"), "data/away"))).contains("data/app.db");
  }

  @Test
  void aNamedPathThroughALinkOutOfTheRepositoryIsAFailure() throws Exception {
    var disk = Files.createDirectory(outer.resolve("disk"));
    Files.writeString(disk.resolve("big.db"), "x");
    Files.createSymbolicLink(root.resolve("mnt"), disk);
    for (var named : List.of("mnt/big.db", "mnt", "mnt/*")) {
      assertThatThrownBy(() -> listed(List.of(named)))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("leads out of the repository");
    }
    var absolute = listed(List.of(disk.toString()));
    assertThat(paths(absolute)).contains(Outside.path(disk.resolve("big.db")));
    assertThat(Outside.path(disk.resolve("big.db"))).startsWith("@root/");
  }

  @Test
  void theFolderOfTheBackupsIsLeftOutAndThatIsSaid() throws Exception {
    var backups = Files.createDirectory(root.resolve("data/backups"));
    Files.writeString(backups.resolve("backup_1.zip"), "x");
    var listing =
        new Lister(
                root,
                new Sources(List.of("data"), List.of(), List.of(), List.of()),
                List.of(backups))
            .list();
    assertThat(paths(listing)).noneMatch(path -> path.startsWith("data/backups"));
    assertThat(listing.remarks())
        .extracting(Finding::message)
        .containsExactly("data/backups holds the backups themselves, and was left out.");
  }

  @Test
  void aPipeIsLeftOutAndSaidAndNeverOpened() throws Exception {
    new ProcessBuilder("mkfifo", root.resolve("conf/pipe").toString()).start().waitFor();
    var listing = listed(List.of("conf"));
    assertThat(paths(listing)).containsExactly("conf", "conf/a.toml", "conf/b.txt");
    assertThat(listing.remarks())
        .extracting(Finding::message)
        .containsExactly("conf/pipe is a socket, a pipe or a device, and was left out.");
    assertThatThrownBy(() -> listed(List.of("conf/pipe")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is neither a file nor a folder");
  }

  @Test
  void whatIsNamedTwiceIsSavedOnce() throws Exception {
    assertThat(paths(listed(List.of("conf", "conf/a.toml", "conf/*"))))
        .containsExactly("conf", "conf/a.toml", "conf/b.txt");
  }
}
