package dev.plimsoll.core.check.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What is started.
///
/// @param words the program and its arguments, each as it is handed over; never read by a shell
/// @param folder where it runs
/// @param environment all of its environment variables
/// @param timeout after this it is stopped
public record Launch(
    List<String> words, Path folder, Map<String, String> environment, Duration timeout) {
  public Launch {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /// The program as it was named.
  public String program() {
    return words.getFirst();
  }
}
