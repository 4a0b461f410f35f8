package dev.plimsoll.core.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Other programs that pack and unpack.
final class Programs {
  private Programs() {}

  /// What it says; it must succeed.
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s said: %s", List.of(command), said).isZero();
    return said;
  }
}
