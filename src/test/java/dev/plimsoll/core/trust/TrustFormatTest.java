package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that `docs/formats/trust.md` offers for checking do check.
class TrustFormatTest {
  @TempDir Path folder;

  @Test
  void everyShellCommandOfTheFormatDocumentSucceeds() throws IOException {
    List<String> blocks = blocks(Files.readString(Path.of("docs", "formats", "trust.md")));
    assertThat(blocks).hasSize(6);
    for (String block : blocks) {
      // a line that begins with "!" must fail, and errexit does not see such lines
      String script = block.replaceAll("(?m)^! (.*)$", "if $1; then exit 1; fi");
      Tool.Ran ran =
          Tool.in(Fixtures.path(""))
              .with("T", folder.toString())
              .run("bash", "-euo", "pipefail", "-c", script);
      assertThat(ran.succeeded()).as(block + ran.output()).isTrue();
    }
  }

  private static List<String> blocks(String document) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = Pattern.compile("(?s)```sh\n(.*?)```").matcher(document);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }
}
