package dev.plimsoll.attack;

import static dev.plimsoll.core.record.SealedSample.ADA_SIG;
import static dev.plimsoll.core.record.SealedSample.OLGA_SIG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.record.SealedSample;
import dev.plimsoll.core.record.Unpacked;
import dev.plimsoll.core.trust.Dsse;
import dev.plimsoll.core.trust.Signer;
import dev.plimsoll.core.trust.SshSig;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Signatures that are good for something else.
final class SignatureAttacks {
  private static final String GROUP = "Signatures";
  private static final String RECORD_NAMESPACE = "release-record@plimsoll.dev";
  private static final String SIGNOFF_NAMESPACE = "sign-off@plimsoll.dev";
  private static final Said SIG = Said.failed("SIG_INVALID");
  private static final Said UNKNOWN = Said.failed("KEY_UNKNOWN");
  private static final Said CP = Said.failed("CP_BAD_SIGNATURE");

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new SignatureAttacks();
    attacks.people();
    attacks.purposes();
    attacks.spelling();
    attacks.envelopes();
    attacks.checkpoints();
    return attacks.all;
  }

  private void add(String name, Said said, Bundles.Change change) {
    all.add(Bundles.on(GROUP, name, said, change));
  }

  private static void sign(Unpacked bundle, String file, Signer key, String namespace) {
    bundle.put(file, SshSig.sign(key, namespace, bundle.bytes(Bundles.RECORD)));
  }

  private void people() {
    add(
        "one person's signature stands for two",
        Said.failed("SIG_THRESHOLD"),
        bundle -> bundle.put(ADA_SIG, bundle.text(OLGA_SIG)));
    add(
        "two signatures are exchanged",
        UNKNOWN,
        bundle -> {
          var ada = bundle.text(ADA_SIG);
          bundle.put(ADA_SIG, bundle.text(OLGA_SIG));
          bundle.put(OLGA_SIG, ada);
        });
    all.add(
        Attack.of(
            GROUP,
            "one person signs for two, with a second key of hers that the trust file knows",
            Said.failed("SIG_THRESHOLD"),
            folder -> {
              var second = new SeededKey(13);
              var scene =
                  Bundles.scene(
                      folder, null, bundle -> sign(bundle, ADA_SIG, second, RECORD_NAMESPACE));
              Files.writeString(
                  folder.resolve("allowed_signers"),
                  Bundles.SAMPLE.allowedSigners() + SealedSample.line(SealedSample.OLGA, second));
              return scene;
            }));
    add(
        "a stranger signs in a signer's name",
        UNKNOWN,
        bundle -> sign(bundle, ADA_SIG, new SeededKey(66), RECORD_NAMESPACE));
    add(
        "a stranger's signature is added",
        UNKNOWN,
        bundle ->
            sign(
                bundle,
                "release-record.json.eve@example.org.sig",
                new SeededKey(66),
                RECORD_NAMESPACE));
    add(
        "a signature by a key of low order",
        Said.failed("KEY_WEAK"),
        bundle -> sign(bundle, ADA_SIG, new NeutralKey(), RECORD_NAMESPACE));
    add(
        "a sign-off is signed by a stranger",
        UNKNOWN,
        bundle -> {
          var name = bundle.name(Bundles.SIGNOFFS);
          bundle.put(
              name + ".sig", SshSig.sign(new SeededKey(66), SIGNOFF_NAMESPACE, bundle.bytes(name)));
        });
    add(
        "a sign-off is signed by another whom the trust file knows",
        UNKNOWN,
        bundle -> {
          var name = bundle.name(Bundles.SIGNOFFS);
          var other =
              bundle.text(name).contains("\"principal\":\"" + SealedSample.ADA)
                  ? Bundles.SAMPLE.olga()
                  : Bundles.SAMPLE.ada();
          bundle.put(name + ".sig", SshSig.sign(other, SIGNOFF_NAMESPACE, bundle.bytes(name)));
        });
  }

  private void purposes() {
    add(
        "a signature made for git",
        Said.failed("SIG_NAMESPACE"),
        bundle -> sign(bundle, ADA_SIG, Bundles.SAMPLE.ada(), "git"));
    add(
        "a signature made for a sign-off",
        Said.failed("SIG_NAMESPACE"),
        bundle -> sign(bundle, ADA_SIG, Bundles.SAMPLE.ada(), SIGNOFF_NAMESPACE));
    add(
        "a sign-off's signature made for a record",
        Said.failed("SIG_NAMESPACE"),
        bundle -> {
          var name = bundle.name(Bundles.SIGNOFFS);
          bundle.put(
              name + ".sig",
              SshSig.sign(Bundles.SAMPLE.ada(), RECORD_NAMESPACE, bundle.bytes(name)));
        });
    add(
        "a signature over the record and a line feed",
        SIG,
        bundle -> {
          var more =
              Arrays.copyOf(bundle.bytes(Bundles.RECORD), bundle.bytes(Bundles.RECORD).length + 1);
          more[more.length - 1] = '\n';
          bundle.put(ADA_SIG, SshSig.sign(Bundles.SAMPLE.ada(), RECORD_NAMESPACE, more));
        });
    add(
        "a signer's key put into another's signature",
        SIG,
        bundle -> {
          var blob = SigBlob.of(bundle.text(OLGA_SIG));
          System.arraycopy(Bundles.SAMPLE.ada().publicKey().raw(), 0, blob, SigBlob.KEY, 32);
          bundle.put(ADA_SIG, SigBlob.armored(blob));
        });
  }

  private void spelling() {
    add(
        "a signature with CR LF",
        SIG,
        bundle -> bundle.put(ADA_SIG, bundle.text(ADA_SIG).replace("\n", "\r\n")));
    add(
        "a signature with garbage after its end",
        SIG,
        bundle -> bundle.put(ADA_SIG, bundle.text(ADA_SIG) + "x\n"));
    add(
        "a signature with garbage before its begin",
        SIG,
        bundle -> bundle.put(ADA_SIG, "x\n" + bundle.text(ADA_SIG)));
    add(
        "a signature on one line",
        SIG,
        bundle ->
            bundle.put(ADA_SIG, bundle.text(ADA_SIG).replaceAll("(?<=[A-Za-z0-9+/]{70})\n", "")));
    add(
        "two signatures in one file",
        SIG,
        bundle -> bundle.put(ADA_SIG, bundle.text(ADA_SIG) + bundle.text(ADA_SIG)));
    add(
        "a signature with bytes after its last part",
        SIG,
        bundle -> {
          var blob = SigBlob.of(bundle.text(ADA_SIG));
          bundle.put(ADA_SIG, SigBlob.armored(Arrays.copyOf(blob, blob.length + 3)));
        });
    add("a signature in Base64 with stray bits", SIG, bundle -> strayBits(bundle, ADA_SIG));
    add(
        "a signature whose second half has the group's order added",
        SIG,
        bundle -> bundle.put(ADA_SIG, Malleable.plusOrder(bundle.text(ADA_SIG))));
  }

  /// Another spelling of the same bytes: the unused bits before the padding.
  private static void strayBits(Unpacked bundle, String file) {
    var text = bundle.text(file);
    var pad = text.lastIndexOf('=');
    while (text.charAt(pad - 1) == '=') {
      pad--;
    }
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    var last = alphabet.indexOf(text.charAt(pad - 1));
    bundle.put(file, text.substring(0, pad - 1) + alphabet.charAt(last + 1) + text.substring(pad));
  }

  private void envelopes() {
    add(
        "the envelope: the names of two keys are exchanged",
        SIG,
        bundle -> {
          var ada = Bundles.SAMPLE.ada().publicKey().fingerprint();
          var olga = Bundles.SAMPLE.olga().publicKey().fingerprint();
          var text =
              bundle.text(Bundles.DSSE).replace(ada, "%").replace(olga, ada).replace("%", olga);
          bundle.put(Bundles.DSSE, text);
        });
    add(
        "the envelope: one signature stands twice",
        Said.failed("ARTIFACT_MISMATCH"),
        bundle -> envelope(bundle, Bundles.SAMPLE.olga(), Bundles.SAMPLE.olga()));
    add(
        "the envelope: a stranger's signature",
        UNKNOWN,
        bundle -> envelope(bundle, Bundles.SAMPLE.olga(), new SeededKey(66)));
    add(
        "the envelope: other bytes, well signed",
        SIG,
        bundle ->
            bundle
                .files()
                .put(Bundles.DSSE, Dsse.envelope(Dsse.IN_TOTO, "{}".getBytes(UTF_8), both())));
    add(
        "the envelope: a member stands twice",
        SIG,
        bundle ->
            bundle.replace(
                Bundles.DSSE, "\"payloadType\"", "\"payloadType\":\"x\",\"payloadType\""));
    add(
        "the envelope: printed pretty",
        SIG,
        bundle -> bundle.replace(Bundles.DSSE, ",\"payloadType\"", ",\n \"payloadType\""));
    add(
        "the envelope: a member more",
        SIG,
        bundle -> bundle.replace(Bundles.DSSE, "{\"payload\"", "{\"note\":\"x\",\"payload\""));
  }

  private static List<Signer> both() {
    return List.of(Bundles.SAMPLE.olga(), Bundles.SAMPLE.ada());
  }

  private static void envelope(Unpacked bundle, Signer... signers) {
    bundle
        .files()
        .put(
            Bundles.DSSE,
            Dsse.envelope(Dsse.IN_TOTO, bundle.bytes(Bundles.RECORD), List.of(signers)));
  }

  private void checkpoints() {
    add(
        "the checkpoint: its size is edited",
        CP,
        bundle -> bundle.replace(Bundles.CHECKPOINT, "\n15\n", "\n14\n"));
    add(
        "the checkpoint: its size has a zero before it",
        CP,
        bundle -> bundle.replace(Bundles.CHECKPOINT, "\n15\n", "\n015\n"));
    add(
        "the checkpoint: of another log",
        Said.failed("CP_REWRITTEN"),
        bundle ->
            bundle.put(
                Bundles.CHECKPOINT,
                LogSample.keptBy(new SeededKey(7), "x")
                    .last()
                    .encode()
                    .replaceFirst("log/.", "log/0")));
    add(
        "the checkpoint: signed with another key than the log's",
        CP,
        bundle ->
            bundle.put(
                Bundles.CHECKPOINT,
                Bundles.signed(Bundles.log(bundle), new SeededKey(66)).encode()));
    add(
        "the checkpoint: an older one is played again",
        Said.warned("TAIL_UNANCHORED"),
        bundle ->
            bundle.put(
                Bundles.CHECKPOINT,
                Bundles.signed(Bundles.log(bundle).keep(12), Bundles.SAMPLE.log().key).encode()));
    add(
        "the checkpoint: a control character in its origin",
        CP,
        bundle ->
            bundle.replace(Bundles.CHECKPOINT, "plimsoll.dev/log/", "plimsoll.dev/log/\u001b[2J"));
    add(
        "the checkpoint: CR LF",
        CP,
        bundle ->
            bundle.put(Bundles.CHECKPOINT, bundle.text(Bundles.CHECKPOINT).replace("\n", "\r\n")));
    add(
        "the checkpoint: a fourth line of text",
        CP,
        bundle -> bundle.replace(Bundles.CHECKPOINT, "\n\n", "\nextension\n\n"));
    add(
        "the checkpoint: garbage after its end",
        CP,
        bundle -> bundle.put(Bundles.CHECKPOINT, bundle.text(Bundles.CHECKPOINT) + "x\n"));
    add(
        "the checkpoint: its last line feed is missing",
        CP,
        bundle -> bundle.put(Bundles.CHECKPOINT, bundle.text(Bundles.CHECKPOINT).stripTrailing()));
    add(
        "the checkpoint: Base64 with stray bits",
        CP,
        bundle -> strayBits(bundle, Bundles.CHECKPOINT));
    add(
        "the checkpoint: a signature line of another name is added, as a witness does",
        Said.blind("NOTHING_TO_COMPARE"),
        bundle ->
            bundle.put(
                Bundles.CHECKPOINT,
                bundle.text(Bundles.CHECKPOINT)
                    + "\u2014 witness.example.org "
                    + "A".repeat(92)
                    + "\n"));
  }
}
