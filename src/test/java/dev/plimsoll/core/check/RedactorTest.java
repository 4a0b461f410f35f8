package dev.plimsoll.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private static final String KEY = "s3cr3t/\"value+with odd§signs";

  private final Redactor redactor = new Redactor(Map.of("ADMIN_KEY", KEY), Set.of());

  @Test
  void masksTheValueAndNamesTheSecret() {
    assertThat(redactor.redact("key=" + KEY + "; again " + KEY))
        .isEqualTo("key=[redacted ADMIN_KEY]; again [redacted ADMIN_KEY]");
    assertThat(redactor.replacements()).isEqualTo(2);
  }

  @Test
  void masksTheCommonEncodings() {
    var bytes = KEY.getBytes(StandardCharsets.UTF_8);
    for (var encoded :
        new String[] {
          Base64.getEncoder().encodeToString(bytes),
          Base64.getUrlEncoder().encodeToString(bytes),
          URLEncoder.encode(KEY, StandardCharsets.UTF_8),
          KEY.replace("\"", "\\\""),
          HexFormat.of().formatHex(bytes),
          HexFormat.of().withUpperCase().formatHex(bytes)
        }) {
      assertThat(redactor.redact("<" + encoded + ">"))
          .contains("[redacted ADMIN_KEY]")
          .doesNotContain(encoded);
    }
  }

  @Test
  void masksTheValueInsideALongerBase64Text() {
    for (var user : new String[] {"a:", "ab:", "abc:", "abcd:"}) {
      var header =
          Base64.getEncoder().encodeToString((user + KEY + "\n").getBytes(StandardCharsets.UTF_8));
      var masked = redactor.redact("Authorization: Basic " + header);
      assertThat(masked).contains("[redacted ADMIN_KEY]");
      assertThat(masked.length()).isLessThan(header.length() + 10);
    }
  }

  @Test
  void masksAValueThatIsCutByTheReads() throws IOException {
    var text = ("x".repeat(32_760) + KEY + "y\n").repeat(4);
    var masked =
        new String(redactor.redact(oneByteAtATime(text)).readAllBytes(), StandardCharsets.UTF_8);
    assertThat(masked).doesNotContain(KEY).contains("[redacted ADMIN_KEY]y\n");
    assertThat(redactor.replacements()).isEqualTo(4);
  }

  @Test
  void masksEveryLineOfAKeyFileWhereverTheLinesLand() {
    var pem =
        "-----BEGIN OPENSSH PRIVATE KEY-----\n"
            + "b3BlbnNzaC1rZXktdjEAAAAA\n"
            + "QyNTUxOQAAACDhZ0o5cGg0\n"
            + "-----END OPENSSH PRIVATE KEY-----\n";
    var keyFile = new Redactor(Map.of("DEPLOY_KEY", pem), Set.of());
    assertThat(keyFile.redact(pem)).isEqualTo("[redacted DEPLOY_KEY]\n");
    assertThat(keyFile.redact(pem.replace("\n", "\r\n"))).isEqualTo("[redacted DEPLOY_KEY]\r\n");
    assertThat(keyFile.redact("1: b3BlbnNzaC1rZXktdjEAAAAA")).isEqualTo("1: [redacted DEPLOY_KEY]");
    assertThat(keyFile.redact("  QyNTUxOQAAACDhZ0o5cGg0")).isEqualTo("  [redacted DEPLOY_KEY]");
  }

  @Test
  void masksTheLongerOfTwoSecretsThatStartAlike() {
    var two = new Redactor(Map.of("SHORT", "abcd", "LONG", "abcdefgh"), Set.of());
    assertThat(two.redact("abcdefgh abcdx")).isEqualTo("[redacted LONG] [redacted SHORT]x");
  }

  @Test
  void leavesShortSecretsAloneAndSaysSo() {
    var tiny = new Redactor(Map.of("PIN", "123"), Set.of());
    assertThat(tiny.redact("123 items")).isEqualTo("123 items");
    assertThat(tiny.notes()).singleElement().asString().contains("PIN").doesNotContain("123");
  }

  @Test
  void masksPatternsLineByLine() throws IOException {
    var mails = new Redactor(Map.of(), Set.of("[a-z]+@[a-z.]+", "token=\\w+"));
    assertThat(mails.redact("from ops@example.org token=abc123\r\nnothing\n"))
        .isEqualTo("from [redacted] [redacted]\r\nnothing\n");
  }

  @Test
  void masksTheWholeLineWhereAPatternRunsAway() {
    var costly = new Redactor(Map.of(), Set.of("(a+)+\\1b"));
    assertThat(costly.redact("a".repeat(60) + "!\nfine\n"))
        .isEqualTo("[redacted: a pattern took too long on this line]\nfine\n");
  }

  @Test
  void passesBytesThatAreNotTextUnchanged() throws IOException {
    var bytes = new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n', (byte) 0x80};
    var both = new Redactor(Map.of("K", KEY), Set.of("zzz"));
    assertThat(both.redact(new ByteArrayInputStream(bytes)).readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void refusesAPatternThatIsNone() {
    assertThatThrownBy(() -> new Redactor(Map.of(), Set.of("(")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not a regular expression");
  }

  @Test
  void doesNotMatchItsOwnMasks() {
    var words = new Redactor(Map.of("A", "redacted", "B", "value"), Set.of());
    assertThat(words.redact("redacted value").lines().collect(Collectors.joining()))
        .isEqualTo("[redacted A] [redacted B]");
  }

  private static InputStream oneByteAtATime(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] target, int from, int count) {
        return super.read(target, from, Math.min(count, 1));
      }
    };
  }
}
