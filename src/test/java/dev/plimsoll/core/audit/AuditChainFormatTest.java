package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that `docs/formats/audit-chain.md` offers for checking do check.
final class AuditChainFormatTest {
  private static final Path FIXTURES =
      Path.of("src", "test", "resources", "dev", "plimsoll", "core", "audit");

  @TempDir Path folder;

  @Test
  void everyShellCommandOfTheFormatDocumentSucceeds() throws Exception {
    var blocks = blocks("sh");
    assertThat(blocks).hasSize(3);

    for (var block : blocks) {
      assertThat(run(block, FIXTURES)).as(block).isZero();
    }
  }

  @Test
  void everyPythonScriptOfTheFormatDocumentSucceedsAndFailsForAnotherFile() throws Exception {
    var blocks = blocks("python");
    assertThat(blocks).hasSize(3);
    for (var name : List.of("entry-3.tlog-proof", "grown-4-to-9", "checkpoint")) {
      var text = Files.readString(FIXTURES.resolve(name));
      var changed = text.replaceFirst("\n9\n", "\n8\n").replaceFirst("to 9", "to 8");
      Files.writeString(folder.resolve(name), name.equals("checkpoint") ? bent(text) : changed);
    }
    Files.copy(FIXTURES.resolve("chain-whole.jsonl"), folder.resolve("chain-whole.jsonl"));

    for (var block : blocks) {
      Files.writeString(folder.resolve("script.py"), block);
      var python = "python3 \"$T/script.py\"";
      assertThat(run(python, FIXTURES)).as(block).isZero();
      assertThat(run(python, folder)).as(block).isNotZero();
    }
  }

  private static String bent(String checkpoint) {
    var root = checkpoint.split("\n", -1)[2];
    return checkpoint.replace(
        root, root.substring(0, 5) + (root.charAt(5) == 'A' ? 'B' : 'A') + root.substring(6));
  }

  private static List<String> blocks(String language) throws Exception {
    var document = Files.readString(Path.of("docs", "formats", "audit-chain.md"));
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(document)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  @Test
  void theShellLoopFindsAnEntryThatWasChanged() throws Exception {
    var document = Files.readString(Path.of("docs", "formats", "audit-chain.md"));
    var loop = document.substring(document.indexOf("```sh\n") + 6);
    Files.copy(FIXTURES.resolve("chain-entry-changed.jsonl"), folder.resolve("chain-whole.jsonl"));

    assertThat(run(loop.substring(0, loop.indexOf("```")), folder)).isNotZero();
  }

  @Test
  void theListOfEventsIsComplete() throws Exception {
    var document = Files.readString(Path.of("docs", "formats", "audit-chain.md"));

    for (var event : Event.values()) {
      assertThat(document).contains("`" + event.word() + "`");
    }
  }

  private int run(String script, Path where) throws Exception {
    var command =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script).directory(where.toFile());
    command.environment().put("T", folder.toString());
    var process = command.redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }
}
