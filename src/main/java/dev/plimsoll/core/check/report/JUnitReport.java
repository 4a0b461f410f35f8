package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads a JUnit XML report, the form that Surefire, Gradle, pytest, Jest and many others write.
/// Tests are counted where they are listed; what a suite says of itself counts where it says more
/// (a suite that broke before its first test). A document type definition is refused, and with it
/// every entity. Use it once.
final class JUnitReport {
  private static final int LONGEST_MESSAGE = 200;
  private static final Set<String> BELOW_A_SUITE = Set.of("testcase", "testsuite");

  private final String file;
  private final ArrayDeque<Suite> suites = new ArrayDeque<>();
  private final List<TestTotals.Broken> broken = new ArrayList<>();
  private int tests;
  private int failures;
  private int errors;
  private int skipped;
  private int flaky;
  private Duration time = Duration.ZERO;
  private boolean timed = true;
  private @Nullable Case current;

  JUnitReport(String file) {
    this.file = file;
  }

  /// What a suite claims, and what is listed below it: its own tests, every failure and error.
  private static final class Suite {
    private final int claimedTests;
    private final int claimedFailures;
    private final int claimedErrors;
    private final int claimedSkipped;
    private int tests;
    private int failures;
    private int errors;
    private @Nullable Duration time;
    private boolean nested;

    Suite(XMLStreamReader xml) {
      time = seconds(xml);
      claimedTests = number(xml, "tests");
      claimedFailures = number(xml, "failures");
      claimedErrors = number(xml, "errors");
      claimedSkipped = number(xml, "skipped");
    }
  }

  private static final class Case {
    private final String name;
    private final Position at;
    private String how = "";
    private String message = "";
    private boolean skipped;
    private boolean flaky;

    Case(String name, Position at) {
      this.name = name;
      this.at = at;
    }
  }

  TestTotals read(InputStream bytes) throws Malformed {
    try {
      var xml = Xml.reader(bytes);
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD ->
              throw new Malformed("It has a document type definition, which is refused.", at(xml));
          case XMLStreamConstants.START_ELEMENT -> start(xml);
          case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
          default -> {}
        }
      }
      return new TestTotals(tests, failures, errors, skipped, flaky, timed ? time : null, broken);
    } catch (XMLStreamException broken) {
      throw Xml.malformed(broken, file);
    }
  }

  private void start(XMLStreamReader xml) throws Malformed {
    var name = xml.getLocalName();
    if (suites.isEmpty() && !name.equals("testsuites") && !name.equals("testsuite")) {
      throw new Malformed("It is no JUnit report: it begins with <" + name + ">.", at(xml));
    }
    if (!suites.isEmpty() && BELOW_A_SUITE.contains(name)) {
      suites.element().nested |= name.equals("testsuite");
    }
    switch (name) {
      case "testsuites", "testsuite" -> suites.push(new Suite(xml));
      case "testcase" -> current = new Case(title(xml), place(xml));
      default -> outcome(name, xml);
    }
  }

  private void outcome(String name, XMLStreamReader xml) {
    if (current == null) {
      return;
    }
    switch (name) {
      case "failure", "error" -> {
        current.how = name.equals("error") ? "broke" : "failed";
        current.message = firstLine(xml.getAttributeValue(null, "message"));
      }
      case "skipped", "disabled" -> current.skipped = true;
      case "flakyFailure", "flakyError" -> current.flaky = true;
      default -> {}
    }
  }

  private void end(String name) {
    switch (name) {
      case "testcase" -> endOfCase();
      case "testsuite", "testsuites" -> endOfSuite(suites.pop(), name);
      default -> {}
    }
  }

  private void endOfCase() {
    var ended = current;
    current = null;
    if (ended == null || suites.isEmpty()) {
      return;
    }
    var suite = suites.element();
    var isFailure = ended.how.equals("failed");
    var isError = ended.how.equals("broke");
    var isSkipped = ended.skipped && !isFailure && !isError;
    suite.tests++;
    suite.failures += isFailure ? 1 : 0;
    suite.errors += isError ? 1 : 0;
    tests++;
    failures += isFailure ? 1 : 0;
    errors += isError ? 1 : 0;
    skipped += isSkipped ? 1 : 0;
    flaky += ended.flaky ? 1 : 0;
    if (isFailure || isError) {
      broken.add(new TestTotals.Broken(ended.name, ended.how, ended.message, ended.at));
    }
  }

  /// A suite of suites repeats what they say; it counts where it knows of more that went wrong.
  private void endOfSuite(Suite suite, String name) {
    var outer = suite.nested || name.equals("testsuites");
    var moreFailures = Math.max(0, suite.claimedFailures - suite.failures);
    var moreErrors = Math.max(0, suite.claimedErrors - suite.errors);
    if (!suites.isEmpty()) {
      suites.element().failures += suite.failures + moreFailures;
      suites.element().errors += suite.errors + moreErrors;
    }
    if (outer) {
      tests += moreFailures + moreErrors;
      failures += moreFailures;
      errors += moreErrors;
      return;
    }
    var claimed = suite.tests == 0 ? suite.claimedTests : 0;
    var moreTests = Math.max(claimed, moreFailures + moreErrors);
    tests += moreTests;
    failures += moreFailures;
    errors += moreErrors;
    skipped +=
        suite.tests == 0
            ? Math.min(suite.claimedSkipped, moreTests - moreFailures - moreErrors)
            : 0;
    if (suite.time == null) {
      timed = false;
    } else {
      time = time.plus(suite.time);
    }
  }

  private String title(XMLStreamReader xml) {
    var type = xml.getAttributeValue(null, "classname");
    var name = String.valueOf(xml.getAttributeValue(null, "name"));
    return type == null || type.isEmpty() ? name : type + "." + name;
  }

  /// Where the report says the test stands, else where the report says so.
  private Position place(XMLStreamReader xml) {
    var source = xml.getAttributeValue(null, "file");
    var line = number(xml, "line");
    return source == null || source.isEmpty()
        ? at(xml)
        : Position.of(source.replace('\\', '/'), line);
  }

  private Position at(XMLStreamReader xml) {
    return Position.of(file, Math.max(0, xml.getLocation().getLineNumber()));
  }

  private static String firstLine(@Nullable String message) {
    var line = message == null ? "" : message.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "...";
  }

  /// Some write thousands with a comma.
  private static @Nullable Duration seconds(XMLStreamReader xml) {
    var text = xml.getAttributeValue(null, "time");
    var plain = text == null ? "" : text.replace(",", "");
    return plain.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
        ? Duration.ofNanos(new BigDecimal(plain).movePointRight(9).longValue())
        : null;
  }

  private static int number(XMLStreamReader xml, String attribute) {
    var text = xml.getAttributeValue(null, attribute);
    return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
