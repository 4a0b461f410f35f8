package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Proofs out of the project's own log, and the ways out where it was rolled back or damaged.
@Timeout(120)
final class OwnLogCommandsTest {
  @TempDir Path folder;
  private Sandbox sandbox;
  private Shell shell;

  @BeforeEach
  void walkOnce() throws IOException {
    sandbox = Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE));
    shell = Shell.in(sandbox).trusting();
    walk("Grace Hopper");
  }

  private void walk(String reviewer) {
    shell.run("run", "pre-release", "--answer", "reviewed=" + reviewer);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Path history() {
    return folder.resolve("home/history.db");
  }

  private long entries() {
    return shell.run("audit", "verify", "--json").json().get("logs").get(0).get("entries").asLong();
  }

  @Test
  void anEntryIsProvenToSomebodyWhoHasNothingButTheKey() {
    var made = shell.run("audit", "proof", "--entry", "3", "--out", file("three.tlog-proof"));
    assertThat(made.exit()).as(made.err()).isZero();
    shell.run("audit", "export", "--out", file("log.jsonl"));
    var key = shell.run("audit", "key").out().strip();
    var auditor = shell.at(folder).with("PLIMSOLL_HOME", file("auditor"));

    var unknown = auditor.run("audit", "proof", "--verify", file("three.tlog-proof"));
    var proven =
        auditor.run("audit", "proof", "--verify", file("three.tlog-proof"), "--log-key", key);

    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.out()).contains("is not known here").contains("plimsoll audit key");
    assertThat(proven.exit()).isZero();
    assertThat(proven.out()).contains("Entry 3, ").contains("stands in plimsoll.dev/log/");
  }

  @Test
  void aProofThatWasBentIsRefutedAndATornOneCouldNotTell() throws Exception {
    var text = shell.run("audit", "proof", "--entry", "3").out();
    var lines = text.lines().toList();
    Files.writeString(folder.resolve("other"), text.replace("index 3", "index 2"));
    Files.writeString(folder.resolve("torn"), text.substring(0, text.length() - 20));
    Files.writeString(
        folder.resolve("swapped"),
        text.replace(lines.get(3) + "\n" + lines.get(4), lines.get(4) + "\n" + lines.get(3)));

    var other = shell.run("audit", "proof", "--verify", file("other"));
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.out()).contains("✗ FAILED").contains("do not lead from entry 2");
    assertThat(shell.run("audit", "proof", "--verify", file("swapped")).exit()).isEqualTo(1);
    assertThat(shell.run("audit", "proof", "--verify", file("torn")).exit()).isNotZero();
    assertThat(shell.run("audit", "proof", "--verify", file("nowhere")).exit()).isEqualTo(2);
    assertThat(shell.run("audit", "proof", "--entry", "9999").err())
        .contains("there is no entry 9999");
    assertThat(shell.run("audit", "proof").exit()).isEqualTo(64);
  }

  @Test
  void theLogIsProvenToHaveGrownOnly() throws Exception {
    var first = shell.run("audit", "checkpoint", "--json").json();
    walk("Ada");
    var second = shell.run("audit", "checkpoint", "--json").json();
    var from = first.get("size").asString();
    var to = second.get("size").asString();

    var made =
        shell.run("audit", "proof", "--from", from, "--to", to, "--out", file("grown"), "--json");
    var proven = shell.run("audit", "proof", "--verify", file("grown"));

    assertThat(made.json().get("fromRoot")).isEqualTo(first.get("rootHash"));
    assertThat(made.json().get("toRoot")).isEqualTo(second.get("rootHash"));
    assertThat(proven.exit()).isZero();
    assertThat(proven.out()).contains(first.get("rootHash").asString());
    var text = Files.readString(folder.resolve("grown"));
    var last = text.strip().substring(text.strip().lastIndexOf('\n') + 1);
    Files.writeString(folder.resolve("bent"), text.replace(last + "\n", ""));
    assertThat(shell.run("audit", "proof", "--verify", file("bent")).exit()).isEqualTo(1);
    assertThat(shell.run("audit", "proof", "--from", "9", "--to", "3").exit()).isEqualTo(1);
    assertThat(shell.run("audit", "proof", "--from", "1", "--to", "99999").err())
        .contains("not 99999");
  }

  @Test
  void aCheckpointForATagStandsBetweenItsTwoLines() {
    var block = shell.run("audit", "checkpoint", "--for-tag").out();

    assertThat(block)
        .startsWith("-----BEGIN AUDIT CHECKPOINT-----\nplimsoll.dev/log/")
        .endsWith("-----END AUDIT CHECKPOINT-----\n");
    assertThat(shell.run("audit", "verify").exit()).isZero();
    assertThat(shell.run("audit", "checkpoint", "--from", "1").exit()).isEqualTo(64);
  }

  @Test
  void aLogThatWasRolledBackGetsItsMissingEntriesBack() throws Exception {
    var old = Files.copy(history(), folder.resolve("old.db"));
    walk("Ada");
    shell.run("audit", "checkpoint");
    shell.run("audit", "checkpoint");
    var before = entries();
    shell.run("audit", "export", "--out", file("log.jsonl"));
    Files.copy(old, history(), StandardCopyOption.REPLACE_EXISTING);

    var verified = shell.run("audit", "verify");
    var refused = shell.run("audit", "checkpoint");
    assertThat(verified.exit()).isEqualTo(1);
    assertThat(verified.out()).contains("CP_TRUNCATED");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("rolled back").contains("missing since checkpoint");

    Files.writeString(folder.resolve("other.jsonl"), "{}\n");
    assertThat(shell.run("audit", "import", file("other.jsonl")).exit()).isEqualTo(1);
    var imported = shell.run("audit", "import", file("log.jsonl"));

    assertThat(imported.exit()).as(imported.err()).isZero();
    assertThat(imported.out()).contains("brought back from");
    assertThat(entries()).isEqualTo(before + 1);
    assertThat(shell.run("audit", "verify").exit()).isZero();
    assertThat(shell.run("audit", "checkpoint").exit()).isZero();
  }

  @Test
  void aLogThatIsGoneIsMissedAndBroughtBack() throws Exception {
    shell.run("audit", "checkpoint");
    shell.run("audit", "export", "--out", file("log.jsonl"));
    Files.delete(history());

    var verified = shell.run("audit", "verify");

    assertThat(verified.exit()).as(verified.out()).isEqualTo(1);
    assertThat(verified.out()).contains("CP_TRUNCATED");
    assertThat(shell.run("audit", "import", file("log.jsonl")).exit()).isZero();
    assertThat(shell.run("audit", "verify").exit()).isZero();
  }

  @Test
  void aNewLogNamesTheOneItReplacesAndTheGap() throws Exception {
    var old = Files.copy(history(), folder.resolve("old.db"));
    walk("Ada");
    shell.run("audit", "checkpoint");
    var gone = shell.run("audit", "key", "--json").json().get("origin").asString();
    assertThat(shell.run("audit", "new-log", "--reason", "why not", "--yes").err())
        .contains("whole and goes on");
    Files.copy(old, history(), StandardCopyOption.REPLACE_EXISTING);

    assertThat(shell.run("audit", "new-log", "--reason", "disk lost").exit()).isEqualTo(64);
    var no = shell.asked(new Typed()).run("audit", "new-log", "--reason", "disk lost");
    assertThat(no.exit()).isEqualTo(2);
    var begun = shell.run("audit", "new-log", "--reason", "disk lost", "--yes");

    assertThat(begun.exit()).as(begun.err()).isZero();
    assertThat(begun.out()).contains("in place of " + gone);
    var first = shell.run("audit", "export").out().lines().findFirst().orElseThrow();
    assertThat(first).contains("\"previousLog\":{").contains(gone).contains("disk lost");
    assertThat(shell.run("audit", "verify").exit()).isZero();
    walk("Grace");
    assertThat(shell.run("audit", "verify").exit()).isZero();
    assertThat(
            shell
                .run("audit", "verify", "--history", history().toString(), "--json")
                .json()
                .get("logs")
                .size())
        .isEqualTo(2);
  }

  @Test
  void aCopyThatWentOnElsewhereIsFoundOutWhenItComesBack() throws Exception {
    var copy = folder.resolve("copy");
    shell.run("audit", "checkpoint");
    copyHome(copy);
    var elsewhere = shell.with("PLIMSOLL_HOME", copy.toString());
    elsewhere.run("audit", "checkpoint");
    elsewhere.run("audit", "checkpoint");
    walk("Grace");
    shell.run("audit", "checkpoint");
    assertThat(elsewhere.run("audit", "verify").exit()).isZero();

    Files.copy(copy.resolve("history.db"), history(), StandardCopyOption.REPLACE_EXISTING);

    var said = shell.run("audit", "checkpoint");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).containsAnyOf("rewritten", "rolled back");
    assertThat(shell.run("audit", "verify").exit()).isEqualTo(1);
  }

  private void copyHome(Path copy) throws IOException {
    try (var files = Files.walk(folder.resolve("home"))) {
      for (var from : files.toList()) {
        var to = copy.resolve(folder.resolve("home").relativize(from).toString());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void theLogsKeyIsReplacedAndTheOldOneSignsNothingAnyMore() throws Exception {
    var before = shell.run("audit", "key", "--json").json().get("fingerprint").asString();

    var changed = shell.run("audit", "rotate-key", "--reason", "yearly", "--json").json();

    assertThat(changed.get("exit").asInt()).isZero();
    assertThat(changed.get("logs").asInt()).isEqualTo(1);
    var after = shell.run("audit", "key", "--json").json().get("fingerprint").asString();
    assertThat(after).isEqualTo(changed.get("fingerprint").asString()).isNotEqualTo(before);
    var verified = shell.run("audit", "verify");
    assertThat(verified.exit()).as(verified.out()).isZero();
    walk("Ada");
    assertThat(shell.run("audit", "checkpoint").exit()).isZero();
    assertThat(folder.resolve("home/keys/audit-log.former-1")).exists();
    assertThat(shell.run("key", "list").out()).doesNotContain("audit-log");
    // An old proof still holds under the key of its time.
    assertThat(shell.run("audit", "export").out())
        .contains("\"endorsement\":\"")
        .contains("\"previous\":\"" + before + "\"");
  }

  @Test
  void anAuditorRemembersWhatWasSeenAndHoldsTheNextExportAgainstIt() throws Exception {
    var auditor = shell.at(folder).with("PLIMSOLL_HOME", file("auditor"));
    shell.run("audit", "export", "--out", file("one.jsonl"));
    walk("Ada");
    shell.run("audit", "export", "--out", file("two.jsonl"));

    var first = auditor.run("audit", "verify", "two.jsonl", "--pin");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("NOTHING_TO_COMPARE").contains("Remembered: ");
    var again = auditor.run("audit", "verify", "two.jsonl");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).doesNotContain("NOTHING_TO_COMPARE");
    var older = auditor.run("audit", "verify", "one.jsonl", "--pin");

    assertThat(older.exit()).isEqualTo(1);
    assertThat(older.out()).contains("PIN_ROLLBACK").contains("pin of this auditor");
    assertThat(auditor.run("audit", "verify", "one.jsonl", "--pins", "pins").exit()).isZero();
    assertThat(auditor.run("audit", "verify", "one.jsonl", "--pin", "--pins", "pins").exit())
        .isZero();
    assertThat(auditor.run("audit", "verify", "two.jsonl", "--pins", "pins").out())
        .doesNotContain("NOTHING_TO_COMPARE");
    assertThat(shell.run("audit", "verify", "--pin").exit()).isZero();
  }

  @Test
  void whatHoldsTheLogIsShownByRanges() {
    var said = shell.run("audit", "anchors");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("L0, nothing but this machine");
    var json = shell.run("audit", "anchors", "--json").json();
    assertThat(json.get("anchored").asInt()).isZero();
    assertThat(json.get("rungs").get(0).get("level").asString()).isEqualTo("L0");
  }

  @Test
  void aRecordIsProvenByItsBundleAloneAndByTheProjectsLog() throws Exception {
    shell.run(
        "run",
        "pre-release",
        "--answer",
        "reviewed=Grace",
        "--sign-as",
        Sandbox.ADA,
        "--key",
        sandbox.keyFile.toString());
    var sealed =
        shell.run(
            "release",
            "seal",
            "--sign-as",
            Sandbox.ADA,
            "--key",
            sandbox.keyFile.toString(),
            "--out",
            file("out"),
            "--json");
    assertThat(sealed.exit()).as(sealed.toString()).isZero();
    var bundle = sealed.json().get("bundle").asString();
    var record = folder.resolve("release-record.json");
    try (var zip = java.nio.file.FileSystems.newFileSystem(Path.of(bundle))) {
      Files.copy(zip.getPath("release-record.json"), record);
    }
    var key = shell.run("audit", "key").out();
    Files.writeString(folder.resolve("log.vkey"), key);
    var auditor = shell.at(folder).with("PLIMSOLL_HOME", file("auditor"));

    var ofBundle = auditor.run("audit", "proof", bundle, "--out", "b.tlog-proof");
    assertThat(ofBundle.exit()).as(ofBundle.err()).isZero();
    var ofRecord = shell.run("audit", "proof", record.toString(), "--out", file("r.tlog-proof"));
    assertThat(ofRecord.exit()).as(ofRecord.err()).isZero();
    for (var proof : new String[] {"b.tlog-proof", "r.tlog-proof"}) {
      var said =
          auditor.run(
              "audit", "proof", "--verify", proof, "--log-key", "log.vkey", "--record", bundle);
      assertThat(said.exit()).as(said.out()).isZero();
      assertThat(said.out())
          .contains("record.signed, stands in")
          .contains("It names " + sealed.json().get("sha256").asString());
    }
    Files.writeString(record, Files.readString(record) + " ");
    assertThat(
            auditor
                .run(
                    "audit",
                    "proof",
                    "--verify",
                    "b.tlog-proof",
                    "--log-key",
                    "log.vkey",
                    "--record",
                    record.toString())
                .exit())
        .isEqualTo(1);
  }
}
