package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;
  private String html = "";

  @BeforeEach
  void seal() throws Exception {
    html =
        Unpacked.of(new RecordDesk(folder).seal(folder.resolve("out")).path())
            .text(BundleNames.REPORT);
  }

  @Test
  void it_runs_nothing_and_fetches_nothing() {
    assertThat(html.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain(
            "<script",
            "javascript:",
            "src=",
            "href=",
            "url(",
            "@import",
            "<iframe",
            "<object",
            "<form",
            "http:",
            "https:");
    assertThat(Pattern.compile("<[^>]*\\son[a-z]+\\s*=").matcher(html).find()).isFalse();
    assertThat(html).contains("default-src 'none'");
  }

  @Test
  void what_people_wrote_stays_text() {
    assertThat(html).contains("unchanged since 1.4.0 &lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(html).contains("ran out of disk &amp; \uFFFDtxt.").doesNotContain("\u202E");
  }

  @Test
  void exceptions_stand_before_everything_else() {
    assertThat(html.indexOf("<h2>Exceptions (1)"))
        .isPositive()
        .isLessThan(html.indexOf("<h2>The gate"));
    assertThat(html).contains("pre-release/limits", "waived", "until 2026-04-01");
  }

  @Test
  void it_shows_every_attempt_the_people_and_what_cannot_be_proven() {
    assertThat(html)
        .contains(
            "Attempt 1: FAILED",
            "Attempt 2: PASSED",
            "exit code 1",
            "Olga Operator",
            "Ada Approver",
            "second-person")
        .contains("What it cannot prove", "The exact time")
        .contains("ssh-keygen -Y verify -f allowed_signers -I &#39;ada@example.org&#39;");
  }

  @Test
  void the_colour_of_a_standing_never_speaks_alone() {
    assertThat(html).contains(">PASSED<", ">WAIVED<", ">READY<", ">FOUR EYES<");
  }

  @Test
  void it_can_be_printed_in_ink() {
    assertThat(html).contains("@media print");
  }

  @Test
  void markup_control_characters_and_turned_text_are_made_harmless() {
    assertThat(Html.text("<a href=\"x\">'&\u0000\u2028\u2066\uD800"))
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;\uFFFD\uFFFD\uFFFD\uFFFD");
    assertThat(Html.text("two\r\nlines\tapart")).isEqualTo("two<br>lines apart");
  }
}
