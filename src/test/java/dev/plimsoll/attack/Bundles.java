package dev.plimsoll.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.ForgedCheckpoint;
import dev.plimsoll.core.record.SealedSample;
import dev.plimsoll.core.record.Unpacked;
import dev.plimsoll.core.trust.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// The one sealed bundle of the corpus, and the hands of those who change copies of it.
final class Bundles {
  static final SealedSample SAMPLE = sealed();
  static final String RECORD = "release-record.json";
  static final String DSSE = "release-record.dsse.json";
  static final String AUDIT = "audit.jsonl";
  static final String CHECKPOINT = "checkpoint";
  static final String EVIDENCE = "evidence/";
  static final String SIGNOFFS = "signoffs/";

  interface Change {
    void on(Unpacked bundle) throws IOException;
  }

  private Bundles() {}

  private static SealedSample sealed() {
    try {
      return SealedSample.in(Files.createTempDirectory("plimsoll-attacks"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Attack on(String group, String name, Said said, Change change) {
    return on(group, name, said, null, change);
  }

  /// @param kept what the verifier kept of the log
  static Attack on(String group, String name, Said said, @Nullable Checkpoint kept, Change change) {
    return Attack.of(group, name, said, folder -> scene(folder, kept, change));
  }

  static Scene scene(Path folder, @Nullable Checkpoint kept, Change change) throws IOException {
    var bundle = SAMPLE.bundle();
    change.on(bundle);
    return Scene.bundle(
        bundle.zip(folder.resolve("customer-ops-1.4.2.release.zip")), trust(folder), kept);
  }

  static Path trust(Path folder) throws IOException {
    return Files.writeString(folder.resolve("allowed_signers"), SAMPLE.allowedSigners());
  }

  static Lines log(Unpacked bundle) {
    return Lines.of(bundle.text(AUDIT));
  }

  static void log(Unpacked bundle, Lines lines) {
    bundle.files().put(AUDIT, lines.bytes());
  }

  /// A checkpoint over these lines, by whoever has this key.
  static Checkpoint signed(Lines lines, Signer key) {
    return signed(own().origin(), lines, key);
  }

  static Checkpoint signed(String origin, Lines lines, Signer key) {
    var bytes = lines.list().stream().map(line -> line.getBytes(ISO_8859_1)).toList();
    return ForgedCheckpoint.over(origin, bytes, key);
  }

  /// The bundle's own checkpoint.
  static Checkpoint own() {
    return Checkpoint.parse(SAMPLE.bundle().text(CHECKPOINT));
  }

  /// The same log in its attacker's words, the checkpoint in entry `at` and the bundle's own signed
  /// again with the log's key.
  static void log(Unpacked bundle, Lines lines, int at) {
    var key = SAMPLE.log().key;
    var first = signed(Lines.of(List.of()).addAll(lines.list().subList(0, at)), key);
    var note = first.encode().replace("\n", "\\n").replace("\u2014", "\u00e2\u0080\u0094");
    lines.set(
        at,
        lines
            .get(at)
            .replaceFirst(
                "\"note\":\".*?\",\"root\":\"[0-9a-f]{64}\"",
                Matcher.quoteReplacement(
                    "\"note\":\"" + note + "\",\"root\":\"" + first.rootHash() + "\"")));
    log(bundle, lines.chainedFrom(at), key);
  }

  /// The same log in its attacker's words, with a checkpoint by this key over all of it.
  static void log(Unpacked bundle, Lines lines, Signer key) {
    log(bundle, lines);
    bundle.put(CHECKPOINT, signed(lines, key).encode());
  }
}
