package dev.plimsoll.attack;

import static dev.plimsoll.core.record.SealedSample.ADA_SIG;
import static dev.plimsoll.core.record.SealedSample.OLGA_SIG;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.record.Unpacked;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Dsse;
import dev.plimsoll.core.trust.Signer;
import dev.plimsoll.core.trust.SshSig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A bundle's log against its record, by people who hold one key or several.
final class RecordAttacks {
  private static final String GROUP = "The log of a bundle";
  private static final String SIGNED = "A record that its signers made themselves";
  private static final String NAMESPACE = "release-record@plimsoll.dev";
  private static final Said POLICY = Said.failed("POLICY_NOT_MET");
  private static final String DIGEST = "ab".repeat(32);
  private static final String TIME = "\"2026-03-01T08:00:00.000Z\"";
  private static final Signer LOG_KEY = Bundles.SAMPLE.log().key;

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new RecordAttacks();
    attacks.logs();
    attacks.pins();
    attacks.unlogged();
    attacks.policies();
    attacks.waysBack();
    return attacks.all;
  }

  private void add(String name, Said said, Bundles.Change change) {
    all.add(Bundles.on(GROUP, name, said, change));
  }

  private void logs() {
    add(
        "its end is cut, the entry that names the record with it",
        Said.failed("REC_NOT_LOGGED"),
        bundle -> Bundles.log(bundle, Bundles.log(bundle).keep(13)));
    add(
        "its end is cut inside the last line",
        Said.failed("CHAIN_TORN_TAIL"),
        bundle -> {
          var bytes = bundle.bytes(Bundles.AUDIT);
          bundle.files().put(Bundles.AUDIT, Arrays.copyOf(bytes, bytes.length - 9));
        });
    add(
        "a line is removed",
        Said.failed("CHAIN_SEQ"),
        bundle -> Bundles.log(bundle, Bundles.log(bundle).remove(3)));
    add(
        "two lines are swapped",
        Said.failed("CHAIN_SEQ"),
        bundle -> Bundles.log(bundle, Bundles.log(bundle).swap(3, 4)));
    add(
        "a line is edited",
        Said.failed("CHAIN_PREV"),
        bundle -> Bundles.log(bundle, Bundles.log(bundle).change(3, "FAILED", "PASSED")));
    add(
        "it is another, whole one",
        Said.failed("REC_WRONG_LOG"),
        bundle -> Bundles.log(bundle, LogSample.keptBy(new SeededKey(99), "x").lines()));
    add(
        "what the record vouches for is made anew, with the log's key",
        Said.failed("REC_WRONG_LOG"),
        bundle ->
            Bundles.log(
                bundle, Bundles.log(bundle).change(3, "FAILED", "PASSED").chainedFrom(4), 12));
    add(
        "it is made anew without the log's key",
        Said.failed("CP_"),
        bundle ->
            Bundles.log(
                bundle, Bundles.log(bundle).change(14, "READY", "ABORTED"), new SeededKey(66)));
    add(
        "somebody goes on with it after the record, with a key of their own",
        Said.failed("CP_BAD_SIGNATURE"),
        bundle -> {
          var lines = Bundles.log(bundle);
          var key = new SeededKey(66);
          lines.insert(15, rotation(lines, key)).chainedFrom(15);
          Bundles.log(bundle, lines, key);
        });
    add(
        "entries after the checkpoint",
        Said.warned("TAIL_UNANCHORED"),
        bundle -> {
          var lines = Bundles.log(bundle);
          Bundles.log(bundle, lines.insert(15, lines.get(6)).chainedFrom(15));
        });
    add(
        "the entry that names the record is left out, with the log's key",
        Said.failed("REC_NOT_LOGGED"),
        bundle -> Bundles.log(bundle, Bundles.log(bundle).remove(14), LOG_KEY));
    add(
        "the record is logged as that of another version, with the log's key",
        Said.failed("REC_NOT_LOGGED"),
        bundle ->
            Bundles.log(
                bundle,
                Bundles.log(bundle).change(14, "\"version\":\"1.4.2\"", "\"version\":\"1.4.3\""),
                LOG_KEY));
    add("the log asks for one signature less, with the log's key", POLICY, RecordAttacks::oneLess);
    add(
        "the clock is set back inside the run, with every key",
        Said.failed("REC_WRONG_LOG"),
        bundle ->
            Bundles.log(
                bundle, Bundles.log(bundle).change(4, "T09:3", "T08:3").chainedFrom(5), 12));
  }

  private static String rotation(Lines lines, Signer key) {
    return lines
        .get(6)
        .replaceFirst(
            "\"data\":\\{.*",
            "\"data\":{\"logKey\":\""
                + key.publicKey().openSsh()
                + "\",\"previous\":\"SHA256:x\",\"reason\":\"mine"
                + " now\"},\"event\":\"key.rotated\"}");
  }

  private static void oneLess(Unpacked bundle) {
    var lines = Bundles.log(bundle);
    var one = lines.get(14).replaceFirst(",\\{\"file\":\"" + ADA_SIG + "\".*?}(?=])", "");
    if (one.equals(lines.get(14))) {
      throw new AssertionError(one);
    }
    lines.set(14, one.replaceFirst("\\{[^{}]*\"name\":\"" + ADA_SIG + "\"[^{}]*},?", ""));
    bundle.files().remove(ADA_SIG);
    Bundles.log(bundle, lines, LOG_KEY);
  }

  private void pins() {
    pinned(
        "the page's digest is another in the log, with the log's key, nothing was kept",
        Said.blind("NOTHING_TO_COMPARE"),
        false);
    pinned("the same, the checkpoint was kept", Said.failed("PIN_FORK"), true);
    all.add(
        Bundles.on(
            GROUP,
            "a newer checkpoint of the same log was kept: rolled back",
            Said.failed("PIN_ROLLBACK"),
            newer(),
            bundle -> {}));
    all.add(
        Bundles.on(
            GROUP, "the kept checkpoint agrees", Said.blind(""), Bundles.own(), bundle -> {}));
  }

  private static Checkpoint newer() {
    var lines = Bundles.log(Bundles.SAMPLE.bundle());
    return Bundles.signed(lines.insert(15, lines.get(6)).chainedFrom(15), LOG_KEY);
  }

  private void pinned(String name, Said said, boolean kept) {
    all.add(
        Bundles.on(
            GROUP,
            name,
            said,
            kept ? Bundles.own() : null,
            bundle -> {
              bundle.replace("report.html", "READY", "ready");
              var old = digest(Bundles.SAMPLE.bundle(), "report.html");
              var lines = Bundles.log(bundle).change(14, old, digest(bundle, "report.html"));
              Bundles.log(bundle, lines, LOG_KEY);
            }));
  }

  private static String digest(Unpacked bundle, String name) {
    return Digests.sha256Hex(bundle.bytes(name));
  }

  /// The record changed and signed again by both signers, the log left as it was or changed with
  /// its key.
  private void signed(String name, Said said, boolean logged, String from, String to) {
    signed(name, said, logged, bundle -> bundle.replace(Bundles.RECORD, from, to));
  }

  private void signed(String name, Said said, boolean logged, Bundles.Change change) {
    all.add(
        Bundles.on(
            SIGNED,
            name,
            said,
            bundle -> {
              var before = digest(bundle, Bundles.RECORD);
              change.on(bundle);
              resign(bundle);
              if (logged) {
                var lines = Bundles.log(bundle).change(14, before, digest(bundle, Bundles.RECORD));
                for (var file :
                    List.of(
                        Bundles.RECORD,
                        ADA_SIG,
                        OLGA_SIG,
                        Bundles.DSSE,
                        "attestations.intoto.jsonl")) {
                  var old = digest(Bundles.SAMPLE.bundle(), file);
                  if (lines.get(14).contains(old)) {
                    lines.change(14, old, digest(bundle, file));
                  }
                }
                Bundles.log(bundle, lines, LOG_KEY);
              }
            }));
  }

  private static void resign(Unpacked bundle) {
    var record = bundle.bytes(Bundles.RECORD);
    bundle.put(ADA_SIG, SshSig.sign(Bundles.SAMPLE.ada(), NAMESPACE, record));
    bundle.put(OLGA_SIG, SshSig.sign(Bundles.SAMPLE.olga(), NAMESPACE, record));
    var both = List.of(Bundles.SAMPLE.olga(), Bundles.SAMPLE.ada());
    bundle.files().put(Bundles.DSSE, Dsse.envelope(Dsse.IN_TOTO, record, both));
    bundle.put("attestations.intoto.jsonl", bundle.text(Bundles.DSSE) + "\n");
  }

  private void unlogged() {
    signed(
        "it is changed and signed again, and not logged",
        Said.failed("REC_NOT_LOGGED"),
        false,
        "\"candidate\":2",
        "\"candidate\":3");
    signed(
        "it names another log position",
        Said.failed("REC_WRONG_LOG"),
        true,
        "\"size\":12",
        "\"size\":11");
    signed("it is printed pretty", Said.open(""), true, "\"predicateType\"", " \"predicateType\"");
    signed(
        "a number in it is spelled otherwise",
        Said.open(""),
        true,
        "\"candidate\":2",
        "\"candidate\":2.0");
    signed(
        "a member in it stands twice",
        Said.open(""),
        true,
        "\"candidate\":2",
        "\"candidate\":1,\"candidate\":2");
    signed(
        "it is another kind of statement",
        Said.open(""),
        true,
        "attestation/release-record/v1",
        "attestation/release-record/v2");
  }

  private void policies() {
    signed(
        "a failed step is called passed",
        POLICY,
        true,
        "\"effective\":\"WAIVED\"",
        "\"effective\":\"PASSED\"");
    signed(
        "the last attempt of a step failed and is called passed",
        POLICY,
        true,
        "\"raw\":\"FAILED\",\"startedOn\":\"2026-03-01T09:30:56.000Z\"}]",
        "\"raw\":\"PASSED\",\"startedOn\":\"2026-03-01T09:30:56.000Z\"}]");
    signed(
        "an attempt before the last failed and is called passed",
        POLICY,
        true,
        "\"raw\":\"FAILED\",\"startedOn\":\"2026-03-01T09:30:14.000Z\"}",
        "\"raw\":\"PASSED\",\"startedOn\":\"2026-03-01T09:30:14.000Z\"}");
    signed("the gate said no-go", POLICY, true, "\"decision\":\"GO\"", "\"decision\":\"NO-GO\"");
    signed(
        "its outcome is ABORTED", POLICY, true, "\"outcome\":\"READY\"", "\"outcome\":\"ABORTED\"");
    signed(
        "it calls itself released, and no probe saw it",
        POLICY,
        true,
        "\"outcome\":\"READY\"",
        "\"outcome\":\"RELEASED\"");
    signed(
        "an exception has no owner",
        POLICY,
        true,
        "\"owner\":\"olga@example.org\"",
        "\"owner\":\" \"");
    signed(
        "an exception had expired before",
        POLICY,
        true,
        "\"expiresOn\":\"2026-04-01\"",
        "\"expiresOn\":\"2026-02-01\"");
    signed(
        "it says NO_EXCEPTIONS and lists one", POLICY, true, "\"FOUR_EYES\"", "\"NO_EXCEPTIONS\"");
    signed(
        "its operator counts as a second person",
        POLICY,
        true,
        "\"control\":\"single-person\"",
        "\"control\":\"second-person\"");
    signed(
        "it asks for more approvals than there are",
        Said.failed("SIG_THRESHOLD"),
        true,
        "\"approvals\":[]",
        "\"approvals\":[{\"people\":2,\"role\":\"approver\"}]");
    signed(
        "its exceptions are left out",
        POLICY,
        true,
        "\"kind\":\"waived\"",
        "\"kind\":\"degraded\"");
    signed(
        "the approvals are about another commit",
        POLICY,
        true,
        "\"gitCommit\":\"4be1",
        "\"gitCommit\":\"5be1");
  }

  private void waysBack() {
    back("it says that a restore was proven, and names no backup", POLICY, "");
    back("the same of a backup that nobody tried to restore", POLICY, point(DIGEST, ""));
    back("the time of the proof is null", POLICY, point(DIGEST, proven("null")));
    back("the time of the proof is empty", Said.open(""), point(DIGEST, proven("\"\"")));
    back("the time of the proof is a word", Said.open(""), point(DIGEST, proven("\"soon\"")));
    back("the digest of the backup is cut", Said.open(""), point("00ff", proven(TIME)));
    back(
        "the backup has no digest",
        Said.open(""),
        point(DIGEST, proven(TIME)).replaceFirst("\"digest\":\\{.*?},", ""));
    back(
        "the proof is made up, and everybody signs it",
        Said.blind(""),
        point(DIGEST, proven(TIME)));
  }

  private static String point(String digest, String proven) {
    return "\"rollbackPoint\":{\"backup\":{\"digest\":{\"sha256\":\""
        + digest
        + "\"},\"id\":\"b1.zip\",\"set\":\"shop\"}"
        + proven
        + "},";
  }

  private static String proven(String time) {
    return ",\"provenRestorableOn\":" + time;
  }

  private void back(String name, Said said, String point) {
    signed(
        name,
        said,
        true,
        bundle -> {
          bundle.replace(Bundles.RECORD, "[\"FOUR_EYES\"]", "[\"FOUR_EYES\",\"RESTORE_PROVEN\"]");
          bundle.replace(
              Bundles.RECORD, "\"runs\":[{\"checklist\"", point + "\"runs\":[{\"checklist\"");
        });
  }
}
