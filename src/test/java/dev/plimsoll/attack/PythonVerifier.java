package dev.plimsoll.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `plimsoll_verify.py`, as it lies in the sources: one process that is asked many times. For one
/// thread.
final class PythonVerifier implements AutoCloseable {
  static final Path SCRIPT = Path.of("resources", "verify", "plimsoll_verify.py").toAbsolutePath();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  PythonVerifier() throws IOException {
    process =
        new ProcessBuilder("python3", SCRIPT.toString(), "batch")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    questions = process.outputWriter(StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  Heard verify(Scene scene) throws IOException {
    questions.write(JSON.writeValueAsString(words(scene)) + "\n");
    questions.flush();
    var answer = answers.readLine();
    if (answer == null) {
      throw new AssertionError("plimsoll_verify.py ended at " + scene);
    }
    var tree = JSON.readTree(answer);
    var text = new StringBuilder();
    for (var line : tree.get("lines")) {
      text.append(line.get("weight").asString())
          .append(' ')
          .append(line.get("code").asString())
          .append(' ')
          .append(line.get("place").asString())
          .append(": ")
          .append(line.get("sentence").asString())
          .append('\n');
    }
    return new Heard(tree.get("exit").asInt(), text.toString());
  }

  /// The words after the script's name.
  static List<String> words(Scene scene) {
    var words = new ArrayList<String>();
    var extra = scene.extra();
    words.add(
        switch (scene.kind()) {
          case BUNDLE -> "bundle";
          case LOG -> "log";
          case FOREIGN -> "chain";
        });
    words.add(scene.file().toString());
    add(words, "--trust", scene.trust());
    add(words, "--pin", scene.kept() == null ? null : ShellVerifier.pin(scene.kept()));
    add(words, "--at", extra.at() == null ? null : extra.at().toString().replace("Z", ".000Z"));
    add(words, "--artifacts", extra.artifacts());
    add(words, "--checkpoint", extra.tag());
    add(words, "--recipe", extra.recipe());
    add(words, "--anchor", extra.anchor());
    if ("hmac".equals(extra.recipe())) {
      add(words, "--key-file", scene.file().resolveSibling("key"));
    }
    return words;
  }

  private static void add(List<String> words, String option, @Nullable Object value) {
    if (value != null) {
      words.add(option);
      words.add(value.toString());
    }
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
