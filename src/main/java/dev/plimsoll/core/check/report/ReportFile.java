package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file that should be a report.
///
/// @param path where it lies
/// @param name relative to the repository, with `/`
/// @param root the repository
record ReportFile(Path path, String name, Path root) {
  private static final long LARGEST = 64L << 20;
  private static final long LARGEST_TREE = 32L << 20;
  private static final int SHOWN = 60;
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  InputStream open() throws IOException, Malformed {
    bound(LARGEST);
    return new BufferedInputStream(Files.newInputStream(path));
  }

  /// As text; what is not UTF-8 is replaced.
  BufferedReader lines() throws IOException, Malformed {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    return new BufferedReader(new InputStreamReader(open(), decoder));
  }

  /// As one JSON value.
  JsonNode json() throws IOException, Malformed {
    bound(LARGEST_TREE);
    try (var bytes = new BufferedInputStream(Files.newInputStream(path))) {
      var tree = STRICT.readTree(bytes);
      if (tree.isMissingNode()) {
        throw new Malformed("It is empty.", at(0));
      }
      return tree;
    } catch (JacksonException broken) {
      var place = broken.getLocation();
      throw notJson(place == null ? 1 : Math.max(1, place.getLineNr()));
    }
  }

  /// Its whole text, which must be UTF-8.
  String text() throws IOException, Malformed {
    bound(LARGEST_TREE);
    try {
      return Files.readString(path);
    } catch (CharacterCodingException noText) {
      throw new Malformed("It is not UTF-8 text.", at(0));
    }
  }

  /// Text that should be JSON, and is not from this line on.
  Malformed notJson(int line) throws IOException, Malformed {
    try (var lines = lines()) {
      var text = lines.lines().skip(line - 1L).findFirst().orElse("").strip();
      var shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
      return new Malformed(
          "It is not JSON: line "
              + line
              + (shown.isEmpty() ? " ends too early." : " says '" + shown + "'."),
          at(line));
    }
  }

  /// As a mapping.
  JsonNode object(String what) throws IOException, Malformed {
    var tree = json();
    if (!tree.isObject()) {
      throw no(what);
    }
    return tree;
  }

  /// JSON, but of another kind.
  Malformed no(String what) {
    return new Malformed("It is JSON, and no " + what + ".", at(1));
  }

  Position at(int line) {
    return Position.of(name, line);
  }

  private void bound(long largest) throws IOException, Malformed {
    if (Files.size(path) > largest) {
      throw new Malformed("It is larger than " + (largest >> 20) + " MiB.", at(0));
    }
  }
}
