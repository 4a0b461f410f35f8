package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The walk on all processors says what the walk line by line says.
final class FastWalkTest {
  private static final int MUTATIONS = 2_000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 333, 1000, 100_000})
  void everyCommittedChainIsJudgedAlike(int chunkBytes) throws Exception {
    var address = Objects.requireNonNull(FastWalkTest.class.getResource("chain-whole.jsonl"));
    try (var files = Files.list(Path.of(address.toURI()).getParent())) {
      var chains = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
      assertThat(chains).hasSizeGreaterThan(20);
      for (var chain : chains) {
        agree(chain, Known.NOTHING, chunkBytes);
        agree(chain, lastCheckpoint(), chunkBytes);
      }
    }
  }

  @Test
  void thousandsOfDamagedLogsAreJudgedAlike() throws Exception {
    var random = new Random(20260301);
    var log = log(30);
    var other = log(31);
    var file = folder.resolve("log.jsonl");
    var broken = 0;
    for (var i = 0; i < MUTATIONS; i++) {
      Files.write(file, mutated(log, other, random));
      var known = i % 3 == 0 ? pinned(log, random) : Known.NOTHING;
      var verdict = agree(file, known, 1 + random.nextInt(i % 2 == 0 ? 700 : 20_000));
      broken += verdict instanceof ChainVerdict.Broken ? 1 : 0;
    }
    assertThat(broken).isGreaterThan(MUTATIONS / 2);
  }

  @Test
  void aLogOfManyPiecesHasTheRootAndTheHeadOfItsLines() throws Exception {
    var file = folder.resolve("log.jsonl");
    Files.write(file, log(700));

    for (var chunkBytes : List.of(250, 1 << 10, 1 << 12, 1 << 14, 1 << 20)) {
      assertThat(agree(file, Known.NOTHING, chunkBytes)).isInstanceOf(ChainVerdict.Whole.class);
    }
  }

  @Test
  void aCheckpointThatIsPublishedAgainWithAWitnessIsNoReasonToBeginAnew() throws Exception {
    var desk = new LogDesk();
    var log = desk.open();
    log.publish("the tag v1.0.0");
    var note =
        EntryLine.decode(desk.lines.read(1, 1).getFirst().text().getBytes(StandardCharsets.UTF_8))
            .data();
    log.append(Event.LOG_OPENED, desk.ada, Map.of());
    log.append(Event.CHECKPOINT_PUBLISHED, desk.ada, note);
    var file = folder.resolve("log.jsonl");
    Files.write(file, text(desk));

    var verdict = new FastWalk(file, Known.NOTHING, 300, 2).run((entries, bytes) -> {});

    assertThat(verdict).isInstanceOf(ChainVerdict.Whole.class);
    assertThat(verdict).isEqualTo(oneByOne(file, Known.NOTHING));
  }

  @Test
  void aLineOfWhichNobodySeesTheEndIsCutWhereAnEntryEnds() throws Exception {
    for (var length : List.of(65_535, 65_536, 65_537, 65_538, 200_000)) {
      for (var after : List.of("", "\n", "\nx\n")) {
        var file = folder.resolve("endless.jsonl");
        Files.write(
            file, join(log(3), ("x".repeat(length) + after).getBytes(StandardCharsets.UTF_8)));
        agree(file, Known.NOTHING, 10_000);
      }
    }
  }

  @Test
  void theLargestEntryIsOne() throws Exception {
    var desk = new LogDesk();
    desk.open().append(Event.LOG_OPENED, desk.ada, Map.of("text", "x".repeat(65_000)));
    desk.open().append(Event.LOG_OPENED, desk.ada, Map.of());
    var file = folder.resolve("log.jsonl");
    Files.write(file, text(desk));

    assertThat(agree(file, Known.NOTHING, 5_000)).isInstanceOf(ChainVerdict.Whole.class);
  }

  @Test
  void aWalkThatIsInterruptedEndsAtOnceAndSaysHowFarItCame() throws Exception {
    var file = folder.resolve("log.jsonl");
    Files.write(file, log(8_000));
    assertThat(Files.size(file)).as("large enough for several threads").isGreaterThan(1 << 20);
    var verification = new ChainVerification(ChainLines.of(file), Known.NOTHING);
    Thread.currentThread().interrupt();

    var verdict = verification.run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(verdict).isEqualTo(new ChainVerdict.CouldNotTell("It was stopped after 0 entries."));
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("chunk-")) {
        assertThat(thread.join(Duration.ofSeconds(20))).as("%s was left behind", thread).isTrue();
      }
    }
  }

  @Test
  void aLargeLogIsVerifiedWholeAndItsProgressIsTold() throws Exception {
    var file = folder.resolve("log.jsonl");
    Files.write(file, log(8_000));
    var verification = new ChainVerification(ChainLines.of(file), Known.NOTHING);

    var verdict = (ChainVerdict.Whole) verification.run();

    assertThat(verdict).isEqualTo(oneByOne(file, Known.NOTHING));
    assertThat(verification.progress().entries()).isEqualTo(verdict.entries());
  }

  private ChainVerdict agree(Path file, Known known, int chunkBytes) throws Exception {
    var expected = oneByOne(file, known);
    var walk = new FastWalk(file, known, chunkBytes, 2);
    var verdict = walk.run((entries, bytes) -> {});
    if (verdict == null) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as("given up only where a checkpoint stands")
          .contains("checkpoint.published");
      return expected;
    }
    assertThat(verdict)
        .as(() -> file.getFileName() + " in pieces of " + chunkBytes + ": " + kept(file))
        .isEqualTo(expected);
    return expected;
  }

  private static String kept(Path file) {
    try {
      var copy = Files.createTempFile("disagreed", ".jsonl");
      return Files.write(copy, Files.readAllBytes(file)).toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static ChainVerdict oneByOne(Path file, Known known) throws IOException {
    var walk = new ChainWalk(known);
    try (var lines = ChainLines.of(file)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        var verdict = walk.step(line);
        if (verdict != null) {
          return verdict;
        }
      }
    }
    return walk.end();
  }

  /// A log as it grows: checkpoints now and then, times that stand still, texts of all kinds.
  private static byte[] log(int entries) {
    var desk = new LogDesk();
    var random = new Random(entries);
    var log = desk.open();
    for (var i = 0; i < entries; i++) {
      desk.clock.turn(Duration.ofMillis(random.nextInt(3_600_000)));
      switch (i % 20) {
        case 7 -> log.publish("sign-off " + i);
        case 13 -> log.append(Event.EVIDENCE_ATTACHED, desk.ada, strange(random));
        case 17 -> {
          desk.clock.turn(Duration.ofHours(-25));
          log.append(Event.RUN_PAUSED, desk.ada, Map.of("run", "r" + i, "reason", "late"));
        }
        default ->
            log.append(
                Event.STEP_CONCLUDED,
                desk.ada,
                Map.of("run", "r1", "step", "s" + i, "attempt", i, "findings", List.of()));
      }
    }
    return text(desk);
  }

  private static Map<String, Object> strange(Random random) {
    return Map.of(
        "text", "tab\t, quote \", Ünï, 🚀, \u0001, \u007f, back\\slash",
        "größe", random.nextInt(),
        "list", List.of(0, -1, (1L << 53) - 1, true, false, Map.of("b", 1, "a", List.of())),
        "", Map.of("A", 1, "a", 2, "aa", 3));
  }

  private static byte[] text(LogDesk desk) {
    var lines = desk.lines.read(0, 100_000).stream().map(LogStore.Line::text).toList();
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mutated(byte[] log, byte[] other, Random random) {
    var lines = lines(log);
    var at = random.nextInt(lines.size());
    switch (random.nextInt(12)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.set(at, lines(other).get(at));
      case 3 -> lines.add(at, new byte[0]);
      case 4 -> lines.set(at, join(lines.get(at), "\r".getBytes(StandardCharsets.UTF_8)));
      case 5 -> lines.set(at, replaced(lines.get(at), random));
      case 6 -> lines.set(at, "{}".getBytes(StandardCharsets.UTF_8));
      case 7 -> {
        return cut(log, random.nextInt(log.length));
      }
      default -> {
        var line = lines.get(at).clone();
        line[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
        lines.set(at, line);
      }
    }
    var all = new byte[0];
    for (var line : lines) {
      all = join(join(all, line), "\n".getBytes(StandardCharsets.UTF_8));
    }
    return all;
  }

  private static byte[] replaced(byte[] line, Random random) {
    var changes =
        List.of(
            "\"_seq\":|\"_seq\":0",
            "\"attempt\":|\"attempt\":-",
            "\"attempt\":|\"attempt\":9007199254740993",
            "\"run\"|\"rum\"",
            "\"run\"|\"run\":1,\"run\"",
            "ada|ad\\u0061",
            ",\"event\"| ,\"event\"",
            "[]|[[[[[[[[[]]]]]]]]]",
            "T0|T3",
            "-0|-1",
            "Z\"|z\"",
            "🚀|\\ud83d\\ude80",
            "step|step\u0301",
            "\"_v\":1|\"_v\":2",
            "concluded|weighed");
    var change = changes.get(random.nextInt(changes.size())).split("\\|", 2);
    return new String(line, StandardCharsets.UTF_8)
        .replace(change[0], change[1])
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> lines(byte[] log) {
    var lines = new ArrayList<byte[]>();
    for (var line : new String(log, StandardCharsets.UTF_8).split("\n")) {
      lines.add(line.getBytes(StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static byte[] cut(byte[] bytes, int length) {
    return java.util.Arrays.copyOf(bytes, length);
  }

  private static byte[] join(byte[] one, byte[] other) {
    var both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static Known lastCheckpoint() throws Exception {
    var whole = Objects.requireNonNull(FastWalkTest.class.getResource("chain-whole.jsonl"));
    var line = Files.readAllLines(Path.of(whole.toURI())).get(9).getBytes(StandardCharsets.UTF_8);
    return Known.of(Checkpoint.parse(String.valueOf(EntryLine.decode(line).data().get("note"))));
  }

  private static Known pinned(byte[] log, Random random) {
    var lines = lines(log);
    var entries = 1 + random.nextInt(lines.size() + 3);
    var line = lines.get(Math.min(entries, lines.size()) - 1);
    return new Known(
        List.of(), List.of(new Known.Pin(entries, EntryLine.hash(line), "record of 1.0.0")), null);
  }
}
