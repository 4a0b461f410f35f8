package dev.plimsoll.bench;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.CheckpointMemory;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.SignedHead;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Large logs to verify, the same every time but for keys: one of our own and one as `aetherlink`
/// writes it. A file of the right number of entries that is there already is used again.
final class ChainFiles {
  private static final int LENGTH = 300;
  private static final String ZEROS = "0".repeat(64);

  private final Path folder;

  ChainFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /// Entries of 300 bytes, none of them a checkpoint.
  Path own(int entries) throws IOException {
    return made("own-" + entries + ".jsonl", out -> own(entries, out));
  }

  /// Entries of about 300 bytes, spelled by Python's `json.dumps(sort_keys=True,
  /// separators=(",",":"))`.
  Path foreign(int entries) throws IOException {
    return made("aetherlink-" + entries + ".jsonl", out -> foreign(entries, out));
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private Path made(String name, Writing writing) throws IOException {
    var file = folder.resolve(name);
    if (!Files.exists(file)) {
      var begun = folder.resolve(name + ".part");
      try (var out = new BufferedOutputStream(Files.newOutputStream(begun), 1 << 20)) {
        writing.to(out);
      }
      Files.move(begun, file);
    }
    return file;
  }

  private void own(int entries, OutputStream out) throws IOException {
    var key = folder.resolve("log-key");
    if (!Files.exists(key)) {
      KeyFiles.create(key, "bench", null, new SecureRandom());
    }
    var first = new First();
    try (var signer = KeyFiles.open(key, PassphraseSource.none())) {
      var keeper =
          new LogKeeper(
              Clock.systemUTC(),
              signer,
              new SecureRandom(),
              Actor.unauthenticated("bench", "desk"),
              new LogKeeper.Tool("bench", "1"));
      AuditLog.open(first, keeper, new Forgetful());
    }
    var head = ZEROS;
    for (var line : first.lines) {
      head = line.hash();
      write(out, line.text().getBytes(StandardCharsets.UTF_8));
    }
    var actor = new Actor("ada@example.org", "SHA256:" + "a".repeat(43));
    for (var seq = first.lines.size(); seq < entries; seq++) {
      var time = Instant.ofEpochMilli(1_800_000_000_000L + 250L * seq);
      var text = "x".repeat(Math.max(0, LENGTH - 273 - Integer.toString(seq).length()));
      var data = Map.<String, Object>of("run", "r" + seq % 10, "note", text);
      var line = new EntryLine(head, seq, time, actor, data, "step.concluded").encode();
      head = Digests.sha256Hex(line);
      write(out, line);
    }
  }

  private static void foreign(int entries, OutputStream out) throws IOException {
    var random = new Random(7);
    var head = "null";
    for (var i = 0; i < entries; i++) {
      var before =
          String.format(
              Locale.ROOT,
              "{\"action\":\"deploy.step\",\"actor\":\"ops-%d@example.org\",\"amount\":%d.%d,",
              random.nextInt(40),
              random.nextInt(1000),
              1 + random.nextInt(9));
      var after =
          String.format(
              Locale.ROOT,
              "\"note\":\"caf\\u00e9"
                  + " %08x\",\"prev_hash\":%s,\"seq\":%d,\"ts\":\"2026-03-01T09:%02d:%02dZ\"}",
              random.nextInt(),
              head,
              i,
              i / 60 % 60,
              i % 60);
      var hash = Digests.sha256Hex((before + after).getBytes(StandardCharsets.UTF_8));
      head = "\"" + hash + "\"";
      write(out, (before + "\"hash\":" + head + "," + after).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(OutputStream out, byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  private static final class Forgetful implements CheckpointMemory {
    @Override
    public Optional<SignedHead> last() {
      return Optional.empty();
    }

    @Override
    public void remember(SignedHead signed) {
      // a log that nobody goes on with
    }
  }

  /// Keeps the few entries with which a log begins.
  private static final class First implements LogStore {
    private final List<Line> lines = new ArrayList<>();

    @Override
    public LogEntry append(Function<Head, LogEntry> made) {
      var entry = made.apply(head());
      lines.add(new Line(entry.seq(), entry.line(), entry.hash()));
      return entry;
    }

    @Override
    public Head head() {
      return lines.isEmpty() ? Head.EMPTY : new Head(lines.size(), lines.getLast().hash());
    }

    @Override
    public List<Line> read(long from, int limit) {
      return lines.stream().filter(line -> line.seq() >= from).limit(limit).toList();
    }
  }
}
