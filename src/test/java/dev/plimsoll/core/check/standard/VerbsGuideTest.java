package dev.plimsoll.core.check.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.checklist.ChecklistReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.VerbReader;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whoever copies a step out of the guide gets one that works.
class VerbsGuideTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
  private static final String HEAD =
      """
      schema: plimsoll/checklist/v1
      id: guide
      title: Every example of the guide
      category: pre-release
      sections:
        - id: all
          title: All
          steps:
      """;

  @Test
  void everyStepOfTheGuideIsRead() throws IOException {
    var guide = Files.readString(Path.of("docs/guides/verbs.md"));
    var steps =
        EXAMPLE
            .matcher(guide)
            .results()
            .map(example -> example.group(1).indent(6))
            .collect(Collectors.joining());
    var findings = new Findings();
    var source = new Checklist.Source("guide.yaml", "0".repeat(64), HEAD + steps);
    var checklist = new ChecklistReader(StandardVerbs.all().readers()).read(source, findings);

    assertThat(findings.list()).isEmpty();
    assertThat(checklist).isNotNull();
    var shown = new HashSet<String>();
    checklist.steps().map(Step::verb).forEach(verb -> shown.add(verb.word()));
    checklist
        .steps()
        .flatMap(step -> step.reports().stream())
        .forEach(verb -> shown.add(verb.word()));
    assertThat(shown)
        .as("verbs with an example")
        .containsAll(StandardVerbs.all().readers().stream().map(VerbReader::word).toList())
        .contains("ask", "sign-off");
  }
}
