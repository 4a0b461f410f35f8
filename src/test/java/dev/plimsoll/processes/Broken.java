package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestInfo;

/// Holds a walk against the steps that its test says it breaks.
final class Broken {
  private Broken() {}

  /// Exactly the steps that [Breaks] names did not pass.
  static void exactly(TestInfo test, Walk walk) {
    var meant = test.getTestMethod().orElseThrow().getAnnotation(Breaks.class).value();
    assertThat(walk.failed())
        .as(walk.told())
        .isEqualTo(
            Arrays.stream(meant)
                .map(step -> step.substring(step.indexOf('/') + 1))
                .collect(Collectors.toSet()));
  }
}
