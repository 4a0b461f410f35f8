package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlippedByteTest {
  private static final int POSITIONS = 1_000;

  private static final Pattern STRUCTURE =
      Pattern.compile(
          "Frame \\d+ of \\d+|seek table|table of checksums|central directory|end of the tar"
              + "|cut off");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFlippedBitAtAnyOfAThousandPlacesIsFoundAndNamed(Format format) throws Exception {
    var sample = small(format);
    var archive = folder.resolve("archive");
    sample.write(archive);
    var sound = Files.readAllBytes(archive);
    assertThat(sound.length).isGreaterThan(POSITIONS);
    var random = new Random(42);
    var named = 0;
    var silent = new ArrayList<String>();
    for (var i = 0; i < POSITIONS; i++) {
      var place = (int) ((long) i * sound.length / POSITIONS);
      var bit = 1 << random.nextInt(8);
      var bytes = sound.clone();
      bytes[place] ^= (byte) bit;
      Files.write(archive, bytes);
      var said = said(archive, sample.expected());
      if (said.stream().anyMatch(sentence -> names(sentence, sample))) {
        named++;
      } else {
        silent.add("bit " + bit + " of byte " + place + " of " + sound.length + ": " + said);
      }
    }
    assertThat(silent).isEmpty();
    assertThat(named).isEqualTo(POSITIONS);
  }

  private static boolean names(String sentence, Sample sample) {
    return STRUCTURE.matcher(sentence).find()
        || sample.files().keySet().stream().anyMatch(sentence::contains)
        || sentence.contains("manifest.json")
        || sentence.contains("data/current");
  }

  private static List<String> said(Path archive, Map<String, Expected> expected)
      throws InterruptedException {
    try (var reader = ArchiveReader.open(archive)) {
      return reader.verify(expected, Watcher.NONE).flaws().stream().map(Flaw::sentence).toList();
    } catch (Problem problem) {
      return List.of(problem.where());
    }
  }

  /// Half of it headers and small files, half of it files of their own, that they are all met.
  private static Sample small(Format format) {
    var random = new Random(3);
    var noise = new byte[Container.SMALL + 1000];
    random.nextBytes(noise);
    var sample =
        Sample.of(format)
            .with("data/noise.bin", noise)
            .with("data/small.txt", "small\n".getBytes(StandardCharsets.UTF_8))
            .with("audit/ops.jsonl", Sample.lines(4_000, random));
    for (var i = 0; i < 60; i++) {
      sample.with("many/file-" + i + ".txt", Sample.lines(5, random));
    }
    return sample;
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFlippedBitInAFileNamesThatFileAlone(Format format) throws Exception {
    var sample = small(format);
    var archive = folder.resolve("archive");
    sample.write(archive);
    var bytes = Files.readAllBytes(archive);
    var noise = sample.files().getOrDefault("data/noise.bin", new byte[0]);
    bytes[find(bytes, noise) + 500] ^= 1;
    Files.write(archive, bytes);

    try (var reader = ArchiveReader.open(archive)) {
      assertThat(reader.verify(sample.expected(), Watcher.NONE).flaws())
          .extracting(Flaw::path)
          .containsOnly("data/noise.bin");
    }
  }

  /// What cannot be made smaller lies there as it is.
  private static int find(byte[] bytes, byte[] part) {
    for (var i = 0; i < bytes.length - 400; i++) {
      if (java.util.Arrays.equals(bytes, i, i + 100, part, 1000, 1100)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anArchiveThatWasCutOffIsNeverSound(Format format) throws Exception {
    var sample = small(format);
    var archive = folder.resolve("archive");
    sample.write(archive);
    var sound = Files.readAllBytes(archive);
    for (var length = 0; length < sound.length; length += sound.length / 50) {
      Files.write(archive, java.util.Arrays.copyOf(sound, length));
      assertThat(said(archive, sample.expected())).as("cut to %s bytes", length).isNotEmpty();
    }
    Files.write(archive, java.util.Arrays.copyOf(sound, sound.length + 1));
    assertThat(said(archive, sample.expected())).as("one byte more").isNotEmpty();
  }
}
