package dev.plimsoll.core.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Runs what a document prints, in a folder, as a person would who pastes it.
record Shell(Path folder) {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  /// @param output standard output and error
  record Ran(String command, int exit, String output) {}

  /// The blocks of a Markdown text that are marked `sh`.
  static List<String> blocks(String markdown) {
    return BLOCK.matcher(markdown).results().map(block -> block.group(1)).toList();
  }

  List<Ran> runAll(List<String> commands) {
    var all = new ArrayList<Ran>();
    commands.forEach(command -> all.add(run(command)));
    return all;
  }

  Ran run(String command) {
    var builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(command, process.waitFor(), output);
    } catch (IOException e) {
      throw new AssertionError("these tests need a POSIX shell", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
