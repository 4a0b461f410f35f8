package dev.plimsoll.core.run.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// JUnit XML as Surefire writes it (`surefire-test-report.xsd`), in the `testsuites` element that
/// most readers expect: a suite for each section, a case for each step. A step that passed after a
/// failed attempt carries `flakyFailure`; could-not-tell is an `error`; what a person or a
/// condition excused is `skipped`.
public final class JUnitXml {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;
  private final RunReport report;

  private JUnitXml(XMLStreamWriter xml, RunReport report) {
    this.xml = xml;
    this.report = report;
  }

  /// UTF-8. The stream is not closed.
  public static void write(RunReport report, OutputStream out) throws IOException {
    try {
      var xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new JUnitXml(xml, report).write();
      xml.flush();
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
    out.write('\n');
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", report.name());
    counts(report.steps());
    var groups = new LinkedHashMap<String, List<ReportedStep>>();
    report
        .steps()
        .forEach(
            step -> groups.computeIfAbsent(step.name().group(), _ -> new ArrayList<>()).add(step));
    for (var group : groups.entrySet()) {
      suite(group);
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(Map.Entry<String, List<ReportedStep>> group) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", group.getKey());
    counts(group.getValue());
    attribute("timestamp", STAMP.format(report.openedOn().truncatedTo(ChronoUnit.SECONDS)));
    line(2);
    xml.writeStartElement("properties");
    for (var fact : report.facts().entrySet()) {
      property(3, fact.getKey(), fact.getValue());
    }
    line(2);
    xml.writeEndElement();
    for (var step : group.getValue()) {
      testCase(step);
    }
    line(1);
    xml.writeEndElement();
  }

  private void counts(List<ReportedStep> steps) throws XMLStreamException {
    attribute("tests", String.valueOf(steps.size()));
    attribute("failures", count(steps, ReportedStep.Verdict.FAILED));
    attribute("errors", count(steps, ReportedStep.Verdict.ERROR));
    attribute("skipped", count(steps, ReportedStep.Verdict.SKIPPED));
    var took = Duration.ZERO;
    for (var step : steps) {
      var one = step.tries().took();
      took = one == null ? took : took.plus(one);
    }
    attribute("time", seconds(took));
  }

  private static String count(List<ReportedStep> steps, ReportedStep.Verdict verdict) {
    return String.valueOf(steps.stream().filter(step -> step.verdict() == verdict).count());
  }

  private void testCase(ReportedStep step) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("name", step.name().title());
    attribute("classname", step.name().group());
    attribute("time", seconds(step.tries().took()));
    line(3);
    xml.writeStartElement("properties");
    property(4, "step", step.name().id());
    property(4, "standing", step.standing().name());
    property(4, "attempts", String.valueOf(step.tries().count()));
    line(3);
    xml.writeEndElement();
    switch (step.verdict()) {
      case FAILED -> detail("failure", step);
      case ERROR -> detail("error", step);
      case SKIPPED -> {
        line(3);
        xml.writeEmptyElement("skipped");
        attribute("message", step.standing().words() + ": " + step.words());
      }
      case PASSED -> passed(step);
    }
    line(2);
    xml.writeEndElement();
  }

  private void detail(String element, ReportedStep step) throws XMLStreamException {
    line(3);
    xml.writeStartElement(element);
    attribute("message", step.words());
    attribute("type", step.standing().name());
    text(lines(step));
    xml.writeEndElement();
  }

  private void passed(ReportedStep step) throws XMLStreamException {
    for (var failed : step.tries().failed()) {
      line(3);
      xml.writeStartElement("flakyFailure");
      attribute("message", failed);
      attribute("type", "FAILED");
      line(4);
      xml.writeStartElement("stackTrace");
      text(failed);
      xml.writeEndElement();
      line(3);
      xml.writeEndElement();
    }
    if (!step.said().findings().isEmpty()) {
      line(3);
      xml.writeStartElement("system-out");
      text(lines(step));
      xml.writeEndElement();
    }
  }

  private static String lines(ReportedStep step) {
    var said = step.said();
    return "expected: "
        + said.expected()
        + "\nobserved: "
        + said.observed()
        + said.findings().stream().map(line -> "\n" + line).collect(Collectors.joining());
  }

  private void property(int depth, String name, String value) throws XMLStreamException {
    line(depth);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(allowed(text));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String seconds(@Nullable Duration took) {
    var millis = took == null ? 0 : took.toMillis();
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }

  /// What XML 1.0 has no way to write is shown as a replacement character.
  private static String allowed(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints().forEach(point -> kept.appendCodePoint(isAllowed(point) ? point : 0xFFFD));
    return kept.toString();
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
