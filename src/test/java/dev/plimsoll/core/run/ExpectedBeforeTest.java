package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExpectedBeforeTest {
  @TempDir Path folder;

  private record Expecting(String expected) implements Verb {
    @Override
    public String word() {
      return "expecting";
    }

    @Override
    public VerbKind kind() {
      return VerbKind.CHECK;
    }

    @Override
    public List<String> describe() {
      return List.of();
    }
  }

  @Test
  void whatIsKnownIsFilledInBeforeAStepHasRun() {
    var desk = new RunDesk(folder);
    desk.parameters = Map.of("url", "http://127.0.0.1:8911");
    var verb =
        new Expecting(
            "body == {version}; header \"Location\" == {url}/x; body contains {captured.a.id};"
                + " body != {secret.KEY}; body contains ${HOME}; body contains {{x}");
    try (var session = desk.open(RunDesk.step("a", verb))) {
      assertThat(session.view().step("a").orElseThrow().expected())
          .isEqualTo(
              "body == 1.0.0; header \"Location\" == http://127.0.0.1:8911/x; body contains"
                  + " {captured.a.id}; body != {secret.KEY}; body contains ${HOME}; body contains"
                  + " {x}");
    }
  }
}
