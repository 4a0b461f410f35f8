package dev.plimsoll.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The projects opened here, newest first; a text file of tab-separated lines `time product root`.
/// A convenience: when it cannot be read or written, nothing else suffers.
final class RecentProjects {
  private static final int KEPT = 20;

  private final Path file;
  private final Clock clock;

  RecentProjects(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  synchronized List<RecentProject> list() {
    try {
      return Files.readAllLines(file).stream()
          .map(RecentProjects::parse)
          .flatMap(Optional::stream)
          .filter(project -> Files.isDirectory(project.root()))
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static Optional<RecentProject> parse(String line) {
    var parts = line.split("\t", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RecentProject(Path.of(parts[2]), parts[1], Instant.parse(parts[0])));
    } catch (DateTimeParseException | java.nio.file.InvalidPathException damaged) {
      return Optional.empty();
    }
  }

  synchronized void opened(Path root, String product) {
    var list = new ArrayList<RecentProject>();
    list.add(new RecentProject(root, product.replace('\t', ' '), clock.instant()));
    list().stream().filter(project -> !project.root().equals(root)).forEach(list::add);
    write(list);
  }

  synchronized void forget(Path root) {
    write(list().stream().filter(project -> !project.root().equals(root)).toList());
  }

  private void write(List<RecentProject> projects) {
    var text = new StringBuilder();
    projects.stream()
        .limit(KEPT)
        .forEach(project ->
            text.append(project.lastOpened())
                .append('\t')
                .append(project.product())
                .append('\t')
                .append(project.root())
                .append('\n'));
    try {
      var folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException notKept) {
      // The list is a convenience: the history tells what was done, and a project can be picked by
      // its folder.
    }
  }
}
