package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who has files open to write into them. Told on Linux only, of processes that this person may
/// look at; elsewhere the system itself refuses to replace such a file, or nobody can tell.
final class OpenFiles {
  private static final Path PROC = Path.of("/proc");
  private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s*([0-7]+)$");
  private static final int ACCESS = 3;

  private OpenFiles() {}

  /// @param files absolute, without links in their paths
  /// @return a whole sentence about the first that is found
  static Optional<String> writer(Set<Path> files) throws IOException {
    if (!Files.isDirectory(PROC.resolve("self/fd"))) {
      return Optional.empty();
    }
    var self = ProcessHandle.current().pid();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (var process : processes) {
        if (!String.valueOf(process.getFileName()).equals(Long.toString(self))) {
          var found = ofProcess(process, files);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofProcess(Path process, Set<Path> files) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (var descriptor : open) {
        var file = Files.readSymbolicLink(descriptor);
        if (files.contains(file) && writes(process, descriptor)) {
          return Optional.of(
              file
                  + " is being written by process "
                  + process.getFileName()
                  + " ("
                  + name(process)
                  + ").");
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException notOurs) {
      // another person's, or it has ended meanwhile
    }
    return Optional.empty();
  }

  private static boolean writes(Path process, Path descriptor) throws IOException {
    var text =
        Files.readString(
            process.resolve("fdinfo").resolve(descriptor.getFileName()),
            StandardCharsets.ISO_8859_1);
    var flags = FLAGS.matcher(text);
    return flags.find() && (Integer.parseInt(flags.group(1), 8) & ACCESS) != 0;
  }

  private static String name(Path process) throws IOException {
    return Files.readString(process.resolve("comm"), StandardCharsets.UTF_8).strip();
  }
}
