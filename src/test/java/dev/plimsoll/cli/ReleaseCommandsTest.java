package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From a walked checklist to a record that others verify.
@Timeout(120)
class ReleaseCommandsTest {
  @TempDir Path folder;
  private Sandbox sandbox;
  private Shell shell;
  private String trusted;

  @BeforeEach
  void trust() throws IOException {
    sandbox = Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE));
    shell = Shell.in(sandbox).trusting();
    trusted = sandbox.repository.resolve(".plimsoll/allowed_signers").toString();
  }

  private void walk() {
    var said =
        shell.run(
            "run",
            "pre-release",
            "--answer",
            "reviewed=Grace",
            "--sign-as",
            Sandbox.ADA,
            "--key",
            sandbox.keyFile.toString());
    assertThat(said.exit()).as(said.toString()).isZero();
  }

  private Path seal() {
    walk();
    var said =
        shell.run(
            "release",
            "seal",
            "--sign-as",
            Sandbox.ADA,
            "--key",
            sandbox.keyFile.toString(),
            "--out",
            folder.resolve("out").toString(),
            "--json");
    assertThat(said.exit()).as(said.toString()).isZero();
    assertThat(said.json().get("outcome").asString()).isEqualTo("READY");
    return Path.of(said.json().get("bundle").asString());
  }

  @Test
  void theStatusFollowsTheGate() {
    assertThat(shell.run("release", "status").exit()).isEqualTo(2);
    assertThat(shell.run("release", "status").out())
        .contains("demo 1.0.0 (major, candidate 1)")
        .contains("NOT RUN")
        .contains("NO-GO YET");
    walk();
    assertThat(shell.run("release", "status").exit()).isZero();
    var json = shell.run("release", "status", "--json").json();
    assertThat(json.get("decision").asString()).isEqualTo("GO");
    assertThat(json.get("plan").get(0).get("standings").get("PASSED").asInt()).isEqualTo(3);
    assertThat(json.get("sealed").isNull()).isTrue();
    seal();
    assertThat(shell.run("release", "status").out()).contains("sealed as READY");
  }

  @Test
  void aPersonApprovesTheReleaseAsAWhole() {
    walk();
    var said =
        shell.run(
            "release",
            "approve",
            "--as",
            Sandbox.ADA,
            "--role",
            "approver",
            "--key",
            sandbox.keyFile.toString());

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("I reviewed the evidence")
        .contains("approved by " + Sandbox.ADA);
    assertThat(
            shell
                .run("release", "status", "--json")
                .json()
                .get("approvals")
                .get(0)
                .get("principal")
                .asString())
        .isEqualTo(Sandbox.ADA);
  }

  @Test
  void nothingIsSealedWhereTheGateSaysNoGo() {
    shell.run("run", "pre-release");

    var said =
        shell.run("release", "seal", "--sign-as", Sandbox.ADA, "--key", sandbox.keyFile.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err())
        .startsWith(
            "Release not sealed: The gate says no-go. “Pre-release” is not complete: 2 steps"
                + " open.");
  }

  @Test
  void theCommandsThatAreToldVerifyTheRecordWithOpenSsh() throws Exception {
    walk();
    var said =
        shell.run(
            "release",
            "seal",
            "--sign-as",
            Sandbox.ADA,
            "--key",
            sandbox.keyFile.toString(),
            "--out",
            "../out");
    assertThat(said.exit()).isZero();
    var commands =
        said.out()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("unzip ") || line.startsWith("cd "))
            .toList();
    assertThat(commands).hasSize(2);

    var process =
        new ProcessBuilder("sh", "-ec", String.join("\n", commands))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("Good \"release-record@plimsoll.dev\" signature for " + Sandbox.ADA);
  }

  @Test
  void aSealedRecordIsProven() {
    var bundle = seal().toString();

    var said = shell.run("record", "verify", bundle, "--allowed-signers", trusted);

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("Integrity", "Completeness", "Authenticity", "Policy", "Anchoring", "Artifacts")
        .contains("✓ PROVEN")
        .contains("What none of this proves:")
        .contains("nobody is known to have approved but those who ran");
    var json = shell.run("record", "verify", bundle, "--allowed-signers", trusted, "--json").json();
    assertThat(json.get("level").asString()).isEqualTo("PROVEN");
    assertThat(json.get("verdicts").size()).isEqualTo(6);
    assertThat(json.get("firstBroken").isNull()).isTrue();
    assertThat(shell.run("record", "show", bundle).out())
        .contains("demo 1.0.0")
        .contains("No exceptions.")
        .contains("Code review · Grace (answered on the command line)");
    assertThat(shell.run("record", "show", bundle, "--json").json().get("predicateType").asString())
        .contains("release-record/v1");
  }

  @Test
  void aChangedByteFailsAndIsNamed() throws IOException {
    var bundle = seal();
    try (var zip = FileSystems.newFileSystem(bundle)) {
      var record = zip.getPath("release-record.json");
      Files.writeString(record, Files.readString(record).replace("Grace", "Crace"));
    }

    var said = shell.run("record", "verify", bundle.toString(), "--allowed-signers", trusted);

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("✗ FAILED")
        .contains("SIG_INVALID")
        .contains("First thing that is wrong:");
    var json =
        shell
            .run("record", "verify", bundle.toString(), "--allowed-signers", trusted, "--json")
            .json();
    assertThat(json.get("exit").asInt()).isEqualTo(1);
    assertThat(json.get("firstBroken").get("level").asString()).isEqualTo("FAILED");
  }

  @Test
  void somebodyElsesTrustFileKnowsNobody() throws IOException {
    var bundle = seal().toString();
    shell.run("key", "new", "stranger", "--no-passphrase");
    var line =
        shell
            .run("key", "show", "stranger", "--principal", "eve@example.org", "--json")
            .json()
            .get("allowedSigners")
            .asString();
    var other = Files.writeString(folder.resolve("others"), line + "\n");

    var said = shell.run("record", "verify", bundle, "--allowed-signers", other.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("KEY_UNKNOWN");
  }

  @Test
  void whatIsNoRecordIsNotCalledBroken() throws IOException {
    var noise = Files.writeString(folder.resolve("noise.zip"), "PK\3\4 and then noise");

    assertThat(shell.run("record", "verify", noise.toString(), "--allowed-signers", trusted).exit())
        .isEqualTo(2);
    assertThat(shell.run("record", "verify", "missing.zip", "--allowed-signers", trusted).exit())
        .isEqualTo(2);
    assertThat(shell.run("record", "show", noise.toString()).exit()).isEqualTo(2);
    assertThat(
            shell.run("record", "verify", noise.toString(), "--allowed-signers", "missing").err())
        .startsWith("Record not verified: missing cannot be read.");
  }
}
