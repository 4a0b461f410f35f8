package dev.plimsoll.core.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Makes the committed chains again, each broken one named after its defect: `java -cp ...
/// dev.plimsoll.core.audit.ChainFixtures src/test/resources/dev/plimsoll/core/audit`
final class ChainFixtures {
  private final Path folder;

  private ChainFixtures(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    new ChainFixtures(Path.of(args[0])).write();
  }

  /// A log of ten entries, with a checkpoint in it and one at its end.
  static List<String> whole() {
    var desk = new LogDesk();
    var log = desk.open();
    for (var step : List.of("tests", "changelog", "version")) {
      desk.clock.turn(Duration.ofSeconds(3));
      log.append(Event.STEP_STARTED, desk.ada, Map.of("run", "r1", "step", step, "attempt", 1));
      desk.clock.turn(Duration.ofMillis(1234));
      log.append(
          Event.STEP_CONCLUDED,
          desk.ada,
          Map.of("run", "r1", "step", step, "attempt", 1, "outcome", "PASSED"));
      if (step.equals("changelog")) {
        log.publish("sign-off request");
      }
    }
    log.append(Event.RUN_SEALED, desk.ada, Map.of("run", "r1"));
    log.publish("release record of Lantern 1.0.0");
    return desk.lines.read(0, 100).stream().map(LogStore.Line::text).toList();
  }

  private void write() throws IOException {
    var whole = whole();
    save("whole", text(whole));
    save("tail-cut", text(whole).substring(0, text(whole).length() - 40));
    save("last-line-end-missing", text(whole).stripTrailing());
    save("end-missing", text(whole.subList(0, 8)));
    save("entry-missing", text(without(whole, 4)));
    save("first-entry-missing", text(without(whole, 0)));
    save("entry-twice", text(twice(whole, 4)));
    save("entries-swapped", text(swapped(whole)));
    save("entry-changed", text(changed(whole, 3, "changelog", "changelug")));
    save("blank-line", text(whole).replaceFirst("\n", "\n\n"));
    save("windows-line-ends", text(whole).replace("\n", "\r\n"));
    save("white-space", text(changed(whole, 2, "\"_seq\":", "\"_seq\": ")));
    save("member-twice", text(changed(whole, 2, "\"event\":", "\"data\":{},\"event\":")));
    save("member-unknown", text(changed(whole, 2, "\"event\":", "\"eve\":1,\"event\":")));
    save("number-as-fraction", text(changed(whole, 2, "\"_seq\":2,", "\"_seq\":2.0,")));
    save("time-without-millis", text(changed(whole, 2, ".234Z", "Z")));
    save("newer-version", text(changed(whole, 2, "\"_v\":1", "\"_v\":2")));
    save("not-json", "the log of Lantern\nentry one\n");
    save("empty", "");
    save("rewritten-after-checkpoint", text(rewritten()));
    save("checkpoint-by-another-key", text(forged()));
    save("clock-stepped", text(stepped()));
    save("tail-unanchored", text(unanchored(new LogDesk())));
    save("tail-anchored-later", text(anchoredLater()));
    save("checkpoint-far-behind", text(farBehind()));
  }

  /// Every entry from the change on was made again, so that the chain holds; the checkpoint in it
  /// does not.
  private static List<String> rewritten() {
    var store = new LinesInMemory();
    for (var line : whole().subList(0, 6)) {
      var changed = line.replace("PASSED", "FAILED");
      store.append(head -> {
        var chained =
            changed.replaceFirst("\"_prev\":\"[0-9a-f]{64}\"", "\"_prev\":\"" + head.hash() + "\"");
        var bytes = chained.getBytes(StandardCharsets.UTF_8);
        return EntryLine.decode(bytes).entry(chained, EntryLine.hash(bytes));
      });
    }
    return store.read(0, 100).stream().map(LogStore.Line::text).toList();
  }

  private static List<String> forged() {
    var desk = new LogDesk();
    var log = desk.open();
    var note = Checkpoint.sign(log.origin(), tree(desk.lines), new SeededKey(8)).encode();
    log.append(
        Event.CHECKPOINT_PUBLISHED,
        desk.ada,
        Map.of("size", 1, "root", "", "to", "nowhere", "note", note));
    return desk.lines.read(0, 100).stream().map(LogStore.Line::text).toList();
  }

  private static List<String> stepped() {
    var desk = new LogDesk();
    var log = desk.open();
    desk.clock.turn(Duration.ofHours(-1));
    log.append(Event.LOG_OPENED, desk.ada, Map.of());
    return desk.lines.read(0, 100).stream().map(LogStore.Line::text).toList();
  }

  /// A checkpoint that is published only after another entry came between.
  private static List<String> unanchored(LogDesk desk) {
    var log = desk.open();
    var checkpoint = log.checkpoint();
    log.append(Event.LOG_OPENED, desk.ada, Map.of());
    published(log, desk, checkpoint);
    log.append(Event.LOG_CLOSED, desk.ada, Map.of());
    return desk.lines.read(0, 100).stream().map(LogStore.Line::text).toList();
  }

  private static void published(AuditLog log, LogDesk desk, Checkpoint checkpoint) {
    log.append(
        Event.CHECKPOINT_PUBLISHED,
        desk.ada,
        Map.of(
            "size",
            checkpoint.size(),
            "root",
            checkpoint.rootHash(),
            "to",
            "late",
            "note",
            checkpoint.encode()));
  }

  private static List<String> anchoredLater() {
    var desk = new LogDesk();
    unanchored(desk);
    desk.open().publish("tag v1.0.0");
    return desk.lines.read(0, 100).stream().map(LogStore.Line::text).toList();
  }

  private static List<String> farBehind() {
    var desk = new LogDesk();
    var log = desk.open();
    var checkpoint = log.checkpoint();
    for (var i = 0; i < 300; i++) {
      log.append(Event.LOG_OPENED, desk.ada, Map.of());
    }
    published(log, desk, checkpoint);
    return desk.lines.read(0, 1000).stream().map(LogStore.Line::text).toList();
  }

  static Merkle tree(LogStore store) {
    var tree = Merkle.EMPTY;
    for (var line : store.read(0, 1000)) {
      tree = tree.plus(line.text().getBytes(StandardCharsets.UTF_8));
    }
    return tree;
  }

  private static List<String> without(List<String> lines, int at) {
    var copy = new ArrayList<>(lines);
    copy.remove(at);
    return copy;
  }

  private static List<String> twice(List<String> lines, int at) {
    var copy = new ArrayList<>(lines);
    copy.add(at, lines.get(at));
    return copy;
  }

  private static List<String> swapped(List<String> lines) {
    var copy = new ArrayList<>(lines);
    Collections.swap(copy, 3, 4);
    return copy;
  }

  private static List<String> changed(List<String> lines, int at, String from, String to) {
    var copy = new ArrayList<>(lines);
    copy.set(at, lines.get(at).replace(from, to));
    return copy;
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private void save(String name, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("chain-" + name + ".jsonl"), text);
  }
}
