package dev.plimsoll.core.release;

import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One value out of a configuration file, addressed as `file#path`:
/// `pyproject.toml#project.version`, `package.json#version`, `pom.xml#project.version`,
/// `Chart.yaml#version`, `gradle.properties#version`, `setup.cfg#metadata.version`,
/// `src/tool/__init__.py#__version__`. Without `#path` the whole file is the value (`VERSION`).
///
/// Path members are parted by dots; a member that holds a dot is quoted (`tool."my.tool".version`);
/// list items are numbers.
///
/// @param text the value in its source spelling, without surrounding blanks
/// @param source where it stands, for a sentence: `pyproject.toml, project.version`
/// @param at its file, and its line where the format tells
public record ValueInFile(String text, String source, Position at) {
  static final String INTENT = "Value not readable";
  private static final long LARGEST = 4L << 20;
  private static final int MOST_ITEMS = 1000;

  /// Reads the value.
  ///
  /// @param root the folder that `file` is relative to; nothing outside it is read
  /// @param reference `file` or `file#path`, with `/`
  /// @throws Problem where the file or the path is not there, the file is no text, malformed, or
  ///   larger than 4 MiB
  public static ValueInFile read(Path root, String reference) {
    var hash = reference.indexOf('#');
    var file = (hash < 0 ? reference : reference.substring(0, hash)).replace('\\', '/');
    var path = hash < 0 ? null : reference.substring(hash + 1);
    return find(file, textOf(root, file), path);
  }

  /// Reads the values of a list, or the one value where it is no list.
  ///
  /// @throws Problem as [#read], and where the list has more than a thousand items
  public static List<ValueInFile> readAll(Path root, String reference) {
    var hash = reference.indexOf('#');
    var file = (hash < 0 ? reference : reference.substring(0, hash)).replace('\\', '/');
    var path = hash < 0 ? null : reference.substring(hash + 1);
    var text = textOf(root, file);
    try {
      return List.of(find(file, text, path));
    } catch (Problem noSingleValue) {
      var values = new ArrayList<ValueInFile>();
      for (var item = item(file, text, path, 0);
          item != null;
          item = item(file, text, path, values.size())) {
        if (values.size() == MOST_ITEMS) {
          throw Problem.of(
              INTENT,
              reference + " has more than " + MOST_ITEMS + " items.",
              "Name one of them.",
              noSingleValue);
        }
        values.add(item);
      }
      if (values.isEmpty()) {
        throw noSingleValue;
      }
      return values;
    }
  }

  private static @Nullable ValueInFile item(
      String file, String text, @Nullable String path, int index) {
    try {
      return find(file, text, path + "." + index);
    } catch (Problem noItem) {
      return null;
    }
  }

  /// As [#read], from a file's text.
  public static ValueInFile find(String file, String text, @Nullable String path) {
    if (path == null || path.isEmpty()) {
      return new ValueInFile(text.strip(), file, Position.of(file));
    }
    var source = file + ", " + path;
    Found found;
    try {
      found = lookUp(file, text, path);
    } catch (StackOverflowError nested) {
      // the readers of TOML and YAML recurse without a limit of their own
      throw Problem.of(INTENT, file + " is nested too deeply.", "Correct the file.", nested);
    }
    if (found.text().isBlank()) {
      throw Problem.of(INTENT, source + " is empty.", "Give it a value.");
    }
    return new ValueInFile(found.text().strip(), source, Position.of(file, found.line()));
  }

  /// @param line from 1, or 0 where the format does not tell
  record Found(String text, int line) {}

  private static Found lookUp(String file, String text, String path) {
    var name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    var format = name.substring(name.lastIndexOf('.') + 1);
    return switch (format) {
      case "toml" -> StructuredFile.toml(file, text, path);
      case "json" -> StructuredFile.json(file, text, path);
      case "yaml", "yml" -> StructuredFile.yaml(file, text, path);
      case "xml" -> StructuredFile.xml(file, text, path);
      default -> AssignmentFile.find(file, text, path);
    };
  }

  /// The text of a file under `root`.
  ///
  /// @throws Problem as [#read]
  static String textOf(Path root, String file) {
    try {
      var real = root.toRealPath();
      var path = real.resolve(file).toRealPath();
      if (!path.startsWith(real)) {
        throw Problem.of(INTENT, file + " leads out of the repository.", "Name a file inside it.");
      }
      if (Files.size(path) > LARGEST) {
        throw Problem.of(INTENT, file + " is larger than 4 MiB.", "Name a smaller file.");
      }
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException noText) {
      throw Problem.of(INTENT, file + " is not UTF-8 text.", "Save it as UTF-8.", noText);
    } catch (IOException | InvalidPathException missing) {
      throw Problem.of(
          INTENT,
          "The file " + file + " is not there.",
          "Correct the path, or create the file.",
          missing);
    }
  }
}
