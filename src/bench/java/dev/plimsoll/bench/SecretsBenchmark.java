package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// S2: the verb `secrets` over 1,000 files, whole process, against secretlint and against `grep
/// -iF` of the keywords. One pair after the other; a peer that is not installed is skipped.
public final class SecretsBenchmark {
  private static final int FILES = 1_000;
  private static final int LINES = 120;
  private static final int PAIRS = 7;
  private static final List<String> KEYWORDS =
      List.of("password", "secret", "token", "api_key", "akia", "ghp_", "-----begin", "://");

  private final Path folder;

  private SecretsBenchmark(Path folder) {
    this.folder = folder;
  }

  /// @param arguments an empty or absent folder to work in
  public static void main(String[] arguments) throws Exception {
    new SecretsBenchmark(Path.of(arguments[0]).toAbsolutePath()).run();
  }

  private void run() throws IOException, InterruptedException {
    lay();
    Report.line("S2 %s", Report.circumstances());
    var grep = new ArrayList<>(List.of("grep", "-riF", "--exclude-dir=.git", "-c"));
    KEYWORDS.forEach(word -> grep.addAll(List.of("-e", word)));
    grep.add(".");
    compare("secretlint", List.of("secretlint", "**/*"));
    compare("grep -iF", grep);
  }

  private void compare(String name, List<String> peer) throws IOException, InterruptedException {
    var ours =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SecretsScan.class.getName(),
            ".");
    if (seconds(peer) < 0) {
      Report.line("S2 %s SKIPPED: not installed", name);
      return;
    }
    seconds(ours); // the first of each is thrown away
    var ratios = new ArrayList<Double>();
    for (var i = 0; i < PAIRS; i++) {
      var own = seconds(ours);
      var theirs = seconds(peer);
      ratios.add(own / theirs);
      Report.line("S2 %s: ours %.3f s, peer %.3f s, ratio %.3f", name, own, theirs, own / theirs);
    }
    ratios.sort(Comparator.naturalOrder());
    Report.line(
        "S2 %s: median %.3f, %.3f..%.3f",
        name, ratios.get(PAIRS / 2), ratios.getFirst(), ratios.getLast());
  }

  /// Negative where the program is not installed.
  private double seconds(List<String> command) throws IOException, InterruptedException {
    var from = System.nanoTime();
    try {
      new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException absent) {
      return -1;
    }
    return (System.nanoTime() - from) / 1e9;
  }

  /// The same files every time: lines of code, with a keyword now and then.
  private void lay() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var random = new Random(7);
    for (var i = 0; i < FILES; i++) {
      var text = new StringBuilder();
      for (var line = 0; line < LINES; line++) {
        text.append("  value").append(random.nextInt(1_000)).append(" = call(");
        text.append(line % 40 == 0 ? KEYWORDS.get(random.nextInt(4)) : "argument");
        text.append(random.nextInt(100_000)).append(", \"text of some length\");\n");
      }
      var file = folder.resolve("m" + i / 100).resolve("f" + i + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    Files.writeString(
        folder.resolve(".secretlintrc.json"),
        "{\"rules\": [{\"id\": \"@secretlint/secretlint-rule-preset-recommend\"}]}\n");
    seconds(List.of("git", "init", "-q"));
    seconds(List.of("git", "add", "."));
  }
}
