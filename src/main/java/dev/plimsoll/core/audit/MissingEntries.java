package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Path;

/// Brings entries back that a log lost: from an export that reaches its last signed checkpoint.
final class MissingEntries {
  private final LogStore store;
  private final CheckpointMemory memory;

  MissingEntries(LogStore store, CheckpointMemory memory) {
    this.store = store;
    this.memory = memory;
  }

  /// @return how many were appended
  long appendFrom(Path export) {
    var signed =
        memory
            .last()
            .orElseThrow(() ->
                refused(
                    "No checkpoint of this log is remembered, so nothing is known to be missing."));
    var verdict = new ChainVerification(ChainLines.of(export), Known.of(signed.checkpoint())).run();
    if (!(verdict instanceof ChainVerdict.Whole)) {
      throw refused(
          "The export " + export + " does not prove to be this log. " + verdict.sentence());
    }
    var head = store.head();
    try (var lines = ChainLines.of(export)) {
      return append(lines, head, export);
    } catch (IOException e) {
      throw Problem.of(
          "Missing entries not brought back",
          "The export " + export + " cannot be read: " + e.getMessage() + ".",
          "Try again with a readable copy; what was appended so far stays and is part of the same"
              + " chain.",
          e);
    }
  }

  private long append(ChainLines lines, LogStore.Head head, Path export) throws IOException {
    var seq = 0L;
    var hash = LogStore.Head.EMPTY.hash();
    for (var line = lines.next(); line != null; line = lines.next()) {
      if (seq == head.size() && !hash.equals(head.hash())) {
        throw refused(
            "The export " + export + " and the history part ways before entry " + seq + ".");
      }
      if (seq >= head.size()) {
        appendOne(entry(line.bytes()), seq);
      }
      hash = EntryLine.hash(line.bytes());
      seq++;
    }
    return Math.max(0, seq - head.size());
  }

  private static LogEntry entry(byte[] line) {
    return EntryLine.decode(line).entry(JsonLines.text(line), EntryLine.hash(line));
  }

  private void appendOne(LogEntry entry, long seq) {
    store.append(now -> {
      if (now.size() != seq) {
        throw refused("Another process appended to the history meanwhile.");
      }
      return entry;
    });
  }

  private static Problem refused(String reason) {
    return Problem.of(
        "Missing entries not brought back",
        reason,
        "Give an export of this log that reaches its last checkpoint (`plimsoll audit export`, or"
            + " audit.jsonl of a bundle).");
  }
}
