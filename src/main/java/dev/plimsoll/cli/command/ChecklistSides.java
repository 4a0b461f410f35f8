package dev.plimsoll.cli.command;

import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.SourceFile;
import dev.plimsoll.core.checklist.YamlReader;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds what the words of `plimsoll checklist diff` mean.
final class ChecklistSides {
  private static final String FOLDER = ".plimsoll/checklists";
  private static final String INTENT = "Not compared";

  private final Invocation invocation;

  ChecklistSides(Invocation invocation) {
    this.invocation = invocation;
  }

  /// @param single whether one checklist was named, and not all of them
  /// @param lists text by id, or by file name where it tells none
  record Side(boolean single, Map<String, Source> lists) {}

  /// All checklists of the work tree.
  Side now() {
    var lists = new TreeMap<String, Source>();
    try (var repository = GitRepository.open(invocation.projectFolder())) {
      var folder = repository.root().resolve(FOLDER);
      if (Files.isDirectory(folder)) {
        try (var files = Files.list(folder)) {
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .forEach(file -> add(lists, FOLDER + "/" + file.getFileName(), bytes(file)));
        }
      }
      return new Side(false, lists);
    } catch (IOException unreadable) {
      throw Problem.of(INTENT, FOLDER + " cannot be read.", "Look at its permissions.", unreadable);
    }
  }

  Side of(String words) {
    var file = file(words);
    if (file != null) {
      var lists = new LinkedHashMap<String, Source>();
      add(lists, words, bytes(file));
      return new Side(true, lists);
    }
    var colon = words.lastIndexOf(':');
    if (colon > 0) {
      return single(at(words.substring(0, colon)), words.substring(colon + 1), words);
    }
    var now = now();
    return now.lists().containsKey(words) ? single(now, words, words) : at(words);
  }

  private @Nullable Path file(String words) {
    try {
      var file = invocation.path(Path.of(words));
      return Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  private Side at(String revision) {
    var lists = new TreeMap<String, Source>();
    try (var repository = GitRepository.open(invocation.projectFolder())) {
      repository
          .filesAt(revision, FOLDER)
          .forEach((path, bytes) -> {
            if (path.endsWith(".yaml") && path.lastIndexOf('/') == FOLDER.length()) {
              add(lists, path, bytes);
            }
          });
    }
    return new Side(false, lists);
  }

  private static Side single(Side all, String idOrFile, String words) {
    for (var list : all.lists().entrySet()) {
      if (list.getKey().equals(idOrFile) || list.getValue().file().equals(idOrFile)) {
        return new Side(true, Map.of(list.getKey(), list.getValue()));
      }
    }
    throw Problem.of(
        INTENT,
        "There is no checklist " + words + ".",
        all.lists().isEmpty()
            ? "There was none at all then."
            : "Use one of: " + String.join(", ", all.lists().keySet()) + ".");
  }

  private static void add(Map<String, Source> lists, String name, byte[] bytes) {
    var findings = new Findings();
    var source = SourceFile.of(name, bytes, findings);
    if (source == null) {
      throw Problem.of(
          INTENT, findings.list().getFirst().toString(), "Name a file that is a checklist.");
    }
    lists.put(SourceFile.id(source), source);
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > YamlReader.LARGEST) {
        throw Problem.of(
            INTENT, file + " is larger than 1 MiB.", "Name a file that is a checklist.");
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw Problem.of(INTENT, file + " cannot be read.", "Look at its permissions.", unreadable);
    }
  }
}
