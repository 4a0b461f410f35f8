package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.checklist.Recipes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands that `docs/formats/foreign-chains.md` offers for checking do check, and its tables
/// are complete.
final class ForeignChainsFormatTest {
  @TempDir Path folder;

  @Test
  void everyCommandOfTheFormatDocumentSucceeds() throws Exception {
    assertThat(blocks("sh")).hasSize(3);
    assertThat(blocks("python")).hasSize(1);

    for (var block : blocks("sh")) {
      assertThat(run(Chains.FOLDER, "bash", "-euo", "pipefail", "-c", block)).as(block).isZero();
    }
    for (var block : blocks("python")) {
      assertThat(run(Chains.FOLDER, "python3", "-c", block)).as(block).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, aetherlink", "1, previous-raw-line", "2, js-insertion"})
  void everyShellLoopFindsAnEntryThatWasChanged(int block, String name) throws Exception {
    var text = Files.readString(Chains.FOLDER.resolve(name + ".jsonl"));
    Files.writeString(folder.resolve(name + ".jsonl"), text.replaceFirst("admin", "adMin"));

    assertThat(run(folder, "bash", "-euo", "pipefail", "-c", blocks("sh").get(block))).isNotZero();
  }

  @Test
  void everyBuiltInRecipeAndVariantIsNamed() throws Exception {
    for (var recipe : Recipes.builtIn().all()) {
      var variant = recipe.name().substring(recipe.family().length());
      assertThat(document()).contains("`" + recipe.family()).contains(variant + "`");
    }
  }

  @Test
  void everyShownRecipeCanBeRead() throws Exception {
    for (var block : blocks("yaml")) {
      assertThat(Recipes.parsed("shown.yaml", block.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }
    assertThat(blocks("yaml")).hasSize(2);
  }

  private static String document() throws Exception {
    return Files.readString(Path.of("docs", "formats", "foreign-chains.md"));
  }

  private static List<String> blocks(String language) throws Exception {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(document())
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static int run(Path where, String... command) throws Exception {
    var process =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }
}
