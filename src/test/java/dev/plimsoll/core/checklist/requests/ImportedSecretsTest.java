package dev.plimsoll.core.checklist.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.checklist.markdown.SourceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ImportedSecretsTest {
  @Test
  void aPasswordThatIsAWordOfAPlaceholderLeavesThePlaceholderWhole() {
    var imported =
        RequestImport.curl(
            "x", "curl -u ada:secret -H 'X-API-Key: 9f8e7d6c5b' http://localhost/echo", null);

    assertThat(imported.yaml().orElseThrow())
        .contains("\"X-API-Key\": \"{secret.API_KEY}\"")
        .contains("Name under secrets in .plimsoll/project.yaml: API_KEY, BASIC_AUTH.");
  }

  @Test
  void aShortSecretLeavesNothingOfALongerOne() {
    var imported =
        RequestImport.curl(
            "x",
            "curl -u ada:heron -H 'X-API-Key: heron-in-the-reeds' http://localhost/echo",
            null);

    assertThat(imported.yaml().orElseThrow())
        .contains("\"X-API-Key\": \"{secret.API_KEY}\"")
        .doesNotContain("reeds");
    assertThat(imported.lines()).extracting(SourceLine::text).noneMatch(it -> it.contains("reeds"));
  }
}
