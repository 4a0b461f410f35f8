package dev.plimsoll.core.check.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Cobertura's XML, which many tools write, and JaCoCo's. Both name their document type; it is not
/// followed, and nothing may be declared in it. Use it once.
final class CoverageXml {
  private static final Map<String, String> COUNTERS =
      Map.of(
          "LINE", CoverageFormat.LINES,
          "BRANCH", CoverageFormat.BRANCHES,
          "INSTRUCTION", "instructions",
          "METHOD", "methods",
          "CLASS", "classes");

  private final ReportFile file;
  private final Coverage coverage = new Coverage();
  private final ArrayDeque<String> open = new ArrayDeque<>();
  private String root = "";
  private String folder = "";
  private String source = "";
  private long covered;
  private long all;
  private boolean claims;

  private CoverageXml(ReportFile file) {
    this.file = file;
  }

  static Coverage read(ReportFile file) throws IOException, Malformed {
    return new CoverageXml(file).read();
  }

  private Coverage read() throws IOException, Malformed {
    try (var bytes = file.open()) {
      var xml = Xml.reader(bytes);
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.ENTITY_REFERENCE -> throw refused(xml);
          case XMLStreamConstants.DTD -> refuseDeclarations(xml);
          case XMLStreamConstants.START_ELEMENT -> {
            start(xml);
            open.push(xml.getLocalName());
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          default -> {}
        }
      }
    } catch (XMLStreamException broken) {
      throw Xml.malformed(broken, file.name());
    }
    if (root.equals("coverage") && !claims) {
      coverage.share(CoverageFormat.LINES, covered, all);
    }
    return coverage;
  }

  private void refuseDeclarations(XMLStreamReader xml) throws Malformed {
    var text = xml.getText();
    if (text != null && text.contains("[")) {
      throw refused(xml);
    }
  }

  private Malformed refused(XMLStreamReader xml) {
    return new Malformed(
        "Its document type declares things, which is refused.",
        file.at(Math.max(0, xml.getLocation().getLineNumber())));
  }

  private void start(XMLStreamReader xml) throws Malformed {
    var name = xml.getLocalName();
    if (open.isEmpty()) {
      root = name;
      switch (name) {
        case "coverage" -> claims(xml);
        case "report" -> {}
        default ->
            throw new Malformed(
                "It is no coverage report of Cobertura or JaCoCo: it begins with <" + name + ">.",
                file.at(Math.max(0, xml.getLocation().getLineNumber())));
      }
    } else if (root.equals("report")) {
      jacoco(name, xml);
    } else {
      cobertura(name, xml);
    }
  }

  /// Newer writers of Cobertura say the counts; older ones only a rounded rate.
  private void claims(XMLStreamReader xml) {
    var linesCovered = number(xml, "lines-covered");
    var linesValid = number(xml, "lines-valid");
    claims = linesCovered != null && linesValid != null;
    coverage.share(CoverageFormat.LINES, linesCovered, linesValid);
    coverage.share(
        CoverageFormat.BRANCHES, number(xml, "branches-covered"), number(xml, "branches-valid"));
  }

  /// The lines of a method stand a second time below its class.
  private void cobertura(String name, XMLStreamReader xml) {
    switch (name) {
      case "class" -> source = attribute(xml, "filename").replace('\\', '/');
      case "line" -> {
        if (!open.contains("method")) {
          var hits = attribute(xml, "hits");
          var hit = !hits.isEmpty() && !hits.matches("0+");
          covered += hit ? 1 : 0;
          all++;
          coverage.file(source, hit ? 1 : 0, 1);
        }
      }
      default -> {}
    }
  }

  private void jacoco(String name, XMLStreamReader xml) {
    switch (name) {
      case "package" -> folder = attribute(xml, "name");
      case "sourcefile" -> source = folder + "/" + attribute(xml, "name");
      case "counter" -> {
        var missed = number(xml, "missed");
        var hit = number(xml, "covered");
        var type = attribute(xml, "type").toUpperCase(Locale.ROOT);
        if (missed == null || hit == null) {
          return;
        }
        if (open.size() == 1 && COUNTERS.containsKey(type)) {
          coverage.share(COUNTERS.get(type), hit, missed + hit);
        } else if ("sourcefile".equals(open.peek()) && type.equals("LINE")) {
          coverage.file(source, hit, missed + hit);
        }
      }
      default -> {}
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    var text = xml.getAttributeValue(null, name);
    return text == null ? "" : text;
  }

  private static @Nullable Long number(XMLStreamReader xml, String name) {
    return Coverage.count(xml.getAttributeValue(null, name));
  }
}
