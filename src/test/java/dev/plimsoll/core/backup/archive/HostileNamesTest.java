package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileNamesTest {
  private static final List<String> NAMES =
      List.of(
          "../evil.txt",
          "root/../../evil.txt",
          "root/sub/../evil.txt",
          "/tmp/evil.txt",
          "C:/evil.txt",
          "C:evil.txt",
          "..\\evil.txt",
          "root/..\\..\\evil.txt",
          "root//evil.txt",
          "root/./evil.txt",
          "root/" + "long".repeat(40) + "\0evil.txt",
          "root/" + "deep/".repeat(300) + "evil.txt");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void aHostileNameIsRefusedBeforeAnythingIsWritten(Hostile kind) throws Exception {
    for (var name : NAMES) {
      var archive = folder.resolve("archive");
      kind.write(archive, Hostile.file("root/good.txt", 4), Hostile.file(name, 4));
      refused(archive, name);
      try (var reader = ArchiveReader.open(archive)) {
        assertThat(reader.verify(Map.of(), Watcher.NONE).flaws()).as(name).isNotEmpty();
      }
      Files.delete(archive);
    }
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void aLinkOutOfTheTreeIsRefused(Hostile kind) throws Exception {
    for (var target :
        List.of("/etc/passwd", "../../evil", "../..", "sub/../../..", "..\\..", "C:/")) {
      var archive = folder.resolve("archive");
      kind.write(archive, Hostile.file("root/good.txt", 4), Hostile.link("root/sub/link", target));
      refused(archive, target);
      Files.delete(archive);
    }
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void aFileBelowALinkIsRefused(Hostile kind) throws Exception {
    var archive = folder.resolve("archive");
    kind.write(archive, Hostile.link("root/sub", "other"), Hostile.file("root/sub/evil.txt", 4));
    refused(archive, "below a link");
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void aFileBelowAFileIsRefused(Hostile kind) throws Exception {
    var archive = folder.resolve("archive");
    kind.write(archive, Hostile.file("root/sub", 4), Hostile.file("root/sub/evil.txt", 4));
    refused(archive, "below a file");
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void aNameThatIsThereTwiceIsRefused(Hostile kind) throws Exception {
    var archive = folder.resolve("archive");
    kind.write(archive, Hostile.file("root/one", 4), Hostile.file("root/one", 4));
    refused(archive, "twice");
  }

  private void refused(Path archive, String what) throws InterruptedException {
    var into = folder.resolve("into");
    try (var reader = ArchiveReader.open(archive)) {
      assertThatThrownBy(() -> reader.unpack(path -> true, into, Map.of(), Watcher.NONE))
          .as(what)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Nothing was written.");
    }
    assertThat(into).as(what).doesNotExist();
    assertThat(folder.resolve("evil.txt")).doesNotExist();
    assertThat(folder.getParent().resolve("evil.txt")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void twinsByCaseAreTwoFilesWhereTheDiskTellsThemApart(Hostile kind) throws Exception {
    var archive = folder.resolve("archive");
    kind.write(archive, Hostile.file("root/README", 4), Hostile.file("root/readme", 4));
    var apart = folder.resolve("apart");
    Files.writeString(apart, "");
    var into = folder.resolve("into");
    try (var reader = ArchiveReader.open(archive)) {
      if (Files.exists(folder.resolve("APART"))) {
        refused(archive, "twins");
      } else {
        assertThat(reader.unpack(path -> true, into, Map.of(), Watcher.NONE))
            .containsOnlyKeys("README", "readme");
      }
    }
  }

  @Test
  void twinsByCaseAreOneFileWhereItDoesNot() {
    var flaws = new Flaws();
    Names.twins(
        List.of(
            new Place(Hostile.file("root/README", 4), 0, null),
            new Place(Hostile.file("root/Caf\u00e9", 4), 0, null),
            new Place(Hostile.file("root/cafe\u0301", 4), 0, null),
            new Place(Hostile.file("root/readme", 4), 0, null)),
        flaws);

    assertThat(flaws.all())
        .extracting(Flaw::path)
        .containsExactly("root/cafe\u0301", "root/readme");
  }

  @Test
  void theWriterRefusesWhatTheReaderWould() throws Exception {
    var archive = folder.resolve("archive");
    for (var name :
        List.of("../evil", "/evil", "C:evil", "a\\b", "a\0b", "a//b", "", "manifest.json")) {
      try (var writer =
          ArchiveWriter.create(
              archive,
              dev.plimsoll.core.model.BackupSet.Format.TAR_ZST,
              "root",
              new Settings(1, 3))) {
        assertThatThrownBy(() ->
                writer.add(
                    NewEntry.file(name, 0644, Content.of(new byte[1], Sample.TIME)), Watcher.NONE))
            .as(name)
            .isInstanceOf(Problem.class);
      }
      assertThat(archive).doesNotExist();
    }
  }
}
