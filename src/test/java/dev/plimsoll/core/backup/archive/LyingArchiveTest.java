package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LyingArchiveTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void aManifestThatLiesIsFoundOut(Format format) throws Exception {
    var sample = Sample.full(format);
    var archive = folder.resolve("archive");
    sample.write(archive);
    var lies = new HashMap<>(sample.expected());
    lies.put("data/small.txt", new Expected(6, "0".repeat(64)));
    lies.put("audit/ops.jsonl", new Expected(7, "0".repeat(64)));
    lies.put("data/gone.txt", new Expected(1, "0".repeat(64)));
    lies.remove("data/edge");

    try (var reader = ArchiveReader.open(archive)) {
      assertThat(reader.verify(lies, Watcher.NONE).flaws())
          .extracting(Flaw::path)
          .containsExactlyInAnyOrder(
              "data/small.txt", "audit/ops.jsonl", "data/gone.txt", "data/edge");
      var into = folder.resolve("into");
      assertThatThrownBy(() -> reader.unpack(path -> true, into, lies, Watcher.NONE))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Nothing was written.");
      assertThatThrownBy(
              () -> reader.unpack(path -> path.equals("data/small.txt"), into, lies, Watcher.NONE))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("data/small.txt is not the file that the manifest names")
          .hasMessageContaining("What was unpacked was removed.");
      assertThat(into).doesNotExist();
    }
  }

  @Test
  void aZipThatUnpacksToMoreThanItSaysIsStopped() throws Exception {
    bomb("info.file_size = 10", "");
    try (var reader = ArchiveReader.open(folder.resolve("bomb.zip"))) {
      assertThat(reader.verify(Map.of(), Watcher.NONE).flaws())
          .extracting(Flaw::sentence)
          .anyMatch(sentence -> sentence.contains("it unpacks to more than it says"));
      removed(reader);
    }
  }

  @Test
  void aZipThatSaysItUnpacksToATerabyteIsNotUnpacked() throws Exception {
    bomb("info.file_size = 1 << 40", "");
    try (var reader = ArchiveReader.open(folder.resolve("bomb.zip"))) {
      assertThat(reader.verify(Map.of(), Watcher.NONE).flaws())
          .extracting(Flaw::sentence)
          .anyMatch(sentence -> sentence.contains("more than 200 times its size"));
      removed(reader);
    }
  }

  @Test
  void aZipWhoseEntriesShareTheirBytesIsNotUnpacked() throws Exception {
    bomb("pass", "z.filelist[1].header_offset = z.filelist[0].header_offset");
    try (var reader = ArchiveReader.open(folder.resolve("bomb.zip"))) {
      assertThat(reader.verify(Map.of(), Watcher.NONE).flaws())
          .extracting(Flaw::sentence)
          .anyMatch(sentence -> sentence.contains("lie in the same place"));
      removed(reader);
    }
  }

  /// Python changes what the central directory says.
  private void bomb(String ofEach, String atTheEnd) throws Exception {
    var made =
        """
        import zipfile
        with zipfile.ZipFile('bomb.zip', 'w', zipfile.ZIP_DEFLATED) as z:
            z.writestr('a/one', bytes(10_000_000))
            z.writestr('a/two', bytes(10_000_000))
            for info in z.filelist:
                %s
            %s
        """
            .formatted(ofEach, atTheEnd);
    Programs.run(folder, "python3", "-c", made);
  }

  private void removed(ArchiveReader reader) {
    var into = folder.resolve("into");
    assertThatThrownBy(() -> reader.unpack(path -> true, into, Map.of(), Watcher.NONE))
        .isInstanceOf(Problem.class);
    assertThat(into).doesNotExist();
  }

  @Test
  void aTarThatOthersMadeOfNothingButZerosIsStopped() throws Exception {
    Programs.run(
        folder,
        "bash",
        "-c",
        "truncate -s 300M zeros && tar -c zeros | zstd -q -T1 -o bomb.tar.zst && rm zeros");
    try (var reader = ArchiveReader.open(folder.resolve("bomb.tar.zst"))) {
      assertThat(reader.verify(Map.of(), Watcher.NONE).flaws())
          .extracting(Flaw::sentence)
          .anyMatch(sentence -> sentence.contains("more than 200 times its size"));
      removed(reader);
    }
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void nothingIsOverwritten(Hostile kind) throws Exception {
    var archive = folder.resolve("archive");
    kind.write(archive, Hostile.file("root/file.txt", 4));
    var into = Files.createDirectory(folder.resolve("into"));
    Files.writeString(into.resolve("file.txt"), "mine");
    try (var reader = ArchiveReader.open(archive)) {
      assertThatThrownBy(() -> reader.unpack(path -> true, into, Map.of(), Watcher.NONE))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("is not an empty folder");
    }
    assertThat(into.resolve("file.txt")).hasContent("mine");
  }

  @Test
  void whatIsNoArchiveIsSaidToBeNone() throws Exception {
    var file = folder.resolve("notes.txt");
    for (var text : new String[] {"", "x", "only a text, and not even a long one"}) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      assertThatThrownBy(() -> ArchiveReader.open(file).close())
          .isInstanceOf(Problem.class)
          .hasMessageContaining("notes.txt");
    }
    assertThatThrownBy(() -> ArchiveReader.open(folder.resolve("gone.zip")).close())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("There is no such file.");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFileThatIsHurtLeavesNothingBehind(Format format) throws Exception {
    var sample = Sample.full(format);
    var archive = folder.resolve("archive");
    sample.write(archive);
    var bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 4;
    Files.write(archive, bytes);
    var into = folder.resolve("into");
    try (var reader = ArchiveReader.open(archive)) {
      assertThatThrownBy(() -> reader.unpack(path -> true, into, sample.expected(), Watcher.NONE))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("What was unpacked was removed.");
      assertThat(into).doesNotExist();
      assertThat(
              reader.unpack(
                  path -> path.equals("data/small.txt"), into, sample.expected(), Watcher.NONE))
          .as("a file that is not hurt is still there to be had")
          .containsOnlyKeys("data/small.txt");
    }
  }
}
