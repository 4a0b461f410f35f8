package dev.plimsoll.core.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Every standing in both forms, and texts that either form has to guard against.
class RunReportTest {
  private static final String ODD = "a # b \\ \"c\" <d> & é \u0007\n]]> \uD83D";

  @Test
  void everyStandingHasItsElement() throws Exception {
    var document = xml(everyStanding());

    var suites = document.getDocumentElement();
    assertThat(suites.getAttribute("tests")).isEqualTo("13");
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    assertThat(suites.getAttribute("errors")).isEqualTo("7");
    assertThat(suites.getAttribute("skipped")).isEqualTo("3");
    assertThat(inside(document, "passed")).containsExactly("properties");
    assertThat(inside(document, "warned")).containsExactly("properties", "system-out");
    assertThat(inside(document, "failed")).containsExactly("properties", "failure");
    assertThat(inside(document, "waived")).containsExactly("properties", "skipped");
    assertThat(inside(document, "not_run")).containsExactly("properties", "error");
    assertThat(inside(document, "unavailable")).containsExactly("properties", "error");
  }

  @Test
  void aStepThatPassedAtItsSecondAttemptIsFlaky() throws Exception {
    var report =
        report(
            List.of(
                new ReportedStep(
                    new ReportedStep.Name("s", "Search", "smoke.all"),
                    Standing.PASSED,
                    true,
                    new ReportedStep.Said("200", "200", null, List.of()),
                    new ReportedStep.Tries(
                        2, Duration.ofMillis(1_234), List.of("attempt 1: 500")))));

    var document = xml(report);
    assertThat(inside(document, "s")).containsExactly("properties", "flakyFailure");
    var flaky = (Element) document.getElementsByTagName("flakyFailure").item(0);
    assertThat(flaky.getAttribute("message")).isEqualTo("attempt 1: 500");
    assertThat(((Element) document.getElementsByTagName("testcase").item(0)).getAttribute("time"))
        .isEqualTo("1.234");
    assertThat(TapReader.read(TapText.of(report)).getFirst().details())
        .containsEntry("attempts", 2)
        .containsEntry("failedBefore", List.of("attempt 1: 500"));
  }

  @Test
  void oddCharactersSurviveWhereTheFormCanWriteThem() throws Exception {
    var report =
        report(
            List.of(
                new ReportedStep(
                    new ReportedStep.Name("odd", ODD, "smoke.all"),
                    Standing.FAILED,
                    true,
                    new ReportedStep.Said(ODD, ODD, null, List.of(ODD)),
                    new ReportedStep.Tries(1, null, List.of()))));

    var failure = (Element) xml(report).getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .contains("a # b \\ \"c\" <d> & é \uFFFD")
        .contains("]]>");
    var point = TapReader.read(TapText.of(report)).getFirst();
    assertThat(point.title()).startsWith("a # b \\ \"c\" <d> & é  ]]>");
    assertThat(point.ok()).isFalse();
    assertThat((String) point.details().get("observed")).contains("\u0007\n]]>");
  }

  @Test
  void tapHasAPointForEveryStep() {
    var points = TapReader.read(TapText.of(everyStanding()));

    assertThat(points)
        .extracting(point -> (point.ok() ? "ok " : "not ok ") + point.title() + point.directive())
        .containsExactly(
            "not ok NOT_RUN",
            "not ok RUNNING",
            "ok PASSED",
            "ok WARNED",
            "not ok FAILED",
            "not ok INCONCLUSIVE",
            "not ok UNAVAILABLE",
            "ok NOT_APPLICABLESKIP",
            "not ok INTERRUPTED",
            "not ok STALE",
            "not ok WAIVEDTODO",
            "not ok DEFERREDTODO",
            "not ok RESCINDED");
  }

  @Test
  void aRunOfNothingSaysSo() throws Exception {
    assertThat(TapText.of(report(List.of()))).endsWith("1..0 # SKIP no steps\n");
    assertThat(xml(report(List.of())).getElementsByTagName("testcase").getLength()).isZero();
  }

  private static RunReport everyStanding() {
    var steps = new ArrayList<ReportedStep>();
    for (var standing : Standing.values()) {
      steps.add(
          new ReportedStep(
              new ReportedStep.Name(
                  standing.name().toLowerCase(java.util.Locale.ROOT), standing.name(), "smoke.all"),
              standing,
              true,
              new ReportedStep.Said(
                  "200",
                  "seen",
                  standing == Standing.WAIVED ? "known" : null,
                  standing == Standing.WARNED ? List.of("slow") : List.of()),
              new ReportedStep.Tries(1, Duration.ofMillis(5), List.of())));
    }
    return report(steps);
  }

  @Test
  void aFailureSaysWhatWasMissedRatherThanWhatWasSeen() {
    var step =
        new ReportedStep(
            new ReportedStep.Name("orders", "Orders are listed", "smoke.all"),
            Standing.FAILED,
            true,
            new ReportedStep.Said(
                "status == 200",
                "500 in 3 ms",
                null,
                List.of("Expected status == 200, saw 500.", "Expected bytes > 0, saw 0.")),
            new ReportedStep.Tries(1, Duration.ofMillis(3), List.of()));

    assertThat(step.words()).isEqualTo("Expected status == 200, saw 500. And 1 more finding.");
  }

  private static RunReport report(List<ReportedStep> steps) {
    return new RunReport(
        "Smoke tests",
        Instant.parse("2026-03-01T09:30:00.123Z"),
        Map.of("version", "1.0.0"),
        steps);
  }

  /// Validated, then read.
  private static Document xml(RunReport report) throws Exception {
    var bytes = new ByteArrayOutputStream();
    JUnitXml.write(report, bytes);
    return validated(bytes.toByteArray());
  }

  private static Document validated(byte[] bytes) throws Exception {
    JUnitShape.check(bytes);
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<String> inside(Document document, String step) {
    var cases = document.getElementsByTagName("testcase");
    for (var i = 0; i < cases.getLength(); i++) {
      var each = (Element) cases.item(i);
      var id = (Element) each.getElementsByTagName("property").item(0);
      if (id.getAttribute("value").equals(step)) {
        var names = new ArrayList<String>();
        for (var child = each.getFirstChild(); child != null; child = child.getNextSibling()) {
          if (child instanceof Element element) {
            names.add(element.getTagName());
          }
        }
        return names;
      }
    }
    throw new AssertionError("no case for " + step);
  }

  private static final class JUnitShape {
    static void check(byte[] bytes) throws Exception {
      var schema = RunReportTest.class.getResource("/junit/junit-report.xsd");
      try (var in = new ByteArrayInputStream(bytes)) {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(schema)
            .newValidator()
            .validate(new StreamSource(in));
      } catch (IOException broken) {
        throw new AssertionError(broken);
      }
    }
  }
}
