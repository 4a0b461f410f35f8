package dev.plimsoll.core.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every sample is put together while the test runs: none stands in this file.
class SecretRulesTest {
  private static final String DIGITS = "0123456789";
  private static final String HEX = DIGITS + "abcdef";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LETTERS = UPPER + "abcdefghijklmnopqrstuvwxyz";
  private static final String ALL = LETTERS + DIGITS;

  static Stream<List<String>> samples() {
    return Stream.of(
        List.of("private-key", pem("RSA PRIVATE KEY")),
        List.of("private-key", pem("OPENSSH PRIVATE KEY")),
        List.of("private-key", pem("PRIVATE KEY").replace("\n", "\r\n")),
        List.of(
            "private-key",
            "{\"private_key\": \"" + pem("PRIVATE KEY").replace("\n", "\\n") + "\"}"),
        List.of("aws-access-key", "id = AKIA" + some(UPPER + "234567", 16)),
        List.of("aws-secret-key", "aws_secret_access_key = " + some(ALL, 40)),
        List.of("gcp-api-key", "AIza" + some(ALL, 35)),
        List.of("gcp-oauth-secret", "GOCSPX-" + some(ALL, 28)),
        List.of("azure-client-secret", "\"" + some(ALL, 3) + "8Q~" + some(ALL, 32) + "\""),
        List.of("azure-storage-key", "AccountKey=" + some(ALL, 86) + "=="),
        List.of("github-token", "ghs_" + some(ALL, 36)),
        List.of("github-fine-token", "github_pat_" + some(ALL, 22) + "_" + some(ALL, 59)),
        List.of("gitlab-token", "glpat-" + some(ALL, 20)),
        List.of("slack-token", "xoxb-" + some(DIGITS, 12) + "-" + some(ALL, 24)),
        List.of(
            "slack-webhook",
            "https://hooks.slack.com/services/T"
                + some(ALL, 8)
                + "/B"
                + some(ALL, 8)
                + "/"
                + some(ALL, 24)),
        List.of("stripe-key", "sk_live_" + some(ALL, 24)),
        List.of("sendgrid-key", "SG." + some(ALL, 22) + "." + some(ALL, 43)),
        List.of("npm-token", "npm_" + some(ALL, 36)),
        List.of("npm-login", "//registry.example.org/:_authToken=" + some(ALL, 36)),
        List.of("pypi-token", "pypi-AgE" + some(ALL, 80)),
        List.of("docker-auth", "{\"auth\": \"" + some(ALL, 40) + "\"}"),
        List.of("anthropic-key", "sk-ant-api03-" + some(ALL, 93)),
        List.of("vault-token", "hvs." + some(ALL, 90)),
        List.of("digitalocean-token", "dop_v1_" + some(HEX, 64)),
        List.of("twilio-key", "twilio: SK" + some(HEX, 32)),
        List.of("telegram-token", "bot_token " + some(DIGITS, 9) + ":AA" + some(ALL, 33)),
        List.of("jwt", jwt()),
        List.of("basic-auth-url", "DB=postgres://app:" + some(ALL, 12) + "@db.internal/x"),
        List.of("basic-auth-header", "Authorization: Basic " + some(ALL, 24)),
        List.of("bearer-header", "-H 'Authorization: Bearer " + some(ALL, 40) + "'"),
        List.of("general-quoted", "db_password = \"" + some(ALL, 16) + "\""),
        List.of("general-quoted", "{\"clientSecret\": \"" + some(ALL, 24) + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsItsKind(List<String> sample) {
    assertThat(found("src/a.txt", "line one\n" + sample.get(1) + "\nlast\n"))
        .extracting(one -> one.rule().id() + ":" + one.line())
        .containsExactly(sample.getFirst() + ":2");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsItInAVeryLongLine(List<String> sample) {
    var filler = "var a=1;".repeat(3_000);
    assertThat(
            found(
                "a.min.js",
                filler
                    + " "
                    + sample.get(1)
                    + " "
                    + (sample.getFirst().equals("private-key")
                            || sample.getFirst().equals("npm-login")
                        ? ""
                        : filler)))
        .as(sample.getFirst())
        .satisfies(all -> {
          if (!sample.getFirst().equals("npm-login")) {
            assertThat(all).hasSize(1);
          }
        });
  }

  @Test
  void findsABareAssignmentInASettingsFileOnly() {
    var text = "# x\nDB_PASSWORD=" + some(ALL, 16) + "\n";
    assertThat(found("deploy/prod.env", text)).hasSize(1);
    assertThat(found(".env.production", text)).hasSize(1);
    assertThat(found("src/a.c", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = os.environ[\"DB_PASSWORD\"]",
        "password = \"${DB_PASSWORD}\"",
        "password: \"{{ vault.password }}\"",
        "token = getTokenFromSomewhere(user)",
        "secret: \"my-application-secret\"",
        "api_key = \"your-api-key-here\"",
        "password = \"changeme\"",
        "url = https://user:password@example.org/",
        "postgres://app:${PASSWORD}@db/x",
        "const tokenType = \"AccessTokenResponse\"",
        "token = \"aaaaaaaaaaaaaaaaaaaa\"",
        "secretName: \"/run/secrets/database\"",
        "aws = AKIAIOSFODNN7EXAMPLE",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "-----BEGIN PUBLIC KEY-----\n"
            + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n"
            + "-----END PUBLIC KEY-----"
      })
  void leavesAloneWhatIsNone(String text) {
    assertThat(found("conf/settings.yaml", text + "\n")).isEmpty();
  }

  @Test
  void aKeyIsTheSameKeyWithOtherLineEnds() {
    var pem = pem("PRIVATE KEY");
    assertThat(found("a", pem).getFirst().fingerprint())
        .isEqualTo(found("b", pem.replace("\n", "\r\n")).getFirst().fingerprint())
        .isEqualTo(found("c", "\"" + pem.replace("\n", "\\n") + "\"").getFirst().fingerprint());
  }

  @ParameterizedTest
  @CsvSource({"aaaa, 0.0", "abab, 1.0", "abcd, 2.0"})
  void measuresEntropy(String text, double bits) {
    assertThat(Entropy.of(text)).isEqualTo(bits);
  }

  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(SecretRules.ids()).doesNotHaveDuplicates().hasSizeGreaterThan(40);
  }

  private static List<Found> found(String file, String text) {
    var rules = SecretRules.shipped();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ContentScan(rules, ContentScan.keywords(rules)).scan(file, bytes, bytes.length);
  }

  private static String some(String alphabet, int length) {
    var random = new Random(alphabet.length() * 31L + length);
    var text = new StringBuilder();
    for (var i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String pem(String kind) {
    var bytes = new byte[300];
    new Random(5).nextBytes(bytes);
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----";
  }

  private static String jwt() {
    var url = Base64.getUrlEncoder().withoutPadding();
    var head = url.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
    var body = url.encodeToString("{\"sub\":\"1234567890\"}".getBytes(StandardCharsets.UTF_8));
    return head + "." + body + "." + some(ALL, 43);
  }
}
