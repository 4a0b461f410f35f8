package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The `ssh-keygen` that is installed, asked to verify a signature: a second opinion that shares no
/// code with ours.
final class SshKeygen {
  private static final long PATIENCE_SECONDS = 20;

  private final Path program;

  private SshKeygen(Path program) {
    this.program = program;
  }

  /// @param good whether it accepts the signature
  /// @param words its own words, one line
  record Opinion(boolean good, String words) {}

  /// Looks for it along `PATH`.
  static Optional<SshKeygen> find(Map<String, String> environment) {
    for (var folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      for (var name : List.of("ssh-keygen", "ssh-keygen.exe")) {
        var file = folder.isEmpty() ? null : Path.of(folder, name);
        if (file != null && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(new SshKeygen(file));
        }
      }
    }
    return Optional.empty();
  }

  /// @param folder where the record and its signatures lie, unpacked
  Opinion verify(Path folder, OpenSshWords.Signature signature, Path allowedSigners)
      throws InterruptedException {
    var command = new ArrayList<>(signature.arguments(allowedSigners));
    command.set(0, program.toString());
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(folder.resolve(OpenSshWords.RECORD).toFile())
              .redirectErrorStream(true)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Opinion(false, "it did not end");
      }
      return new Opinion(process.exitValue() == 0, said.strip().replaceAll("\\R+", " "));
    } catch (IOException broken) {
      throw Problem.of(
          "Signature not verified with OpenSSH",
          program + " could not be run: " + broken.getMessage() + ".",
          "Run the printed command by hand.",
          broken);
    }
  }
}
