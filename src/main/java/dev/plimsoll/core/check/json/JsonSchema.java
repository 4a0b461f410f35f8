package dev.plimsoll.core.check.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.plimsoll.core.check.text.BoundedPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/// A JSON Schema, 2020-12 unless it names another draft. References lead to places in the schema
/// itself; nothing is fetched.
public final class JsonSchema {
  private static final long LARGEST = 4L << 20;
  private static final int MOST_NAMED = 50;
  private static final String META = "https://json-schema.org/";
  private static final String OLDER_META = "http://json-schema.org/";

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /// @param line of the document, from 1
  /// @param place a JSON Pointer; empty for the whole document
  public record Flaw(int line, String place, String message) {
    @Override
    public String toString() {
      return "line " + line + (place.isEmpty() ? "" : ", " + place) + ": " + message + ".";
    }
  }

  /// @throws IOException where the file cannot be read as a schema; the message is a sentence
  public static JsonSchema read(Path file) throws IOException {
    var name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("The schema " + name + " is larger than 4 MiB.");
      }
      var text = Files.readString(file);
      JsonDocument.parse(text);
      return new JsonSchema(registry().getSchema(text, InputFormat.JSON));
    } catch (NoSuchFileException missing) {
      throw new IOException("The schema " + name + " does not exist.", missing);
    } catch (MalformedJsonException malformed) {
      throw new IOException(
          "The schema " + name + ", line " + malformed.line() + ", is no JSON.", malformed);
    } catch (SchemaException odd) {
      throw unusable(odd);
    }
  }

  private static SchemaRegistry registry() {
    var config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .preloadSchema(true)
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(JsonSchema::bounded)
            .build();
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaRegistryConfig(config)
                .schemaLoader(loader ->
                    loader
                        .fetchRemoteResources(false)
                        .allow(address ->
                            address.toString().startsWith(META)
                                || address.toString().startsWith(OLDER_META))));
  }

  private static com.networknt.schema.regex.RegularExpression bounded(String regex) {
    try {
      var pattern = BoundedPattern.of(regex);
      return text ->
          switch (pattern.find(text)) {
            case BoundedPattern.Search.Found _ -> true;
            case BoundedPattern.Search.Absent _ -> false;
            case BoundedPattern.Search.GaveUp _ ->
                throw new SchemaException("A pattern of the schema takes too long.");
          };
    } catch (PatternSyntaxException wrong) {
      throw new SchemaException("'" + regex + "' is no regular expression.");
    }
  }

  /// What is wrong with a document, in its order, at most 50 things.
  ///
  /// @throws MalformedJsonException where it is no JSON
  /// @throws IOException where the schema cannot be used after all; the message is a sentence
  public List<Flaw> errors(String text) throws MalformedJsonException, IOException {
    var document = JsonDocument.parse(text);
    try {
      var errors = schema.validate(text, InputFormat.JSON);
      return errors.stream().limit(MOST_NAMED).map(error -> flaw(document, error)).toList();
    } catch (SchemaException odd) {
      throw unusable(odd);
    } catch (StackOverflowError endless) {
      throw new IOException("The schema refers to itself without end.", endless);
    }
  }

  private static IOException unusable(SchemaException odd) {
    var message = String.valueOf(odd.getMessage()).lines().findFirst().orElse("");
    return new IOException(
        "The schema cannot be used: " + message + (message.endsWith(".") ? "" : "."), odd);
  }

  private static Flaw flaw(JsonDocument document, Error error) {
    var place = names(error.getInstanceLocation());
    var pointer = new StringBuilder();
    place.forEach(name -> pointer.append('/').append(name.replace("~", "~0").replace("/", "~1")));
    var message = error.getMessage();
    var prefix = error.getInstanceLocation() + ": ";
    var bare = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    return new Flaw(
        line(document.root(), place),
        pointer.toString(),
        bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
  }

  private static List<String> names(NodePath path) {
    var names = new ArrayList<String>();
    for (var i = 0; i < path.getNameCount(); i++) {
      names.add(String.valueOf(path.getElement(i)));
    }
    return names;
  }

  /// The line of a place, or of the nearest value around it.
  private static int line(JsonValue root, List<String> place) {
    var at = root;
    for (var name : place) {
      var next =
          switch (at) {
            case JsonValue.Members(var members, _) -> members.get(name);
            case JsonValue.Elements(var elements, _) when name.matches("\\d{1,9}") ->
                Integer.parseInt(name) < elements.size()
                    ? elements.get(Integer.parseInt(name))
                    : null;
            default -> null;
          };
      if (next == null) {
        return at.line();
      }
      at = next;
    }
    return at.line();
  }
}
