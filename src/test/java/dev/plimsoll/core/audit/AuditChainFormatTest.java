package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
    var document = Files.readString(Path.of("docs", "formats", "audit-chain.md"));
    var blocks =
        Pattern.compile("(?s)```sh\n(.*?)```")
            .matcher(document)
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertThat(blocks).hasSize(2);

    for (var block : blocks) {
      assertThat(run(block, FIXTURES)).as(block).isZero();
    }
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
