package dev.plimsoll.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One requirement of the five processes.
///
/// @param who who could look
record Requirement(String id, Who who, String words) {
  private static final Path LIST = Path.of("src/test/resources/processes/requirements.txt");

  enum Who {
    MACHINE,
    PERSON,
    PRODUCT
  }

  /// All of them by id, in order.
  static Map<String, Requirement> all() throws IOException {
    var all = new LinkedHashMap<String, Requirement>();
    for (var line : Files.readAllLines(LIST)) {
      if (line.startsWith("#")) {
        continue;
      }
      var parts = line.split(" ", 3);
      var read =
          new Requirement(parts[0], Who.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
      if (all.put(read.id(), read) != null) {
        throw new IllegalArgumentException("twice in the list: " + read.id());
      }
    }
    return all;
  }
}
