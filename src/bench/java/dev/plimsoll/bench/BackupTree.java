package dev.plimsoll.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/// A tree as a service leaves one behind: logs in JSON Lines, pages of a database, sources and
/// notes, and files that are packed already. The same bytes every time.
final class BackupTree {
  private static final String[] WORDS = {
    "release",
    "candidate",
    "checklist",
    "the",
    "of",
    "and",
    "a",
    "is",
    "backup",
    "restore",
    "point",
    "operator",
    "evidence",
    "chain",
    "entry",
    "window",
    "service",
    "document",
    "search",
    "index",
    "vector",
    "chunk",
    "ingest",
    "error",
    "warning",
    "request",
    "answer",
    "when",
    "nothing",
    "until"
  };

  private static final int PAGE = 4096;

  private final Path folder;
  private final long bytes;

  /// @param bytes of all files, about
  BackupTree(Path folder, long bytes) {
    this.folder = folder;
    this.bytes = bytes;
  }

  /// Something that writes about so many bytes.
  private interface Writer {
    void write(OutputStream out, long length, Random random) throws IOException;
  }

  /// Lays it unless it lies there.
  Path lay() throws IOException {
    var done = folder.resolveSibling(folder.getFileName() + ".laid");
    if (Files.exists(done)) {
      return folder;
    }
    file("db/knowledge.db", bytes * 25 / 100, BackupTree::pages);
    file("db/vectors.bin", bytes * 12 / 100, BackupTree::floats);
    for (var i = 0; i < 4; i++) {
      file("audit/ops-" + i + ".jsonl", bytes * 7 / 100, BackupTree::lines);
    }
    for (var i = 0; i < 6; i++) {
      file("uploads/scan-" + i + ".pdf", bytes * 3 / 100, BackupTree::noise);
    }
    var small = bytes * 17 / 100;
    for (var i = 0; small > 0; i++) {
      var length = 500 + new Random(i).nextInt(24_000);
      file("docs/part-" + i / 100 + "/note-" + i + ".md", length, BackupTree::text);
      small -= length;
    }
    Files.writeString(done, "");
    return folder;
  }

  /// Changes about one part in a hundred: lines are added to a log, pages of the database are
  /// written, and some notes edited.
  void change() throws IOException {
    append("audit/ops-0.jsonl", bytes / 200, BackupTree::lines);
    for (var i = 0; i < 20; i++) {
      append("docs/part-0/note-" + i + ".md", 400, BackupTree::text);
    }
  }

  private void file(String path, long length, Writer writer) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      writer.write(out, length, new Random(path.hashCode()));
    }
  }

  private void append(String path, long length, Writer writer) throws IOException {
    try (var out =
        new BufferedOutputStream(
            Files.newOutputStream(folder.resolve(path), StandardOpenOption.APPEND))) {
      writer.write(out, length, new Random(length));
    }
  }

  private static void lines(OutputStream out, long length, Random random) throws IOException {
    var hash = new byte[32];
    for (long written = 0, i = 0; written < length; i++) {
      random.nextBytes(hash);
      var line =
          "{\"seq\":"
              + i
              + ",\"at\":\"2026-11-21T0"
              + i % 10
              + ":15:"
              + (10 + i % 50)
              + ".123Z\",\"event\":\""
              + WORDS[random.nextInt(WORDS.length)]
              + "\",\"actor\":\"user-"
              + random.nextInt(40)
              + "\",\"payload\":{\"path\":\"/srv/data/"
              + WORDS[random.nextInt(WORDS.length)]
              + "/"
              + random.nextInt(10_000)
              + "\",\"bytes\":"
              + random.nextInt(1_000_000)
              + "},\"hash\":\""
              + java.util.HexFormat.of().formatHex(hash)
              + "\"}\n";
      out.write(line.getBytes(StandardCharsets.UTF_8));
      written += line.length();
    }
  }

  private static void text(OutputStream out, long length, Random random) throws IOException {
    for (long written = 0; written < length; ) {
      var word = WORDS[random.nextInt(WORDS.length)] + (random.nextInt(12) == 0 ? ".\n" : " ");
      var drawn = random.nextInt(9) == 0 ? word + random.nextInt(100_000) + " " : word;
      out.write(drawn.getBytes(StandardCharsets.UTF_8));
      written += drawn.length();
    }
  }

  /// Pages of rows with gaps of zeros, as a database has them.
  private static void pages(OutputStream out, long length, Random random) throws IOException {
    for (var written = 0L; written < length; written += PAGE) {
      var page = new byte[PAGE];
      var used = 1500 + random.nextInt(2000);
      for (var i = PAGE - used; i < PAGE - 60; ) {
        var cell =
            (WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)])
                .getBytes(StandardCharsets.UTF_8);
        page[i++] = (byte) random.nextInt(256);
        page[i++] = (byte) cell.length;
        System.arraycopy(cell, 0, page, i, cell.length);
        i += cell.length;
        page[i++] = (byte) random.nextInt(256);
        page[i++] = (byte) random.nextInt(256);
      }
      out.write(page);
    }
  }

  /// Numbers of which only some bits are at random.
  private static void floats(OutputStream out, long length, Random random) throws IOException {
    var block = new byte[1 << 16];
    for (var written = 0L; written < length; written += block.length) {
      random.nextBytes(block);
      for (var i = 3; i < block.length; i += 4) {
        block[i] = (byte) (60 + (block[i] & 3));
      }
      out.write(block);
    }
  }

  private static void noise(OutputStream out, long length, Random random) throws IOException {
    var block = new byte[1 << 16];
    for (var written = 0L; written < length; written += block.length) {
      random.nextBytes(block);
      out.write(block);
    }
  }
}
