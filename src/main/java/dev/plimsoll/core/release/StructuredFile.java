package dev.plimsoll.core.release;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.release.ValueInFile.Found;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Values by path out of TOML, JSON, YAML and XML.
final class StructuredFile {
  private StructuredFile() {}

  static Found toml(String file, String text, String path) {
    var parsed = Toml.parse(text);
    if (parsed.hasErrors()) {
      var error = parsed.errors().getFirst();
      throw malformed(file, "TOML", error.position().line(), error);
    }
    Object value = parsed;
    var line = 0;
    for (var member : MemberPath.members(path)) {
      switch (value) {
        case TomlTable table -> {
          var at = table.inputPositionOf(List.of(member));
          line = at == null ? line : at.line();
          value = table.get(List.of(member));
        }
        case TomlArray array -> {
          var index = index(member, array.size());
          value = index < 0 ? null : array.get(index);
        }
        case null, default -> value = null;
      }
    }
    return switch (value) {
      case null -> throw missing(file, path);
      case TomlTable _, TomlArray _ -> throw noValue(file, path);
      default -> new Found(value.toString(), line);
    };
  }

  static Found json(String file, String text, String path) {
    JsonNode node;
    try {
      node = JsonMapper.shared().readTree(text);
    } catch (JacksonException malformed) {
      var location = malformed.getLocation();
      throw malformed(file, "JSON", location == null ? 0 : location.getLineNr(), malformed);
    }
    for (var member : MemberPath.members(path)) {
      node = node.isArray() ? node.path(index(member, node.size())) : node.path(member);
    }
    if (node.isMissingNode() || node.isNull()) {
      throw missing(file, path);
    }
    if (!node.isValueNode()) {
      throw noValue(file, path);
    }
    return new Found(node.asString(), 0);
  }

  static Found yaml(String file, String text, String path) {
    Object value;
    try {
      // every scalar stays the text that it is: 1.10 is no number here
      var settings =
          LoadSettings.builder()
              .setSchema(new FailsafeSchema())
              .setMaxAliasesForCollections(10)
              .build();
      value = new Load(settings).loadFromString(text);
    } catch (YamlEngineException malformed) {
      throw malformed(file, "YAML", 0, malformed);
    }
    for (var member : MemberPath.members(path)) {
      value =
          switch (value) {
            case Map<?, ?> map -> map.get(member);
            case List<?> list ->
                index(member, list.size()) < 0 ? null : list.get(index(member, list.size()));
            case null, default -> null;
          };
    }
    return switch (value) {
      case null -> throw missing(file, path);
      case Map<?, ?> _, List<?> _ -> throw noValue(file, path);
      default -> new Found(value.toString(), 0);
    };
  }

  /// The first member names the root element. `${name}` is looked up once among
  /// `project.properties`, as Maven does.
  static Found xml(String file, String text, String path) {
    var root = parseXml(file, text);
    var value = element(root, MemberPath.members(path));
    if (value == null) {
      throw missing(file, path);
    }
    var written = value.getTextContent().strip();
    if (written.startsWith("${") && written.endsWith("}")) {
      var property = written.substring(2, written.length() - 1);
      var resolved = element(root, List.of(root.getTagName(), "properties", property));
      if (resolved == null) {
        throw Problem.of(
            ValueInFile.INTENT,
            file + ", " + path + " is " + written + ", which the file's properties do not hold.",
            "Name the file that holds it.");
      }
      written = resolved.getTextContent().strip();
    }
    return new Found(written, 0);
  }

  private static Element parseXml(String file, String text) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXParseException malformed) {
      throw malformed(file, "XML (without a document type)", malformed.getLineNumber(), malformed);
    } catch (SAXException | IOException malformed) {
      throw malformed(file, "XML (without a document type)", 0, malformed);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("the JDK's XML reader lacks a feature", impossible);
    }
  }

  private static @Nullable Element element(Element root, List<String> members) {
    var element = members.getFirst().equals(root.getTagName()) ? root : null;
    for (var member : members.subList(1, members.size())) {
      element = element == null ? null : child(element, member);
    }
    return element;
  }

  private static @Nullable Element child(Element parent, String name) {
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }

  private static int index(String member, int size) {
    if (!Digits.are(member) || member.length() > 6) {
      return -1;
    }
    var index = Integer.parseInt(member);
    return index < size ? index : -1;
  }

  private static Problem missing(String file, String path) {
    return Problem.of(
        ValueInFile.INTENT,
        file + " has no " + path + ".",
        "Correct the path after '#', or add the value.");
  }

  private static Problem noValue(String file, String path) {
    return Problem.of(
        ValueInFile.INTENT,
        file + ", " + path + " is not a single value.",
        "Name one value of it after '#'.");
  }

  private static Problem malformed(String file, String format, int line, Throwable cause) {
    return Problem.of(
        ValueInFile.INTENT,
        file + (line > 0 ? ", line " + line : "") + " is not well-formed " + format + ".",
        "Correct the file.",
        cause);
  }
}
