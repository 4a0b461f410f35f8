package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.SeededKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of a bundle's own VERIFY.md, taken from it as they are printed and run by a shell:
/// with OpenSSH and OpenSSL, and nothing of ours.
class PastedCommandsTest {
  @TempDir Path folder;
  private Unpacked bundle;
  private RecordDesk desk;

  @BeforeEach
  void seal() throws Exception {
    desk = new RecordDesk(folder.resolve("desk"));
    bundle = Unpacked.of(desk.seal(folder.resolve("out")).path());
  }

  private List<Shell.Ran> run(Predicate<String> which) throws Exception {
    return run(bundle, desk.allowedSigners(), which);
  }

  /// Unpacks the bundle beside a trust file that came another way, and pastes.
  private List<Shell.Ran> run(Unpacked unpacked, String allowedSigners, Predicate<String> which)
      throws Exception {
    var place = unpacked.folder(Files.createTempDirectory(folder, "auditor"));
    Files.writeString(place.resolve("allowed_signers"), allowedSigners);
    var commands = Shell.blocks(unpacked.text(BundleNames.GUIDE)).stream().filter(which).toList();
    assertThat(commands).isNotEmpty();
    return new Shell(place).runAll(commands);
  }

  private static boolean isSignature(String command) {
    return command.contains("release-record@plimsoll.dev") && !command.contains("verify-time");
  }

  private static boolean isEnvelope(String command) {
    return command.contains("release-record.dsse.json");
  }

  @Test
  void every_command_succeeds_as_printed() throws Exception {
    assertThat(run(command -> true))
        .hasSizeGreaterThan(8)
        .allMatch(ran -> ran.exit() == 0, "exit 0");
  }

  @Test
  void ssh_keygen_accepts_the_record_for_each_signer() throws Exception {
    assertThat(run(PastedCommandsTest::isSignature))
        .hasSize(2)
        .allSatisfy(ran -> {
          assertThat(ran.exit()).isZero();
          assertThat(ran.output())
              .startsWith("Good \"release-record@plimsoll.dev\" signature for ");
        });
  }

  @Test
  void ssh_keygen_refuses_it_after_one_bit_was_turned() throws Exception {
    bundle.flip(BundleNames.RECORD, 100);
    assertThat(run(PastedCommandsTest::isSignature))
        .hasSize(2)
        .allSatisfy(ran -> {
          assertThat(ran.exit()).isNotZero();
          assertThat(ran.output()).contains("Could not verify signature");
        });
  }

  @Test
  void openssl_accepts_the_envelope_and_refuses_it_after_one_bit_was_turned() throws Exception {
    assertThat(run(PastedCommandsTest::isEnvelope))
        .hasSize(3)
        .allMatch(ran -> ran.exit() == 0, "exit 0");
    bundle.flip(BundleNames.RECORD, 100);
    assertThat(run(PastedCommandsTest::isEnvelope))
        .allMatch(ran -> ran.exit() != 0, "another exit");
  }

  @Test
  void nothing_verifies_under_the_trust_file_of_a_stranger() throws Exception {
    var stranger =
        RecordDesk.line(RecordDesk.OLGA, new SeededKey(66))
            + RecordDesk.line(RecordDesk.ADA, new SeededKey(67));
    assertThat(
            run(
                bundle,
                stranger,
                command -> isSignature(command) || command.contains("signer.pem")))
        .hasSize(4)
        .allMatch(ran -> ran.exit() != 0, "another exit");
  }

  @Test
  void a_key_that_has_expired_since_verifies_as_of_the_time_the_record_says() throws Exception {
    var line = RecordDesk.line(RecordDesk.OLGA, desk.olga);
    var expired = line.replace("namespaces=", "valid-before=\"20260401Z\",namespaces=");
    assertThat(run(bundle, expired, it -> isSignature(it) && it.contains("olga")))
        .allMatch(ran -> ran.exit() != 0, "expired");
    assertThat(run(bundle, expired, it -> it.contains("verify-time") && it.contains("olga")))
        .allMatch(ran -> ran.exit() == 0, "good then");
  }

  @Test
  void changed_or_missing_evidence_is_named() throws Exception {
    var name = bundle.name(BundleNames.EVIDENCE);
    bundle.flip(name, 0);
    assertThat(run(command -> command.contains("evidence.txt")))
        .allSatisfy(ran -> {
          assertThat(ran.exit()).isNotZero();
          assertThat(ran.output()).contains("NOT AS SEALED: " + name);
        });
    bundle.files().remove(name);
    assertThat(run(command -> command.contains("evidence.txt")))
        .allSatisfy(ran -> assertThat(ran.output()).contains("NOT AS SEALED: " + name));
  }

  @Test
  void the_shell_loop_names_the_entry_at_which_the_chain_breaks() throws Exception {
    bundle.replace(BundleNames.AUDIT, "FAILED", "PASSED");
    assertThat(run(command -> command.contains("audit.jsonl") && command.contains("while")))
        .singleElement()
        .satisfies(ran -> {
          assertThat(ran.exit()).isNotZero();
          assertThat(ran.output()).contains("BROKEN at entry 4");
        });
  }

  @Test
  void a_log_that_does_not_name_the_record_is_not_accepted() throws Exception {
    var lines = bundle.text(BundleNames.AUDIT).lines().toList();
    bundle.put(BundleNames.AUDIT, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
    assertThat(run(command -> command.contains("audit.jsonl")))
        .allMatch(ran -> ran.exit() != 0, "another exit");
  }

  @Test
  void a_checkpoint_that_was_changed_is_not_accepted() throws Exception {
    bundle.put(
        BundleNames.CHECKPOINT,
        bundle.text(BundleNames.CHECKPOINT).replaceFirst("\n15\n", "\n12\n"));
    assertThat(run(command -> command.contains("checkpoint.sig")))
        .allMatch(ran -> ran.exit() != 0, "another exit");
  }

  @Test
  void a_name_with_a_quote_in_it_stays_one_word_of_the_shell() throws Exception {
    var name = "o'brien;$(touch owned)@example.org";
    assertThat(new Shell(folder).run("printf %s " + VerifyGuide.quoted(name)).output())
        .isEqualTo(name);
    assertThat(folder.resolve("owned")).doesNotExist();
  }
}
