package dev.plimsoll.attack;

import static dev.plimsoll.core.record.SealedSample.ADA_SIG;

import dev.plimsoll.core.record.Unpacked;
import java.util.ArrayList;
import java.util.List;

/// Bits of a sealed bundle, at every place that means something.
final class BundleBitAttacks {
  private static final String GROUP = "A bit of a bundle is turned";
  private static final Said SIG = Said.failed("SIG_INVALID");
  private static final Said CP = Said.failed("CP_BAD_SIGNATURE");
  private static final Said FILE = Said.failed("ARTIFACT_MISMATCH");
  private static final Said PREV = Said.failed("CHAIN_PREV");

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new BundleBitAttacks();
    attacks.record();
    attacks.signature();
    attacks.envelope();
    attacks.checkpoint();
    attacks.files();
    return attacks.all;
  }

  private Attack add(String name, Said said, Bundles.Change change) {
    var attack = Bundles.on(GROUP, name, said, change);
    all.add(attack);
    return attack;
  }

  private void flip(String name, Said said, String file, String after) {
    add(
        name,
        said,
        bundle -> {
          var place = bundle.text(file).indexOf(after);
          if (place < 0) {
            throw new AssertionError(file + " does not hold " + after);
          }
          bundle.flip(file, place + after.length());
        });
  }

  private void record() {
    add("the record: its first brace", SIG, bundle -> bundle.flip(Bundles.RECORD, 0));
    add(
        "the record: its last brace",
        SIG,
        bundle -> bundle.flip(Bundles.RECORD, bundle.bytes(Bundles.RECORD).length - 1));
    flip("the record: the digest of an artifact", SIG, Bundles.RECORD, "\"sha256\":\"");
    flip("the record: the commit", SIG, Bundles.RECORD, "\"gitCommit\":\"");
    flip("the record: the version", SIG, Bundles.RECORD, "\"version\":\"");
    flip("the record: the size of the log", SIG, Bundles.RECORD, "\"size\":1");
    flip("the record: the root of the log", SIG, Bundles.RECORD, "\"rootHash\":\"");
  }

  private void blob(String name, Said said, int at) {
    add(
        "a signature: " + name,
        said,
        bundle -> bundle.put(ADA_SIG, SigBlob.flipped(bundle.text(ADA_SIG), at)));
  }

  private void signature() {
    add("a signature: its first dash", SIG, bundle -> bundle.flip(ADA_SIG, 0));
    add("a signature: a letter of its Base64", SIG, bundle -> bundle.flip(ADA_SIG, 200));
    add(
        "a signature: its last line feed",
        SIG,
        bundle -> bundle.flip(ADA_SIG, bundle.bytes(ADA_SIG).length - 1));
    blob("its magic word", SIG, SigBlob.MAGIC);
    blob("its version", SIG, SigBlob.VERSION);
    blob("its namespace", Said.failed("SIG_NAMESPACE"), SigBlob.NAMESPACE);
    blob("the first half of its numbers", SIG, -64);
    blob("the second half of its numbers", SIG, -1);
    add(
        "a signature: the name of its hash",
        Said.failed("SIG_THRESHOLD"),
        bundle -> {
          var armored = bundle.text(ADA_SIG);
          bundle.put(ADA_SIG, SigBlob.flipped(armored, SigBlob.find(armored, "sha512") + 5));
        });
    add(
        "a signature: its key",
        Said.failed("SIG_THRESHOLD"),
        bundle -> bundle.put(ADA_SIG, SigBlob.flipped(bundle.text(ADA_SIG), SigBlob.KEY)));
  }

  private void envelope() {
    flip("the envelope: its payload", SIG, Bundles.DSSE, "\"payload\":\"");
    flip("the envelope: the type of its payload", SIG, Bundles.DSSE, "vnd.in-tot");
    flip("the envelope: a key's name", Said.failed("KEY_UNKNOWN"), Bundles.DSSE, "SHA256:");
    flip("the envelope: a signature", SIG, Bundles.DSSE, "\"sig\":\"");
  }

  private void checkpoint() {
    add(
        "the checkpoint: its origin",
        Said.failed("CP_"),
        bundle -> bundle.flip(Bundles.CHECKPOINT, 20));
    flip("the checkpoint: its size", CP, Bundles.CHECKPOINT, "\n1");
    flip("the checkpoint: its root", CP, Bundles.CHECKPOINT, "\n15\n");
    add("the checkpoint: the id of its key", CP, bundle -> signatureLine(bundle, 1));
    add("the checkpoint: its signature", CP, bundle -> signatureLine(bundle, 30));
    flip("the checkpoint: its dash", CP, Bundles.CHECKPOINT, "\n\n");
  }

  /// A letter of the Base64 in the last line.
  private static void signatureLine(Unpacked bundle, int at) {
    var place = bundle.bytes(Bundles.CHECKPOINT).length - 93 + at;
    bundle.bytes(Bundles.CHECKPOINT)[place] =
        (byte) (bundle.bytes(Bundles.CHECKPOINT)[place] == 'A' ? 'B' : 'A');
  }

  private void files() {
    add("evidence", FILE, bundle -> bundle.flip(bundle.name(Bundles.EVIDENCE), 0));
    add("a sign-off", SIG, bundle -> bundle.flip(bundle.name(Bundles.SIGNOFFS), 300));
    add(
        "a sign-off's signature",
        SIG,
        bundle -> {
          var name = bundle.name(Bundles.SIGNOFFS) + ".sig";
          bundle.put(name, SigBlob.flipped(bundle.text(name), -1));
        });
    add("a checklist", FILE, bundle -> bundle.flip("checklists/pre-release.yaml", 3));
    add("the project's rules", FILE, bundle -> bundle.flip("checklists/project.yaml", 3));
    add("the page", FILE, bundle -> bundle.flip("report.html", 900));
    add("the guide", FILE, bundle -> bundle.flip("VERIFY.md", 900));
    add("the attestations", FILE, bundle -> bundle.flip("attestations.intoto.jsonl", 100));
    add(
        "the log: before what the record vouches for",
        PREV,
        bundle -> Bundles.log(bundle, Bundles.log(bundle).flipAfter(4, "\"step\":\"")));
    add(
        "the log: the entry that names the record",
        Said.failed("REC_NOT_LOGGED"),
        bundle -> Bundles.log(bundle, Bundles.log(bundle).flipAfter(14, "\"},\"sha256\":\"")));
  }
}
