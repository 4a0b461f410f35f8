package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.container.Dockerfile.Instruction;
import dev.plimsoll.core.check.container.Dockerfile.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads instructions: continued lines, comments, here-documents, the `escape` directive, and
/// arguments in `FROM`. Use it once.
final class DockerfileParser {
  private static final Pattern ESCAPE =
      Pattern.compile("#\\s*escape\\s*=\\s*([\\\\`])\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*\\w+\\s*=.*");
  private static final Pattern HERE =
      Pattern.compile("<<-?\\s*([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\1");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{(\\w+)(?::([-+])([^}]*))?\\}|\\$(\\w+)");

  private final String file;
  private final List<String> lines;
  private final Map<String, String> arguments = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private @Nullable Stage open;
  private char escape = '\\';
  private boolean unresolved;

  DockerfileParser(String file, String text) {
    this.file = file;
    this.lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
  }

  Dockerfile parse() {
    for (var i = 0; i < lines.size() && DIRECTIVE.matcher(lines.get(i).strip()).matches(); i++) {
      var directive = ESCAPE.matcher(lines.get(i).strip());
      if (directive.matches()) {
        escape = directive.group(1).charAt(0);
      }
    }
    for (var i = 0; i < lines.size(); ) {
      i = instruction(i);
    }
    close();
    return new Dockerfile(file, stages);
  }

  /// Reads the instruction that starts on a line, and says where the next one may start.
  private int instruction(int start) {
    if (isEmpty(lines.get(start))) {
      return start + 1;
    }
    var text = new StringBuilder();
    var at = start;
    var goesOn = true;
    while (goesOn && at < lines.size()) {
      var line = lines.get(at++).stripTrailing();
      if (at - 1 > start && isEmpty(line)) {
        continue; // comments and empty lines inside are left out
      }
      goesOn = !line.isEmpty() && line.charAt(line.length() - 1) == escape;
      text.append(goesOn ? line.substring(0, line.length() - 1) : line).append(' ');
    }
    var parts = text.toString().strip().split("\\s+", 2);
    var word = parts[0].toUpperCase(Locale.ROOT);
    var rest = new StringBuilder(parts.length == 1 ? "" : parts[1]);
    if (word.equals("RUN") || word.equals("COPY") || word.equals("ADD")) {
      at = hereDocuments(rest, at);
    }
    take(new Instruction(word, rest.toString(), start + 1));
    return at;
  }

  private int hereDocuments(StringBuilder text, int from) {
    var at = from;
    for (var here : HERE.matcher(text.toString()).results().toList()) {
      while (at < lines.size()) {
        var line = lines.get(at++);
        if (line.strip().equals(here.group(2))) {
          break;
        }
        text.append('\n').append(line);
      }
    }
    return at;
  }

  private static boolean isEmpty(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  private void take(Instruction instruction) {
    if (instruction.word().equals("FROM")) {
      close();
      open = stage(instruction);
    } else if (open == null) {
      if (instruction.word().equals("ARG")) {
        argument(instruction.text());
      }
    } else {
      instructions.add(instruction);
    }
  }

  private void argument(String text) {
    for (var one : text.strip().split("\\s+")) {
      var parts = one.split("=", 2);
      if (parts.length == 2) {
        arguments.put(parts[0], filled(unquoted(parts[1])));
      }
    }
  }

  private static String unquoted(String text) {
    return text.replaceAll("^([\"'])(.*)\\1$", "$2");
  }

  private Stage stage(Instruction from) {
    unresolved = false;
    var words = new ArrayList<>(List.of(from.text().strip().split("\\s+")));
    words.removeIf(word -> word.startsWith("--"));
    var image = words.isEmpty() ? "" : filled(words.getFirst());
    var named = words.size() >= 3 && words.get(1).equalsIgnoreCase("AS");
    return new Stage(
        image,
        named ? words.get(2).toLowerCase(Locale.ROOT) : "",
        unresolved,
        from.line(),
        List.of());
  }

  /// Variables as `FROM` fills them in: from the arguments before it, with their defaults.
  private String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable -> {
          var name = variable.group(1) == null ? variable.group(4) : variable.group(1);
          var value = arguments.get(name);
          var operator = variable.group(2);
          if ("+".equals(operator)) {
            value = value == null ? "" : variable.group(3);
          } else if ("-".equals(operator) && (value == null || value.isEmpty())) {
            value = variable.group(3);
          }
          if (value == null) {
            unresolved = true;
            value = "?";
          }
          return Matcher.quoteReplacement(value);
        });
  }

  private void close() {
    if (open != null) {
      stages.add(
          new Stage(open.image(), open.name(), open.unresolved(), open.line(), instructions));
      instructions.clear();
    }
  }
}
