package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML that nobody vouches for: no entity is replaced, nothing outside is read.
final class Xml {
  private Xml() {}

  static XMLStreamReader reader(InputStream bytes) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory.createXMLStreamReader(bytes);
  }

  static Malformed malformed(XMLStreamException broken, String file) {
    var line = broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNumber());
    return new Malformed("It is not well-formed XML: " + reason(broken), Position.of(file, line));
  }

  /// The parser's sentence without its own place, which is said in another way.
  private static String reason(XMLStreamException broken) {
    var message = String.valueOf(broken.getMessage());
    var text =
        message.contains("Message:") ? message.substring(message.indexOf("Message:") + 8) : message;
    var line = text.strip().lines().findFirst().orElse("no reason given");
    return line.endsWith(".") ? line : line + ".";
  }
}
