package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.NotCanonical;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an act changes, and what it keeps of what stood there: JSON Lines, the first about the act,
/// one for each path, the last with their number and the SHA-256 of all before it.
///
/// @param by the act
/// @param on when the act began
/// @param moved how far each log went, and goes then
record ChangeFile(Origin.Name by, Instant on, List<LogsMoved> moved, List<Change> changes) {
  static final String NAME = "changes.jsonl";
  private static final String SCHEMA = "plimsoll/changes/v1";
  private static final int LONGEST_LINE = 1024 * 1024;
  private static final int MOST = 1_000_000;

  ChangeFile {
    moved = List.copyOf(moved);
    changes = List.copyOf(changes);
  }

  /// On disk when it returns.
  void write(Path file) throws IOException {
    var digest = sha256();
    try (var out = Files.newOutputStream(file)) {
      var buffered = new BufferedOutputStream(out, 1 << 16);
      var first = new LinkedHashMap<String, Object>(Fields.name(by));
      first.put("schema", SCHEMA);
      first.put("on", on.toString());
      first.put("logs", moved.stream().map(Fields::moved).toList());
      line(buffered, digest, first);
      for (var change : changes) {
        var data = new LinkedHashMap<String, Object>();
        data.put("path", change.path());
        data.put("after", change.after().name());
        data.put("mode", change.mode());
        if (change.before() != null) {
          data.put("before", Fields.wanted(change.before()));
        }
        line(buffered, digest, data);
      }
      var sum = HexFormat.of().formatHex(((MessageDigest) clone(digest)).digest());
      line(buffered, digest, Map.of("changes", changes.size(), "sha256", sum));
      buffered.flush();
    }
    Durable.force(file);
  }

  private static void line(OutputStream out, MessageDigest digest, Map<String, Object> data)
      throws IOException {
    var bytes = CanonicalJson.encode(data);
    out.write(bytes);
    out.write('\n');
    digest.update(bytes);
    digest.update((byte) '\n');
  }

  /// @throws IOException with a sentence part where it is not whole
  static ChangeFile read(Path file) throws IOException {
    var digest = sha256();
    var changes = new ArrayList<Change>();
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var first = next(in, digest);
      if (!first.text("schema").equals(SCHEMA)) {
        throw new IOException("it was written by another version");
      }
      var on = first.timeOrNull("on");
      while (changes.size() <= MOST) {
        var sum = HexFormat.of().formatHex(((MessageDigest) clone(digest)).digest());
        var line = next(in, digest);
        if (line.textOrNull("path") == null) {
          if (line.number("changes") != changes.size() || !line.text("sha256").equals(sum)) {
            throw new IOException("its last line does not fit the lines before");
          }
          return new ChangeFile(
              first.name(), on == null ? Instant.EPOCH : on, first.moved(), changes);
        }
        var path = line.text("path");
        var before = line.partOrNull("before");
        changes.add(
            new Change(
                path,
                before == null ? null : before.wanted(path),
                line.word("after", Change.After.class),
                (int) line.number("mode")));
      }
      throw new IOException("it has more than " + MOST + " lines");
    }
  }

  private static Fields next(BufferedReader in, MessageDigest digest) throws IOException {
    var line = in.readLine();
    if (line == null) {
      throw new IOException("it is cut off");
    }
    var bytes = line.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    digest.update((byte) '\n');
    try {
      return new Fields(CanonicalJson.decodeObject(bytes, LONGEST_LINE));
    } catch (NotCanonical wrong) {
      throw new IOException("a line of it was changed", wrong);
    }
  }

  private static Object clone(MessageDigest digest) {
    try {
      return digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
