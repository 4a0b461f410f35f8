package dev.plimsoll.core;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Which digests of which projects a person has trusted on this machine; a text file, one line
/// each: `digest time project`. Only ever appended to.
final class TrustStore {
  private final Path file;
  private final Clock clock;

  TrustStore(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  boolean isTrusted(String project, String digest) {
    return lines().stream()
        .anyMatch(line -> line.startsWith(digest + " ") && line.endsWith(" " + project));
  }

  /// The digest of this project that was trusted last.
  Optional<String> last(String project) {
    return lines().reversed().stream()
        .filter(line -> line.endsWith(" " + project))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst();
  }

  void trust(String project, String digest) {
    try {
      var folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(
          file,
          digest + " " + clock.instant() + " " + project + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException notWritten) {
      throw Problem.of(
          "Trust not recorded",
          file + " cannot be written.",
          "Check its permissions and free space, then trust the checklist again.",
          notWritten);
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file).stream().filter(line -> line.indexOf(' ') > 0).toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException unreadable) {
      throw Problem.of(
          "Trust not known",
          file + " cannot be read.",
          "Check its permissions; until then no checklist runs.",
          unreadable);
    }
  }
}
