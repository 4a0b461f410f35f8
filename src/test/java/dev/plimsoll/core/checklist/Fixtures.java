package dev.plimsoll.core.checklist;

import dev.plimsoll.core.check.standard.StandardVerbs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Files under `src/test/resources`, each named after what is right or wrong with it. `x.yaml` is
/// the input, `x.txt` beside it holds the findings that are wanted, one per line, without the
/// file's name.
final class Fixtures {
  private static final Path ROOT = Path.of("src/test/resources");

  private Fixtures() {}

  /// The `.yaml` files of a folder, in order; never empty.
  static List<Path> in(String folder) {
    try (var files = Files.list(ROOT.resolve(folder))) {
      var found = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (found.isEmpty()) {
        throw new AssertionError("no fixtures in " + folder);
      }
      return found;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String verbs() {
    return Stream.concat(
            StandardVerbs.all().readers().stream().map(VerbReader::word),
            Stream.of("ask", "sign-off"))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /// The findings wanted at `file`; `{verbs}` in them stands for the words of all verbs, in order.
  static List<String> wanted(Path file) {
    try {
      var text =
          Files.readString(
              file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt")));
      return text.replace("{verbs}", verbs()).lines().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
