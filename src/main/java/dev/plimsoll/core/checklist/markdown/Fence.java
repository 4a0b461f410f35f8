package dev.plimsoll.core.checklist.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.jspecify.annotations.Nullable;

/// A fenced block, told apart line by line.
///
/// @param language its first word, in small letters; may be empty
/// @param lines in order
/// @param script what is typed, or null where the block is no commands
record Fence(String language, List<Line> lines, @Nullable Script script) {
  private static final Set<String> SH = Set.of("sh", "bash", "shell", "zsh");
  private static final Set<String> PWSH = Set.of("powershell", "pwsh", "ps1", "ps");
  private static final Set<String> CONSOLE =
      Set.of("console", "shell-session", "shellsession", "terminal", "sh-session");

  Fence {
    lines = List.copyOf(lines);
  }

  /// @param kind what it is to whoever types it
  record Line(String text, Kind kind) {}

  enum Kind {
    TYPED,
    EXPECTED,
    PRINTED
  }

  static Fence of(FencedCodeBlock block) {
    var info = block.getInfo() == null ? "" : block.getInfo().strip();
    var language = info.split("[\\s,{]+", 2)[0].toLowerCase(Locale.ROOT);
    var texts = block.getLiteral().lines().toList();
    if (PWSH.contains(language)) {
      return typed(language, "pwsh", texts);
    }
    if (SH.contains(language) && texts.stream().noneMatch(line -> line.startsWith("$ "))) {
      return typed(language, "sh", texts);
    }
    var session =
        CONSOLE.contains(language)
            || SH.contains(language)
            || (language.isEmpty() && texts.stream().anyMatch(line -> line.startsWith("$ ")));
    return session ? session(language, texts) : printed(language, texts);
  }

  private static Fence typed(String language, String shell, List<String> texts) {
    var lines = new ArrayList<Line>();
    var typed = new ArrayList<String>();
    for (var text : texts) {
      var comment = text.strip().startsWith("#");
      if (comment && Expected.in(text.strip().replaceFirst("^#+\\s*", "")) != null) {
        lines.add(new Line(text, Kind.EXPECTED));
      } else {
        lines.add(new Line(text, Kind.TYPED));
        typed.add(text);
      }
    }
    return new Fence(language, lines, script(shell, typed));
  }

  private static Fence session(String language, List<String> texts) {
    var lines = new ArrayList<Line>();
    var typed = new ArrayList<String>();
    var goesOn = false;
    for (var text : texts) {
      var prompted = text.startsWith("$ ");
      if (prompted || (goesOn && text.startsWith("> "))) {
        typed.add(text.substring(2));
        lines.add(new Line(text, Kind.TYPED));
        goesOn = text.endsWith("\\");
      } else {
        lines.add(new Line(text, Kind.PRINTED));
        goesOn = false;
      }
    }
    return new Fence(language, lines, script("sh", typed));
  }

  private static Fence printed(String language, List<String> texts) {
    return new Fence(
        language, texts.stream().map(text -> new Line(text, Kind.PRINTED)).toList(), null);
  }

  private static @Nullable Script script(String shell, List<String> typed) {
    var lines = new ArrayList<>(typed);
    while (!lines.isEmpty() && lines.getFirst().isBlank()) {
      lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    var script = new Script(shell, lines);
    return script.firstCommand().isEmpty() ? null : script;
  }
}
