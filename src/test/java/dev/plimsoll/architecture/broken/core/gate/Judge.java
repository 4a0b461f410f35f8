package dev.plimsoll.architecture.broken.core.gate;

import dev.plimsoll.architecture.broken.core.run.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// Broken on purpose: the gate asks the run, knows JSON and reads a file.
public record Judge(Walk walk, JsonNode node) {
  static boolean judge(Path file) throws IOException {
    return Files.size(file) > 0;
  }
}
