package dev.plimsoll.harness;

import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Standing;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a walker said before it was killed. All of it must be in the log afterwards.
sealed interface Acknowledged {
  Pattern HEAD = Pattern.compile("ACKNOWLEDGED (\\d+) ([0-9a-f]{64})");
  Pattern STEP = Pattern.compile(". ([A-Z ]{14})  Step (\\w+) · .*");

  /// The log had so many entries, and the last of them this hash.
  record Head(long size, String hash) implements Acknowledged {}

  /// A step concluded so.
  record Concluded(String step, Standing standing) implements Acknowledged {}

  static String line(LogStore.Head head) {
    return "ACKNOWLEDGED " + head.size() + " " + head.hash();
  }

  static Optional<Acknowledged> of(String line) {
    var head = HEAD.matcher(line);
    if (head.matches()) {
      return Optional.of(new Head(Long.parseLong(head.group(1)), head.group(2)));
    }
    var step = STEP.matcher(line);
    if (!step.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(Standing.values())
        .filter(standing -> standing.words().equals(step.group(1).strip()))
        .findFirst()
        .map(standing -> new Concluded(step.group(2), standing));
  }
}
