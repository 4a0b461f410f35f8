package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Problem;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A release process that comes with the product: a folder of `resources/processes` with a
/// `project.yaml` and its checklists, ready to be put under a repository's `.plimsoll/`.
///
/// @param name the folder's, as in `plimsoll init --process NAME`
/// @param title the first comment of its `project.yaml`
/// @param files text by path relative to `.plimsoll/`, with `/`; `project.yaml` first
public record ShippedProcess(String name, String title, Map<String, String> files) {
  private static final String PROJECT = "project.yaml";

  public ShippedProcess {
    files = Map.copyOf(files).isEmpty() ? Map.of() : new LinkedHashMap<>(files);
  }

  @Override
  public Map<String, String> files() {
    return new LinkedHashMap<>(files);
  }

  /// Every process that is packaged, by name.
  public static List<ShippedProcess> all() {
    return in(
        Objects.requireNonNull(
            ShippedProcess.class.getResource("/processes/README.md"), "processes not packaged"));
  }

  /// @param anchor a file beside the processes' folders
  static List<ShippedProcess> in(URL anchor) {
    var folders = new TreeMap<String, Map<String, String>>();
    PackagedFolder.texts(anchor)
        .forEach((path, text) -> {
          var end = path.indexOf('/');
          if (end > 0) {
            folders
                .computeIfAbsent(path.substring(0, end), _ -> new TreeMap<>())
                .put(path.substring(end + 1), text);
          }
        });
    var processes = new ArrayList<ShippedProcess>();
    folders.forEach((name, files) -> {
      var project = files.remove(PROJECT);
      if (project != null) {
        var ordered = new LinkedHashMap<String, String>();
        ordered.put(PROJECT, project);
        ordered.putAll(files);
        processes.add(new ShippedProcess(name, title(name, project), ordered));
      }
    });
    return List.copyOf(processes);
  }

  /// @throws Problem where there is none of that name
  public static ShippedProcess named(String name) {
    var all = all();
    return all.stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "Nothing created",
                "No process named '" + name + "' comes with Plimsoll.",
                Nearest.hint(name, all.stream().map(ShippedProcess::name).toList())));
  }

  private static String title(String name, String project) {
    return project
        .lines()
        .findFirst()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .filter(line -> !line.isEmpty())
        .orElse(name);
  }
}
