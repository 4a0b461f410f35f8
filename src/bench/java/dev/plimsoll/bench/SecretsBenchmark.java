package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// S2: the verb `secrets` over 1,000 files, whole process, against secretlint and against `grep
/// -iF` of the keywords. One pair after the other; a peer that is not installed is skipped.
public final class SecretsBenchmark {
  private static final int FILES = 1_000;
  private static final int LINES = 120;
  private static final int PAIRS = 7;
  private static final String PLANTED = "f333";
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
            "-Xshare:auto", // as bin/plimsoll starts a command
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SecretsScan.class.getName(),
            ".");
    var found = said(peer); // the first of each is thrown away
    if (found == null) {
      Report.line("S2 %s SKIPPED: not installed", name);
      return;
    }
    var own = said(ours);
    if (!found.contains(PLANTED) || own == null || !own.startsWith("FAILED")) {
      Report.line("S2 %s INCONCLUSIVE: what was planted was not found: %s / %s", name, own, found);
      return;
    }
    var ratios = new ArrayList<Double>();
    for (var i = 0; i < PAIRS; i++) {
      var mine = seconds(ours);
      var theirs = seconds(peer);
      ratios.add(mine / theirs);
      Report.line("S2 %s: ours %.3f s, peer %.3f s, ratio %.3f", name, mine, theirs, mine / theirs);
    }
    ratios.sort(Comparator.naturalOrder());
    Report.line(
        "S2 %s: median %.3f, %.3f..%.3f",
        name, ratios.get(PAIRS / 2), ratios.getFirst(), ratios.getLast());
  }

  private double seconds(List<String> command) throws IOException, InterruptedException {
    var from = System.nanoTime();
    new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return (System.nanoTime() - from) / 1e9;
  }

  /// What the program prints, or null where it is not installed.
  private @Nullable String said(List<String> command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException absent) {
      return null;
    }
  }

  /// The same files every time: lines of code, with a keyword now and then, and in one of them a
  /// token that each scanner must find.
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
      var token = new StringBuilder("ghp" + "_");
      random.ints(36, 0, 36).forEach(digit -> token.append(Character.forDigit(digit, 36)));
      if (PLANTED.equals("f" + i)) {
        text.append("  var token = \"").append(token).append("\";\n");
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
