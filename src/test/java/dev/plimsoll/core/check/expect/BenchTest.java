package dev.plimsoll.core.check.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Nodes;
import dev.plimsoll.core.checklist.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  @TempDir Path root;

  @BeforeEach
  void schema() throws Exception {
    write(
        "ship.json",
        """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
         "properties": {"name": {"type": "string", "pattern": "^[A-Z]"},
                        "decks": {"type": "array", "items": {"$ref": "#/$defs/deck"}, "minItems": 1}},
         "required": ["name"], "$defs": {"deck": {"type": "integer", "minimum": 1}}}
        """);
  }

  @Test
  void aDocumentThatFitsIsMet() {
    assertThat(judge("ship.json", "{\"name\": \"Ada\", \"decks\": [1, 2]}"))
        .containsExactly(new Verdict.Met());
  }

  @Test
  void everyErrorIsNamedWithItsPlace() {
    assertThat(judge("ship.json", "{\n \"name\": \"ada\",\n \"decks\": [\n  1,\n  \"two\"]}"))
        .hasSize(2)
        .extracting(Object::toString)
        .anyMatch(text -> text.contains("line 2, /name: "))
        .anyMatch(text -> text.contains("line 5, /decks/1: "));
  }

  @Test
  void whatIsNoJsonIsMissed() {
    assertThat(judge("ship.json", "all good").getFirst())
        .isInstanceOfSatisfying(
            Verdict.Missed.class,
            missed -> assertThat(missed.sentence()).contains("no JSON: line 1, 'all good'"));
  }

  @Test
  void aSchemaThatIsNotThereOrNoSchemaIsUnclear() throws Exception {
    write("broken.json", "{\"type\": ");
    write("remote.json", "{\"$ref\": \"https://schemas.example.org/ship.json\"}");
    write("dangling.json", "{\"$ref\": \"#/$defs/none\"}");
    write("out.json", "{\"$ref\": \"file:///etc/hostname\"}");
    for (var file :
        List.of("gone.json", "broken.json", "remote.json", "dangling.json", "out.json")) {
      assertThat(judge(file, "{}").getFirst()).as(file).isInstanceOf(Verdict.Unclear.class);
    }
  }

  @Test
  void aPatternThatRunsAwayIsUnclear() throws Exception {
    write("slow.json", "{\"pattern\": \"^(((a*)*)*)*$\"}");
    assertThat(judge("slow.json", "\"" + "a".repeat(60) + "b\"").getFirst())
        .isInstanceOf(Verdict.Unclear.class);
  }

  private List<Verdict> judge(String schema, String output) {
    var findings = new Findings();
    var read =
        new ExpectationReader(Map.of("stdout", QueryKind.TEXT), findings)
            .read(Nodes.of("stdout jsonschema \"" + schema + "\""));
    assertThat(findings.list()).isEmpty();
    return new Bench(root).judge(read.getFirst(), new Fact.Text(output, true));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(root.resolve(name), text);
  }
}
