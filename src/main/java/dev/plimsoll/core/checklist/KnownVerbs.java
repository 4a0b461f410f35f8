package dev.plimsoll.core.checklist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words that may name a step's kind: those this version carries out, and those of the closed
/// list that it does not yet.
final class KnownVerbs {
  /// The closed list of the checklist language.
  static final Set<String> LANGUAGE =
      Set.of(
          "command",
          "git",
          "version",
          "changelog",
          "files",
          "checksums",
          "snapshot",
          "links",
          "report",
          "golden",
          "env",
          "secrets",
          "personal-data",
          "container",
          "http",
          "tcp",
          "sql",
          "metrics",
          "logs",
          "chain",
          "restore-point",
          "history",
          "drift",
          "checkboxes",
          "ask",
          "sign-off",
          "hold",
          "tag",
          "push",
          "bump",
          "build",
          "publish",
          "notes",
          "traffic",
          "backup",
          "restore",
          "drill",
          "notify");

  private final Map<String, VerbReader> readers = new LinkedHashMap<>();

  KnownVerbs(Collection<? extends VerbReader> verbs) {
    verbs.forEach(verb -> readers.put(verb.word(), verb));
    for (var own : List.of(new AskReader(), new SignOffReader())) {
      readers.putIfAbsent(own.word(), own);
    }
  }

  Set<String> words() {
    return readers.keySet();
  }

  @Nullable VerbReader reader(String word) {
    return readers.get(word);
  }

  /// Whether `word` belongs to the language, and this version does not have it.
  boolean isMissing(String word) {
    return LANGUAGE.contains(word) && !readers.containsKey(word);
  }
}
