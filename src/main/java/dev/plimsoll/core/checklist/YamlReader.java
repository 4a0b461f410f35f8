package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML 1.2 document (core schema) into positioned [Node]s, and never more than that: no
/// tags, no second document, no duplicate keys, at most 1 MiB, 40 levels, and aliases that stand
/// for at most 10 000 values in all.
///
/// Lines and columns count from 1, columns in code points. LF, CRLF and a byte order mark read
/// alike. Stateless.
public final class YamlReader {
  /// Bytes of the largest file that is read.
  public static final int LARGEST = 1 << 20;

  private YamlReader() {}

  /// The document, or null after at least one error was added to `findings`.
  public static @Nullable Node read(String file, byte[] bytes, Findings findings) {
    if (bytes.length > LARGEST) {
      tooLarge(file, bytes.length, findings);
      return null;
    }
    var text = Utf8.decode(file, bytes, findings);
    return text == null ? null : read(file, text, findings);
  }

  /// Says that a file of `size` bytes is not read at all.
  static void tooLarge(String file, long size, Findings findings) {
    findings.error(
        Position.of(file),
        "The file has " + size + " bytes; at most " + LARGEST + " (1 MiB) are read.",
        "Make it smaller, or split it.");
  }

  private static @Nullable Node read(String file, String text, Findings findings) {
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var settings =
        LoadSettings.builder().setLabel(file).setUseMarks(true).setCodePointLimit(LARGEST).build();
    var tree = new YamlTree(file, findings);
    try {
      for (var event : new Parse(settings).parseString(plain)) {
        tree.accept(event);
      }
      return tree.root();
    } catch (YamlTree.Stop stop) {
      return null; // said by whoever stopped
    } catch (MarkedYamlEngineException malformed) {
      findings.error(
          YamlTree.position(file, malformed.getProblemMark()),
          sentence(malformed),
          next(malformed));
    } catch (ReaderException malformed) {
      findings.error(
          place(file, plain, malformed.getPosition()),
          "The character U+%04X is not allowed in YAML.".formatted(malformed.getCodePoint()),
          "Remove it.");
    } catch (YamlEngineException malformed) {
      findings.error(
          Position.of(file),
          "The file is not well-formed YAML.",
          "Correct the file: " + malformed.getMessage());
    }
    return null;
  }

  private static String sentence(MarkedYamlEngineException malformed) {
    if (isTab(malformed)) {
      return "A tab stands where YAML wants blanks.";
    }
    if (isAlias(malformed)) {
      return "A text that starts with * is read as an alias.";
    }
    var problem = malformed.getProblem().strip().replaceAll("\\s+", " ");
    var context = malformed.getContext();
    return "This is not well-formed YAML: "
        + (context == null || context.isBlank() ? "" : context.strip() + ", ")
        + problem
        + (problem.endsWith(".") ? "" : ".");
  }

  private static String next(MarkedYamlEngineException malformed) {
    if (isTab(malformed)) {
      return "Indent with blanks.";
    }
    return isAlias(malformed)
        ? "Put it in quotes."
        : "Look at this line and the one before it: quotes, brackets, indentation.";
  }

  private static boolean isAlias(MarkedYamlEngineException malformed) {
    var context = malformed.getContext();
    return context != null && context.contains("alias");
  }

  private static boolean isTab(MarkedYamlEngineException malformed) {
    return malformed.getProblem().contains("TAB") || malformed.getProblem().contains("\\t");
  }

  private static Position place(String file, String text, int codePoints) {
    var end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    var before = text.substring(0, end).replace("\r\n", "\n").replace('\r', '\n');
    var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Position(
        file, line, before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1);
  }
}
