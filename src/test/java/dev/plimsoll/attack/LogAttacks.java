package dev.plimsoll.attack;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.trust.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// On the lines of an exported log, without its key: bits, tails, order, rewriting.
final class LogAttacks {
  private static final String BITS = "A bit of a log is turned";
  private static final String LINES = "Lines of a log";
  private static final String REWRITTEN = "A log is made anew";
  private static final Said PREV = Said.failed("CHAIN_PREV");
  private static final Said SEQ = Said.failed("CHAIN_SEQ");
  private static final Said NOT_CANONICAL = Said.failed("CHAIN_NOT_CANONICAL");
  private static final Said TORN = Said.failed("CHAIN_TORN_TAIL");
  private static final Said BLIND = Said.blind("NOTHING_TO_COMPARE");

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new LogAttacks();
    attacks.bits();
    attacks.tails();
    attacks.order();
    attacks.rewriting();
    attacks.keys();
    return attacks.all;
  }

  private void add(String group, String name, Said said, UnaryOperator<Lines> change) {
    all.add(on(group, name, said, null, lines -> change.apply(lines).bytes()));
  }

  /// @param kept what the verifier kept
  private void pinned(
      String group,
      String name,
      String checkpointCode,
      String pinCode,
      Function<LogSample, Checkpoint> kept,
      UnaryOperator<Lines> change) {
    var other = Said.failed(pinCode);
    all.add(
        on(group, name, Said.failed(checkpointCode), kept, lines -> change.apply(lines).bytes())
            .shell(other)
            .python(other));
  }

  static Attack on(
      String group,
      String name,
      Said said,
      @Nullable Function<LogSample, Checkpoint> kept,
      Function<Lines, byte[]> change) {
    return Attack.of(
        group,
        name,
        said,
        folder -> {
          var sample = LogSample.whole();
          var pin = kept == null ? null : kept.apply(sample);
          return Scene.log(write(folder, change.apply(sample.lines())), pin);
        });
  }

  static Path write(Path folder, byte[] bytes) throws java.io.IOException {
    return Files.write(folder.resolve("audit.jsonl"), bytes);
  }

  private void bit(String where, Said said, UnaryOperator<Lines> change) {
    add(BITS, where, said, change);
  }

  private void bits() {
    bit("the first brace of a line", NOT_CANONICAL, lines -> lines.flip(3, 0));
    bit("the name of a member", NOT_CANONICAL, lines -> lines.flipAfter(3, "{\"_"));
    bit("the hash of the line before", PREV, lines -> lines.flipAfter(3, "\"_prev\":\""));
    bit("the number of a line", SEQ, lines -> lines.flipAfter(3, "\"_seq\":"));
    bit("the time", PREV, lines -> lines.flipAfter(3, "\"_time\":\"202"));
    bit("the version, to another", NOT_CANONICAL, lines -> lines.change(3, "\"_v\":1", "\"_v\":q"));
    bit("the actor", PREV, lines -> lines.flipAfter(3, "\"actor\":{\"id\":\""));
    bit("the fingerprint of the actor's key", PREV, lines -> lines.flipAfter(3, "SHA256:"));
    bit("the payload", PREV, lines -> lines.flipAfter(3, "214 test"));
    bit("the event", PREV, lines -> lines.flipAfter(3, "\"event\":\"step.conc"));
    bit("a quotation mark", NOT_CANONICAL, lines -> lines.flipAfter(3, "\"_seq"));
    bit("a colon", NOT_CANONICAL, lines -> lines.flipAfter(3, "\"_v\""));
    bit(
        "the last brace of a line",
        NOT_CANONICAL,
        lines -> lines.flip(3, lines.get(3).length() - 1));
    bit("the nonce of the first line", PREV, lines -> lines.flipAfter(0, "\"nonce\":\""));
    bit("the log's key in the first line", PREV, lines -> lines.flipAfter(0, "AAAAIO"));
    bit(
        "the signature of a checkpoint inside the log",
        Said.failed("CP_BAD_SIGNATURE"),
        lines ->
            lines.flip(LogSample.EARLY, lines.get(LogSample.EARLY).indexOf("\",\"root\"") - 20));
    bit(
        "the size that a checkpoint inside the log covers",
        Said.failed("CP_BAD_SIGNATURE"),
        lines -> lines.change(LogSample.EARLY, "\\n6\\n", "\\n5\\n"));
    bit("the payload of the last line", BLIND, lines -> lines.change(11, "Lantern", "Lanters"));
    all.add(
        on(
            BITS,
            "a line feed between two lines",
            NOT_CANONICAL,
            null,
            lines -> {
              var bytes = lines.bytes();
              bytes[lines.get(0).length()] ^= 1;
              return bytes;
            }));
    all.add(
        on(
            BITS,
            "the last line feed",
            TORN,
            null,
            lines -> {
              var bytes = lines.bytes();
              bytes[bytes.length - 1] ^= 1;
              return bytes;
            }));
  }

  private void tails() {
    all.add(on(LINES, "the file is empty", Said.open("no entry"), null, lines -> new byte[0]));
    all.add(on(LINES, "the end is cut inside the last line", TORN, null, lines -> cut(lines, 40)));
    all.add(on(LINES, "only the last line feed is cut", TORN, null, lines -> cut(lines, 1)));
    all.add(
        on(
            LINES,
            "the end is cut inside the first line",
            TORN,
            null,
            lines -> cut(lines, lines.bytes().length - 100)));
    add(LINES, "the last line is cut, nothing was kept", BLIND, lines -> lines.keep(11));
    add(
        LINES,
        "the end is cut before the last checkpoint, nothing was kept",
        BLIND,
        it -> it.keep(9));
    pinned(
        LINES,
        "the end is cut, the last checkpoint was kept",
        "CP_TRUNCATED",
        "PIN_ROLLBACK",
        LogSample::last,
        lines -> lines.keep(9));
    pinned(
        LINES,
        "all but the first line is cut, an early checkpoint was kept",
        "CP_TRUNCATED",
        "PIN_ROLLBACK",
        LogSample::early,
        lines -> lines.keep(1));
  }

  private static byte[] cut(Lines lines, int bytes) {
    var all = lines.bytes();
    return java.util.Arrays.copyOf(all, all.length - bytes);
  }

  private void order() {
    add(LINES, "the first line is removed", SEQ, lines -> lines.remove(0));
    add(LINES, "a line in the middle is removed", SEQ, lines -> lines.remove(5));
    add(LINES, "two neighbours are swapped", SEQ, lines -> lines.swap(4, 5));
    add(LINES, "the first and the last are swapped", SEQ, lines -> lines.swap(0, 11));
    add(LINES, "a line stands twice", SEQ, lines -> lines.insert(5, lines.get(4)));
    add(LINES, "the first line stands twice", SEQ, lines -> lines.insert(1, lines.get(0)));
    add(LINES, "the last line stands twice", SEQ, lines -> lines.insert(12, lines.get(11)));
    add(
        LINES,
        "a made-up line is put in, chained to the one before",
        PREV,
        lines -> lines.insert(9, waiver(lines)).chainedFrom(9).keep(10).insert(10, second(10)));
    add(
        LINES,
        "a made-up line is put in with a number of its own",
        SEQ,
        lines -> lines.insert(9, lines.get(7).replace("\"_seq\":7", "\"_seq\":99")));
    add(LINES, "the log of another project goes on here", PREV, lines -> lines.set(5, second(5)));
    add(
        LINES,
        "the whole log stands twice",
        SEQ,
        lines -> {
          lines.list().addAll(List.copyOf(lines.list()));
          return lines;
        });
  }

  private static String waiver(Lines lines) {
    return lines.get(7).replace("limits", "tests");
  }

  /// A line of a log that another key keeps.
  private static String second(int at) {
    return LogSample.keptBy(new SeededKey(99), LogSample.OBSERVED).lines().get(at);
  }

  private void rewriting() {
    add(
        REWRITTEN,
        "an entry is changed and all later ones chained again, without the log's key",
        Said.failed("CP_REWRITTEN"),
        lines -> lines.change(3, "214", "215").chainedFrom(4));
    add(
        REWRITTEN,
        "an entry is left out and all later ones chained and numbered again",
        Said.failed("CP_REWRITTEN"),
        lines -> lines.remove(5).chainedFrom(5));
    add(
        REWRITTEN,
        "the same, its checkpoints left out as well, nothing was kept",
        BLIND,
        lines -> lines.change(5, "FAILED", "PASSED").remove(11).remove(6).chainedFrom(6));
    pinned(
        REWRITTEN,
        "the same, its checkpoints left out as well, an early checkpoint was kept",
        "CP_REWRITTEN",
        "PIN_FORK",
        LogSample::early,
        lines -> lines.change(5, "FAILED", "PASSED").remove(11).remove(6).chainedFrom(6));
    add(
        REWRITTEN,
        "checkpoints signed with another key than the log's",
        Said.failed("CP_BAD_SIGNATURE"),
        lines -> forgedCheckpoints(lines));
    add(REWRITTEN, "wholly, with the log's key, nothing was kept", BLIND, lines -> rewritten(7));
    pinned(
        REWRITTEN,
        "wholly, with the log's key, a checkpoint was kept",
        "CP_REWRITTEN",
        "PIN_FORK",
        LogSample::last,
        lines -> rewritten(7));
    add(
        REWRITTEN,
        "wholly, with a key of one's own, nothing was kept",
        BLIND,
        lines -> rewritten(66));
    pinned(
        REWRITTEN,
        "wholly, with a key of one's own, a checkpoint was kept",
        "CP_BAD_SIGNATURE",
        "PIN_FORK",
        LogSample::early,
        lines -> rewritten(66));
    add(
        REWRITTEN,
        "an old checkpoint is published again at the end",
        Said.warned("CLOCK_STEPPED"),
        lines -> lines.set(11, lines.get(6)).chainedFrom(11));
    add(
        REWRITTEN,
        "the checkpoint inside names another log",
        Said.failed("CP_BAD_SIGNATURE"),
        lines -> lines.change(11, "plimsoll.dev/log/", "plimsoll.dev/log/0").chainedFrom(11));
  }

  private void keys() {
    var mine = new SeededKey(66);
    add(
        REWRITTEN,
        "a key of one's own goes on, without the former key's word",
        Said.warned("KEY_REPLACED"),
        lines -> lines.insert(12, rotation(lines, mine, "")).chainedFrom(12));
    add(
        REWRITTEN,
        "a key of one's own goes on, with a made-up word of the former key",
        Said.failed("CP_BAD_SIGNATURE"),
        lines ->
            lines
                .insert(12, rotation(lines, mine, "\"endorsement\":\"" + "A".repeat(86) + "==\","))
                .chainedFrom(12));
    add(
        REWRITTEN,
        "a key of low order goes on, and nobody's signature",
        Said.failed("CP_BAD_SIGNATURE"),
        lines -> {
          var weak = new NeutralKey();
          var longer = lines.insert(12, rotation(lines, weak, "")).chainedFrom(12);
          var note = Bundles.signed(LogSample.whole().last().origin(), longer, weak).encode();
          var old = LogSample.whole().last().encode();
          return longer.insert(13, lines.get(11).replace(json(old), json(note))).chainedFrom(13);
        });
  }

  private static String json(String note) {
    return Lines.of(List.of(note.replace("\n", "\\n"))).get(0);
  }

  private static String rotation(Lines lines, Signer key, String endorsement) {
    return lines
        .get(9)
        .replaceFirst(
            "\"data\":\\{.*}",
            "\"data\":{"
                + endorsement
                + "\"logKey\":\""
                + key.publicKey().openSsh()
                + "\",\"previous\":\"SHA256:x\",\"reason\":\"mine"
                + " now\"},\"event\":\"key.rotated\"}");
  }

  private static Lines rewritten(int key) {
    return LogSample.keptBy(new SeededKey(key), "Café: 215 tests passed").lines();
  }

  private static Lines forgedCheckpoints(Lines lines) {
    var forged = rewritten(66);
    return lines
        .change(3, "214", "215")
        .set(6, forged.get(6))
        .set(11, forged.get(11))
        .chainedFrom(4);
  }
}
