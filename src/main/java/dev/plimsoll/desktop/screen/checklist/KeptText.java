package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.run.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Reads kept text for looking at: the last lines of it, invalid bytes replaced.
final class KeptText {
  private static final String COMPLAINTS = "stderr.txt";
  static final int LINES = 20_000;
  private static final int LONGEST = 4_000;

  private KeptText() {}

  static boolean isText(Evidence file) {
    return file.mediaType().startsWith("text/") || file.mediaType().startsWith("application/json");
  }

  static boolean isPicture(Evidence file) {
    return file.mediaType().equals("image/png")
        || file.mediaType().equals("image/jpeg")
        || file.mediaType().equals("image/gif");
  }

  /// What a program printed: first what it wrote as its output, then what it complained about.
  static List<Output.Line> printed(Walk walk, List<Evidence> files) throws IOException {
    var lines = new ArrayList<Output.Line>();
    for (var file : files) {
      var stream = file.name().equals(COMPLAINTS) ? "err" : "out";
      read(walk, file).forEach(line -> lines.add(new Output.Line(stream, line)));
    }
    return lines;
  }

  /// The files of an attempt that hold what its program printed.
  static List<Evidence> printedFiles(List<Evidence> evidence) {
    return evidence.stream()
        .filter(file -> file.size() > 0)
        .filter(file -> file.name().equals("stdout.txt") || file.name().equals(COMPLAINTS))
        .toList();
  }

  static List<String> read(Walk walk, Evidence file) throws IOException {
    var last = new ArrayDeque<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(walk.open(file), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (last.size() == LINES) {
          last.removeFirst();
        }
        last.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line);
      }
    }
    return List.copyOf(last);
  }
}
