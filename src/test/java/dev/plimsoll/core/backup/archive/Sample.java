package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A small archive with everything in it: small files, large ones that become smaller and one that
/// does not, an empty one, a folder, a link, a long name, and one that is not ASCII.
final class Sample {
  static final Instant TIME = Instant.parse("2026-03-04T05:06:07.890123Z");
  static final String ROOT = "backup_20260304_050607";
  static final byte[] MANIFEST = "{\"what\":\"a manifest\"}\n".getBytes(StandardCharsets.UTF_8);

  private final Map<String, byte[]> files = new TreeMap<>();
  private Format format = Format.TAR_ZST;
  private int threads = 2;

  static Sample of(Format format) {
    var sample = new Sample();
    sample.format = format;
    return sample;
  }

  static Sample full(Format format) {
    var random = new Random(5);
    var noise = new byte[300_000];
    random.nextBytes(noise);
    return of(format)
        .with("audit/ops.jsonl", lines(20_000, random))
        .with("audit/empty.jsonl", new byte[0])
        .with("data/noise.bin", noise)
        .with("data/small.txt", "hello\n".getBytes(StandardCharsets.UTF_8))
        .with("data/Grüße 東京.txt", "not ASCII\n".getBytes(StandardCharsets.UTF_8))
        .with("data/" + "long".repeat(40) + "/file.txt", lines(10, random))
        .with("data/edge", new byte[Container.SMALL])
        .with("data/over", new byte[Container.SMALL + 1]);
  }

  static byte[] lines(int count, Random random) {
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.append("{\"seq\":").append(i).append(",\"event\":\"ingest\",\"bytes\":");
      text.append(random.nextInt(1_000_000)).append("}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  Sample with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  Map<String, byte[]> files() {
    return files;
  }

  /// Writes it, with a folder and a link.
  List<Written> write(Path archive) throws InterruptedException {
    var settings = new Settings(threads, Settings.usual(format).level());
    try (var writer = ArchiveWriter.create(archive, format, ROOT, settings)) {
      writer.add(NewEntry.folder("data", 0750, TIME), Watcher.NONE);
      for (var file : files.entrySet()) {
        writer.add(
            NewEntry.file(file.getKey(), 0640, Content.of(file.getValue(), TIME)), Watcher.NONE);
      }
      writer.add(NewEntry.link("data/current", "small.txt", TIME), Watcher.NONE);
      writer.finish(MANIFEST, TIME);
      return List.copyOf(writer.written());
    }
  }

  /// What a manifest would say.
  Map<String, Expected> expected() {
    var expected = new HashMap<String, Expected>();
    files.forEach(
        (path, bytes) -> expected.put(path, new Expected(bytes.length, Sha256.of(bytes))));
    return expected;
  }

  static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
