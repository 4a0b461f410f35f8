package dev.plimsoll.core.checklist.markdown;

import dev.plimsoll.core.checklist.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The commands of one fenced block.
///
/// @param shell `sh` or `pwsh`
/// @param lines as they are typed; comments included, prompts not
record Script(String shell, List<String> lines) {
  private static final Pattern NEEDS_SHELL = Pattern.compile("[|&;<>()$`\\\\\"'*?\\[\\]#~!{}%^]");
  private static final Pattern CHANGES_THE_WORLD =
      Pattern.compile(
          "(?i)\\b(?:git\\s+(?:push|tag|reset|checkout|revert)|twine\\s+upload|npm\\s+publish"
              + "|mvn\\b.{0,80}\\bdeploy|cargo\\s+publish|gh\\s+release|gh\\s+pr"
              + "|docker(?:\\s+compose|-compose)\\b.{0,80}\\b(?:up|down|stop|restart|rm)"
              + "|docker\\s+(?:push|rm|rmi|run|stop|exec)|kubectl|helm|terraform\\s+(?:apply|destroy)"
              + "|systemctl|rm\\s+-|mv\\s|cp\\s|remove-item|copy-item|move-item|compress-archive"
              + "|expand-archive|rsync|scp|ssh|restore|rollback|deploy|drop\\s+table|delete\\s+from"
              + "|curl\\b.{0,200}-X\\s*(?:POST|PUT|PATCH|DELETE))");

  /// The second line is for programs, from PowerShell 7.4 on.
  private static final String STOP_IN_PWSH =
      """
      $ErrorActionPreference = 'Stop'
      $PSNativeCommandUseErrorActionPreference = $true
      """;

  Script {
    lines = List.copyOf(lines);
  }

  /// Whether it does something that a look at facts would not.
  boolean changesTheWorld() {
    return lines.stream()
        .anyMatch(line -> line.length() > 4000 || CHANGES_THE_WORLD.matcher(line).find());
  }

  /// The first command, for a title.
  String firstCommand() {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .orElse("");
  }

  private boolean isDirect() {
    if (lines.size() != 1 || NEEDS_SHELL.matcher(lines.getFirst()).find()) {
      return false;
    }
    return !lines.getFirst().strip().split("\\s+")[0].contains("=");
  }

  /// The value of `command:`, from its second line on indented by `indent` blanks.
  String yaml(Literals literals, String indent) {
    if (isDirect()) {
      var words = new ArrayList<String>();
      for (var word : lines.getFirst().strip().split("\\s+")) {
        words.add(Yaml.quoted(literals.forWord(word)));
      }
      return "{run: [" + String.join(", ", words) + "]}\n";
    }
    var env = new TreeSet<String>();
    var text =
        lines.stream()
            .map(line -> literals.folders(withoutSecrets(line, literals, env)))
            .collect(Collectors.joining("\n"));
    var yaml = new StringBuilder("\n");
    yaml.append(indent).append("shell: ").append(shell).append('\n');
    if (!env.isEmpty()) {
      yaml.append(indent).append("env: {").append(environment(env)).append("}\n");
    }
    var start = shell.equals("pwsh") ? STOP_IN_PWSH : "set -e\n";
    yaml.append(indent).append("run: |\n");
    (lines.size() == 1 ? text : start + text)
        .lines()
        .forEach(
            line -> yaml.append(line.isBlank() ? "" : indent + "  " + plain(line)).append('\n'));
    return yaml.toString();
  }

  private static String plain(String line) {
    return line.codePoints()
        .filter(c -> c == '\t' || (c >= 0x20 && c != 0x7F))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String environment(Set<String> names) {
    return names.stream()
        .map(name -> name + ": \"{secret." + name + "}\"")
        .collect(Collectors.joining(", "));
  }

  /// Secrets as variables of the environment, which no shell takes apart again. Inside single
  /// quotes of sh the quotes are left for the variable; pwsh has no such way.
  private String withoutSecrets(String line, Literals literals, Set<String> env) {
    var changed = Braces.escaped(line);
    for (var secret : literals.secrets().entrySet()) {
      var value = Braces.escaped(secret.getKey());
      var at = changed.indexOf(value);
      while (at >= 0) {
        env.add(secret.getValue());
        var variable = variable(secret.getValue(), changed.substring(0, at));
        changed = changed.substring(0, at) + variable + changed.substring(at + value.length());
        at = changed.indexOf(value, at + variable.length()); // its name may hold the value
      }
    }
    return changed;
  }

  private String variable(String name, String before) {
    if (shell.equals("pwsh")) {
      return "${env:" + name + "}";
    }
    return isInSingleQuotes(before) ? "'\"$" + name + "\"'" : "${" + name + "}";
  }

  private static boolean isInSingleQuotes(String before) {
    var single = false;
    var twice = false;
    for (var i = 0; i < before.length(); i++) {
      var c = before.charAt(i);
      if (c == '\\' && !single) {
        i++;
      } else if (c == '\'' && !twice) {
        single = !single;
      } else if (c == '"' && !single) {
        twice = !twice;
      }
    }
    return single;
  }
}
