package dev.plimsoll.attack;

import dev.plimsoll.core.audit.Checkpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `verify.sh`, as it lies in the sources, run by `sh`.
final class ShellVerifier {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  static final Path SCRIPT = Path.of("resources", "verify", "verify.sh").toAbsolutePath();

  private ShellVerifier() {}

  static Heard verify(Scene scene) throws IOException {
    var words = new ArrayList<>(List.of("sh", SCRIPT.toString(), scene.file().toString()));
    if (scene.trust() != null) {
      words.addAll(List.of("--trust", scene.trust().toString()));
    }
    if (scene.kept() != null) {
      words.addAll(List.of("--pin", pin(scene.kept())));
    }
    if (scene.extra().at() != null) {
      words.addAll(List.of("--at", TIME.format(scene.extra().at())));
    }
    if (scene.extra().artifacts() != null) {
      words.addAll(List.of("--artifacts", scene.extra().artifacts().toString()));
    }
    return run(words);
  }

  static String pin(Checkpoint kept) {
    return kept.size() + ":" + kept.rootHash();
  }

  static Heard run(List<String> words) throws IOException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Heard(process.waitFor(), text);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
