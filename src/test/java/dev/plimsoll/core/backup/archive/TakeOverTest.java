package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupSet.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TakeOverTest {
  private static final String LATER = "backup_20260305_050607";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatHasNotChangedIsTakenOverAsItLies(Format format) throws Exception {
    var sample = Sample.full(format);
    var first = folder.resolve("first");
    sample.write(first);
    var changed = "changed\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var wanted = digests(sample);
    wanted.remove("data/small.txt");

    var second = folder.resolve("second");
    try (var earlier = ArchiveReader.open(first);
        var writer = ArchiveWriter.create(second, format, LATER, new Settings(2, 1))) {
      assertThat(writer.takeOver(earlier, wanted, Watcher.NONE)).isEmpty();
      assertThat(writer.written()).hasSize(wanted.size()).allMatch(Written::reused);
      writer.add(
          NewEntry.file("data/small.txt", 0640, Content.of(changed, Sample.TIME)), Watcher.NONE);
      writer.finish(Sample.MANIFEST, Sample.TIME);
    }

    sample.with("data/small.txt", changed);
    sound(second, sample);
    try (var reader = ArchiveReader.open(second)) {
      var reading = reader.verify(sample.expected(), wanted.keySet(), Watcher.NONE);
      assertThat(reading.isSound()).isTrue();
      assertThat(reading.files()).isEqualTo(sample.files().size() + 1);
      assertThat(reading.digests())
          .as("what was taken over is not unpacked once more")
          .containsKey("data/small.txt")
          .doesNotContainKey("data/noise.bin");
    }
    var noise = sample.files().getOrDefault("data/noise.bin", new byte[0]);
    assertThat(lies(Files.readAllBytes(second), noise)).as("noise lies there").isTrue();
    try (var reader = ArchiveReader.open(second)) {
      assertThat(reader.rootFolder()).isEqualTo(LATER);
    }
    if (format == Format.ZIP) {
      Programs.run(folder, "unzip", "-tq", "second");
    } else {
      Programs.run(folder, "tar", "--zstd", "-tf", "second");
    }
  }

  /// Whether a part of it lies in the archive as it is, which is so for what cannot be made
  /// smaller.
  private static boolean lies(byte[] archive, byte[] noise) {
    for (var i = 0; i < archive.length - 100; i++) {
      if (Arrays.equals(archive, i, i + 100, noise, 100, 200)) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatTheEarlierArchiveHasLostIsNotTakenOver(Format format) throws Exception {
    var sample = Sample.full(format);
    var first = folder.resolve("first");
    sample.write(first);
    var bytes = Files.readAllBytes(first);
    var noise = sample.files().getOrDefault("data/noise.bin", new byte[0]);
    for (var i = 0; i < bytes.length - 100; i++) {
      if (Arrays.equals(bytes, i, i + 100, noise, 100, 200)) {
        bytes[i + 50] ^= 1;
      }
    }
    Files.write(first, bytes);

    var wanted = digests(sample);
    wanted.put("data/small.txt", "0".repeat(64));
    wanted.put("data/gone.txt", "0".repeat(64));
    var second = folder.resolve("second");
    try (var earlier = ArchiveReader.open(first);
        var writer = ArchiveWriter.create(second, format, LATER, new Settings(2, 3))) {
      var left = new ArrayList<>(writer.takeOver(earlier, wanted, Watcher.NONE));
      var byDigest = format == Format.TAR_ZST ? List.of("data/small.txt") : List.<String>of();
      assertThat(left).contains("data/noise.bin", "data/gone.txt").containsAll(byDigest);
      left.remove("data/gone.txt");
      for (var path : left) {
        var content = sample.files().getOrDefault(path, new byte[0]);
        writer.add(NewEntry.file(path, 0640, Content.of(content, Sample.TIME)), Watcher.NONE);
      }
      writer.finish(Sample.MANIFEST, Sample.TIME);
    }
    sound(second, sample);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatWasTakenOverIsReadBackAllTheSame(Format format) throws Exception {
    var sample = Sample.full(format);
    var archive = folder.resolve("archive");
    sample.write(archive);
    var bytes = Files.readAllBytes(archive);
    var noise = sample.files().getOrDefault("data/noise.bin", new byte[0]);
    for (var i = 0; i < bytes.length - 100; i++) {
      if (Arrays.equals(bytes, i, i + 100, noise, 100, 200)) {
        bytes[i + 50] ^= 1;
      }
    }
    Files.write(archive, bytes);
    try (var reader = ArchiveReader.open(archive)) {
      assertThat(reader.verify(sample.expected(), sample.files().keySet(), Watcher.NONE).flaws())
          .extracting(Flaw::sentence)
          .singleElement()
          .asString()
          .contains("checksum");
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void nothingIsTakenOverFromTheOtherForm(Format format) throws Exception {
    var sample = Sample.full(format);
    var first = folder.resolve("first");
    sample.write(first);
    var other = format == Format.ZIP ? Format.TAR_ZST : Format.ZIP;
    try (var earlier = ArchiveReader.open(first);
        var writer =
            ArchiveWriter.create(folder.resolve("second"), other, LATER, new Settings(2, 3))) {
      var wanted = digests(sample);
      assertThat(writer.takeOver(earlier, wanted, Watcher.NONE))
          .containsExactlyInAnyOrderElementsOf(wanted.keySet());
    }
  }

  private static void sound(Path archive, Sample sample) throws InterruptedException {
    try (var reader = ArchiveReader.open(archive)) {
      var reading = reader.verify(sample.expected(), Watcher.NONE);
      assertThat(reading.flaws()).isEmpty();
      assertThat(reading.isSound()).isTrue();
    }
  }

  private static Map<String, String> digests(Sample sample) {
    var digests = new HashMap<String, String>();
    sample.expected().forEach((path, expected) -> digests.put(path, expected.sha256()));
    return digests;
  }
}
