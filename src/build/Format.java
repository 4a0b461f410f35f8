import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Formats every Java file below `src`, or checks that somebody did. Run from its source by the
/// build, with google-java-format on the class path: one JVM for all files.
///
/// Arguments: `check` names the files that are not formatted and exits 1; `apply` rewrites them.
public final class Format {
  private Format() {}

  static void main(String[] args) throws IOException {
    boolean check = args[0].equals("check");
    List<String> words = new ArrayList<>();
    words.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    try (var files = Files.walk(Path.of("src"))) {
      files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(words::add);
    }
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int exit = formatter.run(System.out, System.err, words.toArray(String[]::new));
    if (check && exit != 0) {
      System.out.println("Not formatted: the files above. Run: mvn -q -Pformat process-sources");
    }
    System.exit(exit);
  }
}
