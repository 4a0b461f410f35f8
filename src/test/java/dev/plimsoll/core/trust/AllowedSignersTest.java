package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedSignersTest {
  private static final String ALICE = "alice@example.org";
  private static final String PURPOSE = "test@plimsoll.dev";
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Ed25519PublicKey KEY =
      Ed25519PublicKey.fromOpenSsh(Fixtures.text("sshsig/signer.pub"));

  @TempDir Path folder;

  private static AllowedSigners read(String fixture) {
    return AllowedSigners.parse(Fixtures.text("allowed-signers/" + fixture), "allowed_signers");
  }

  /// What ssh-keygen says about the committed good signature under a trust file.
  private Tool.Ran sshKeygen(String allowedSigners, String zone, String... more)
      throws IOException {
    Files.writeString(folder.resolve("allowed_signers"), allowedSigners);
    Files.write(folder.resolve("good.sig"), Fixtures.bytes("sshsig/good.sig"));
    String[] command = {
      "ssh-keygen",
      "-Y",
      "verify",
      "-f",
      "allowed_signers",
      "-I",
      ALICE,
      "-n",
      PURPOSE,
      "-s",
      "good.sig"
    };
    return Tool.in(folder)
        .with("TZ", zone)
        .feed(
            Fixtures.bytes("sshsig/message"),
            Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new));
  }

  /// A file, the sentence about its first defect, and whether OpenSSH itself would have let the
  /// signature pass.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "key-missing,                   1, the key of alice@example.org is missing,              "
            + " refused",
        "key-type-alone,                1, the key is missing after \"ssh-ed25519\",             "
            + " refused",
        "key-of-other-type,             1, the key inside is not of the type \"ssh-rsa\",        "
            + " refused",
        "key-cut-off,                   1, its length runs past the end,                         "
            + " refused",
        "key-not-base64,                1, it is not Base64,                                     "
            + " refused",
        "option-unknown,                1, \"no-touch-required\" is no option that has a place"
            + " here, refused",
        "option-without-quotes,         1, \"namespaces=test@plimsoll.dev\" is no option,        "
            + " refused",
        "option-quote-open,             1, a quotation mark is not closed,                       "
            + " refused",
        "option-twice,                  1, the option namespaces stands twice,                   "
            + " refused",
        "option-space-between,          1, is no type of key; options are joined by commas,        "
            + "                            refused",
        "option-comma-missing,          1, a comma is missing between its options,               "
            + " refused",
        "option-comma-at-end,           1, \"\" is no option that has a place here,              "
            + " refused",
        "option-after-key,              2, the key is missing after \"ssh-ed25519\",             "
            + " passed",
        "time-month-13,                 1, \"20201301Z\" is no time that exists,                 "
            + " refused",
        "time-day-30-february,          1, \"20990230Z\" is no time that exists,                 "
            + " passed",
        "time-with-dashes,              1, \"2020-01-01\" is no time of the form,                "
            + " refused",
        "time-empty,                    1, \"\" is no time of the form,                          "
            + " refused",
        "time-11-digits,                1, \"20200101101Z\" is no time of the form,              "
            + " refused",
        "time-order-reversed,           1, valid-before is not later than valid-after,           "
            + " refused",
        "time-epoch,                    1, \"19700101Z\" is no time that exists after 1970,      "
            + " refused",
        "time-without-zone,             1, the time \"20200101\" needs a Z,                      "
            + " passed",
        "principal-wildcard,            1, a principal is a name and no pattern: \"*@example.org\","
            + " passed",
        "principal-question-mark,       1, a principal is a name and no pattern:"
            + " \"alic?@example.org\", passed",
        "principal-negated,             1, names several,                                        "
            + " passed",
        "principals-two,                1, one key is one person here,                           "
            + " passed",
        "principal-quoted,              1, a principal stands without quotation marks,           "
            + " passed",
        "key-of-two-principals,         2, stands in line 1 already,                             "
            + " passed",
        "key-twice,                     2, stands in line 1 already,                             "
            + " passed",
        "key-weak,                      1, the key is weak: anybody can make signatures under it,"
            + " refused",
        "certificate-authority,         1, certificate authorities are not supported,            "
            + " refused",
        "namespace-wildcard,            1, a namespace is a name and no pattern:"
            + " \"*@plimsoll.dev\", passed",
        "namespace-empty-name,          1, a namespace is a name and no pattern: \"\",           "
            + " passed",
        "option-escaped-quote,          1, a backslash stands in its options,                    "
            + " passed",
        "zero-width-space-in-principal, 1, something invisible stands in it,                     "
            + " refused",
        "byte-order-mark,               1, something invisible stands in it,                     "
            + " refused",
        "carriage-return-inside,        1, something invisible stands in it,                     "
            + " passed",
      })
  void refuses(String defect, int line, String reason, String openSsh) throws IOException {
    assertThatThrownBy(() -> read(defect))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Trust file not accepted: allowed_signers:" + line + ": ")
        .hasMessageContaining(reason)
        .hasMessageEndingWith(". Correct this line; until then nobody in the file is trusted.");
    boolean passed = sshKeygen(Fixtures.text("allowed-signers/" + defect), "UTC").succeeded();
    assertThat(passed).as("ssh-keygen's own answer").isEqualTo(openSsh.equals("passed"));
  }

  static List<String> goodFiles() {
    return Fixtures.names("allowed-signers").stream()
        .filter(name -> name.startsWith("good-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goodFiles")
  void saysOfAnAcceptedFileWhatSshKeygenSays(String name) throws IOException {
    Tool.Ran theirs =
        sshKeygen(Fixtures.text("allowed-signers/" + name), "UTC", "-Overify-time=20260601120000");
    AllowedSigners.Lookup ours = read(name).check(KEY, PURPOSE, NOW);
    assertThat(ours.equals(new AllowedSigners.Known(ALICE)))
        .as(theirs.output())
        .isEqualTo(theirs.succeeded());
    assertThat(theirs.succeeded()).isEqualTo(!name.startsWith("good-but-"));
  }

  @ParameterizedTest
  @CsvSource({
    "good-but-empty,                 KEY_UNKNOWN,   is not in the trust file.",
    "good-but-only-comments,         KEY_UNKNOWN,   is not in the trust file.",
    "good-but-expired,               KEY_EXPIRED,   The key of alice@example.org counted until"
        + " 2020-01-01T00:00:00Z.",
    "good-but-not-yet-valid,         KEY_EXPIRED,   The key of alice@example.org counts from"
        + " 2099-01-01T00:00:00Z.",
    "good-but-other-namespace,       SIG_NAMESPACE, The key of alice@example.org may not sign for"
        + " test@plimsoll.dev.",
  })
  void namesTheReasonWhyAKeyDoesNotCount(String name, TrustCode code, String sentence) {
    AllowedSigners.Lookup lookup = read(name).check(KEY, PURPOSE, NOW);
    assertThat(lookup.code()).contains(code);
    assertThat(lookup.sentence()).endsWith(sentence);
  }

  @Test
  void aWeakKeyIsWeakWhateverTheFileSays() {
    Ed25519PublicKey weak = Ed25519PublicKey.fromOpenSsh(Fixtures.text("sshsig/weak-key.pub"));
    assertThat(read("good-plain").check(weak, PURPOSE, NOW).code()).contains(TrustCode.KEY_WEAK);
  }

  @Test
  void everyFixtureIsUsedByATest() {
    assertThat(goodFiles()).hasSize(15);
    assertThat(new TreeSet<>(Fixtures.names("allowed-signers"))).hasSize(15 + 36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20260601120000Z", "202606011200Z", "20260601Z"})
  void countsToTheSecondAsSshKeygenDoes(String time) throws IOException {
    String line =
        ALICE + " valid-after=\"" + time + "\",valid-before=\"20260701Z\" " + KEY.openSsh() + "\n";
    AllowedSigners.Entry entry = AllowedSigners.parse(line, "f").entries().getFirst();
    Instant from = entry.validAfter().orElseThrow();
    Instant until = entry.validBefore().orElseThrow();
    for (Instant at : List.of(from.minusSeconds(1), from, until, until.plusSeconds(1))) {
      String verifyTime = at.toString().replaceAll("[-T:Z]", "");
      boolean theirs = sshKeygen(line, "UTC", "-Overify-time=" + verifyTime).succeeded();
      boolean ours =
          AllowedSigners.parse(line, "f").check(KEY, PURPOSE, at) instanceof AllowedSigners.Known;
      assertThat(ours)
          .as(at.toString())
          .isEqualTo(theirs)
          .isEqualTo(at.equals(from) || at.equals(until));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Asia/Kolkata", "UTC"})
  void takesATimeWithoutZInTheGivenZoneAsSshKeygenDoes(String zone) throws IOException {
    String line = ALICE + " valid-after=\"20260601120000\" " + KEY.openSsh() + "\n";
    AllowedSigners signers = AllowedSigners.parse(line, "f", ZoneId.of(zone));
    Instant from = signers.entries().getFirst().validAfter().orElseThrow();
    assertThat(from)
        .isEqualTo(NOW.atZone(ZoneId.of("UTC")).withZoneSameLocal(ZoneId.of(zone)).toInstant());
    assertThat(sshKeygen(line, zone, "-Overify-time=20260601120000").succeeded()).isTrue();
    assertThat(sshKeygen(line, zone, "-Overify-time=20260601115959").succeeded()).isFalse();
    assertThat(signers.check(KEY, PURPOSE, from)).isEqualTo(new AllowedSigners.Known(ALICE));
    assertThat(signers.check(KEY, PURPOSE, from.minusMillis(1)))
        .isEqualTo(new AllowedSigners.NotYetValid(ALICE, from));
  }

  @Test
  void findsAPersonsKeyAndNobodyElses() {
    AllowedSigners signers = read("good-two-people");
    assertThat(signers.find(ALICE, KEY)).map(AllowedSigners.Entry::line).contains(2);
    assertThat(signers.find("bob@example.org", KEY)).isEmpty();
    assertThat(signers.find("ALICE@example.org", KEY)).isEmpty();
    assertThat(signers.keyOf(KEY.fingerprint())).contains(KEY);
    assertThat(signers.keyOf("SHA256:other")).isEmpty();
  }

  @Test
  void keepsKeysOfOtherTypesWithoutTrustingThemHere() {
    AllowedSigners signers = read("good-other-key-types");
    assertThat(signers.entries())
        .extracting(AllowedSigners.Entry::keyType)
        .containsExactly("ssh-rsa", "ecdsa-sha2-nistp256", "ssh-ed25519");
    assertThat(signers.entries())
        .extracting(entry -> entry.key().isPresent())
        .containsExactly(false, false, true);
    assertThat(signers.keyOf(signers.entries().getFirst().fingerprint())).isEmpty();
  }

  @Test
  void aLineMadeHereIsAcceptedBySshKeygenForItsPurposeOnly() throws IOException {
    String line = AllowedSigners.line(ALICE, KEY, List.of(PURPOSE, "git"));
    assertThat(line).isEqualTo(ALICE + " namespaces=\"test@plimsoll.dev,git\" " + KEY.openSsh());
    assertThat(sshKeygen(line + "\n", "UTC").succeeded()).isTrue();
    String other = AllowedSigners.line(ALICE, KEY, List.of("git"));
    assertThat(sshKeygen(other + "\n", "UTC").output())
        .contains("not permitted for use in signature namespace");
    assertThat(AllowedSigners.line(ALICE, KEY, List.of())).isEqualTo(ALICE + " " + KEY.openSsh());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a,b", "*", "#a", "\"a\"", "a\nb", "a\u00a0b", "a\u202eb", "!a"})
  void noLineIsMadeForANameThatIsNone(String principal) {
    assertThatThrownBy(() -> AllowedSigners.line(principal, KEY, List.of()))
        .isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "*", "a\"", "a\\"})
  void noLineIsMadeForAPurposeThatIsNone(String namespace) {
    assertThatThrownBy(() -> AllowedSigners.line(ALICE, KEY, List.of(namespace)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void aFileWithoutEndIsNotRead() {
    assertThatThrownBy(() -> AllowedSigners.parse("#".repeat(1_100_000), "huge"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("huge:1: the file is larger than 1 MiB.");
  }
}
