package dev.plimsoll.core.check.personal;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyVerbTest {
  @TempDir Path temp;
  private final PrivacyVerb verb = new PrivacyVerb();
  private Path root;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
  }

  @Test
  void looksIntoCalendars() throws Exception {
    write(
        "out/a.ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:5f3a@calendar.invalid
        SUMMARY:New moon
        DESCRIPTION:Chart for Ada Muster\\, born in Bern\\nask ada@muster
         .invalid
        ATTENDEE;CN=Ada Muster:mailto:ada@muster.invalid
        ORGANIZER;CN=redacted:mailto:[redacted]
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n"));
    write("names.txt", "# people\nAda Muster\n");
    assertThat(findings(map("in", "out/*.ics")))
        .containsExactly(
            "out/a.ics:6: 'DESCRIPTION' holds an e-mail address: a***@m***. Redact or hash it"
                + " before it is exported.",
            "out/a.ics:8: 'ATTENDEE' holds an e-mail address: a***@m***. Redact or hash it before"
                + " it is exported.");
    assertThat(judge(map("in", "out/*.ics", "words", "names.txt")).findings())
        .extracting(Finding::message)
        .containsExactly(
            "'DESCRIPTION' holds a name of the list: a***.",
            "'ATTENDEE' holds a name of the list: a***.",
            "'ATTENDEE;CN' holds a name of the list: a***.");
  }

  @Test
  void looksIntoTablesByColumn() throws Exception {
    write(
        "out/a.csv",
        "id;client;note\n"
            + "1;sha256:9f86d081;fine\n"
            + "2;Beat;\"two\n"
            + "lines\"\n"
            + "3;[redacted];call +41 44 668 18 00\n");
    assertThat(findings(map("in", "out/a.csv", "fields", "Client")))
        .containsExactly(
            "out/a.csv:4: 'client' holds a value that is neither redacted nor hashed: B***. Redact"
                + " or hash it before it is exported.",
            "out/a.csv:5: 'note' holds a telephone number: +4***. Redact or hash it before it is"
                + " exported.");
  }

  @Test
  void looksIntoJson() throws Exception {
    write(
        "out/a.json",
        "{\n"
            + "  \"id\": 1234567890123,\n"
            + "  \"people\": [\n"
            + "    {\"mail\": \"x@y.example\"},\n"
            + "    {\"mail\":"
            + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}\n"
            + "  ],\n"
            + "  \"support\": \"help@tool.example\"\n"
            + "}\n");
    assertThat(findings(map("in", "out/*.json", "allow", "*@tool.example")))
        .singleElement()
        .asString()
        .startsWith("out/a.json:4: 'mail' holds an e-mail address: x***@y***.");
    assertThat(judge(map("in", "out/*.json", "allow", "*.example")))
        .isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-10T12:00:00+01:00",
        "48.85661400, 2.35222190",
        "+48.8566140",
        "1.5.0",
        "v2026.1.0",
        "10:15:30",
        "0.123456789",
        "2026-03-10",
        "192.168.100.1000",
        "5f3a@host",
        "12 345 678 901",
        "ISBN 978-3-16-148410-0"
      })
  void numbersAndDatesBelongToNobody(String text) throws Exception {
    write("out/a.csv", "value\n\"" + text + "\"\n");
    assertThat(judge(map("in", "out/a.csv"))).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call (555) 555-0100 now",
        "+1 555-555-0100",
        "044 668 18 00",
        "tel:+41446681800",
        "mail \"Ada\" <ada.muster+x@mail.muster.invalid>",
        "äda@müster.invalid"
      })
  void peopleCanBeReachedByThese(String text) throws Exception {
    write("out/a.txt", text + "\n");
    assertThat(judge(map("in", "out/a.txt"))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void nothingReadIsNotClean() throws Exception {
    assertThat(judge(map("in", "out/*.csv"))).isInstanceOf(Outcome.Failed.class);
    write("out/empty.csv", "");
    assertThat(judge(map("in", "out/*.csv"))).isInstanceOf(Outcome.Inconclusive.class);
    write("out/cut.json", "{\"a\": ");
    assertThat(judge(map("in", "out/*.json"))).isInstanceOf(Outcome.Inconclusive.class);
    write("out/text.ics", "this is no calendar\n");
    assertThat(judge(map("in", "out/*.ics"))).isInstanceOf(Outcome.Inconclusive.class);
    write("out/a.csv", "a\nb\n");
    assertThatThrownBy(() -> judge(map("in", "out/a.csv", "words", "none.txt")))
        .isInstanceOf(Problem.class);
    write("none.txt", "# nobody\n");
    assertThatThrownBy(() -> judge(map("in", "out/a.csv", "words", "none.txt")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("holds no name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Contact:** ada@muster.invalid",
        "**ada@muster.invalid**",
        "hash: ada@muster.invalid",
        "*** ask 044 668 18 00"
      })
  void aLineThatBeginsLikeAMaskIsLookedAt(String line) throws Exception {
    write("out/a.txt", line + "\n");
    assertThat(judge(map("in", "out/a.txt"))).isInstanceOf(Outcome.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"j***@e***", "J***", "J*** S***", "***-***-1234", "j***@muster.invalid"})
  void maskedValuesAreNobodys(String masked) throws Exception {
    write("out/a.csv", "client\n" + masked + "\n");
    assertThat(judge(map("in", "out/a.csv", "fields", "client")))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void anExportOfNamesWithoutValuesIsNotClean() throws Exception {
    write("out/a.csv", "id,client\n");
    assertThat(judge(map("in", "out/a.csv"))).isInstanceOf(Outcome.Inconclusive.class);
    write("out/a.json", "{\"clients\": []}");
    assertThat(judge(map("in", "out/a.json"))).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void whatTakesTooLongToSearchIsNotClean() throws Exception {
    write("out/a.txt", "'".repeat(400_000) + " ada@muster.invalid\n");
    assertThat(judge(map("in", "out/a.txt"))).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void manyAllowedAddressesOnOneLineAreReadInOnePass() throws Exception {
    write("out/a.txt", "help@tool.example 0.1234567 ".repeat(200_000) + "ada@muster.invalid\n");
    assertThat(findings(map("in", "out/a.txt", "allow", "*@tool.example")))
        .singleElement()
        .asString()
        .contains("a***@m***");
  }

  @Test
  void namesAreWholeWords() throws Exception {
    write("names.txt", "Ada\nVon der Heide # a family\n");
    write("out/a.txt", "Adamant and Canada\n");
    var wanted = map("in", "out/a.txt", "words", "names.txt", "find", List.of());
    assertThat(judge(wanted)).isInstanceOf(Outcome.Passed.class);
    write("out/a.txt", "for von-der-Heide, ADA\n");
    assertThat(findings(wanted)).singleElement().asString().contains("v***");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(lint(map("find", "email"))).singleElement().asString().contains("which exports");
    assertThat(lint(map("in", "a", "find", "mail"))).first().asString().contains("cannot be mail");
    assertThat(lint(map("in", "../a"))).first().asString().contains("leads out");
    assertThat(lint(map("in", "a", "find", List.of()))).first().asString().contains("for nothing");
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }

  private Outcome judge(Object value) throws InterruptedException {
    return new Stage(root).carryOut(verb, value).outcome();
  }

  private List<String> findings(Object value) throws InterruptedException {
    return judge(value).findings().stream().map(Finding::toString).toList();
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
