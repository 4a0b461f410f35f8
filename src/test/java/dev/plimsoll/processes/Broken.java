package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestInfo;

/// Holds a walk against the steps that its test says it breaks.
final class Broken {
  private Broken() {}

  /// Exactly the steps that [Breaks] names did not pass, each with a file and a line but those that
  /// it excepts.
  static void exactly(TestInfo test, Walk walk) {
    var meant = meant(test).value();
    assertThat(walk.failed())
        .as(walk.told())
        .isEqualTo(
            Arrays.stream(meant)
                .map(step -> step.substring(step.indexOf('/') + 1))
                .collect(Collectors.toSet()));
    inLines(test, step -> walk.findings(step.substring(step.indexOf('/') + 1)));
  }

  /// Exactly the steps that [Breaks] names fail, as [#exactly(TestInfo, Walk)].
  static void exactly(TestInfo test, SampleTeam team) throws InterruptedException {
    assertThat(team.failures(test)).isEqualTo(Set.of(meant(test).value()));
    inLines(
        test,
        step -> {
          var parts = step.split("/");
          return team.findings(parts[1], parts[2]);
        });
  }

  private static void inLines(TestInfo test, Function<String, List<Finding>> findings) {
    var unplaced = new TreeMap<String, List<Finding>>();
    for (var step : meant(test).value()) {
      var found = findings.apply(step);
      if (found.stream().noneMatch(finding -> finding.at() != null && finding.at().line() > 0)) {
        unplaced.put(step.substring(step.lastIndexOf('/') + 1), found);
      }
    }
    assertThat(unplaced.keySet())
        .as("steps that point at no line: %s", unplaced)
        .isEqualTo(new TreeSet<>(List.of(meant(test).inNoLine())));
  }

  private static Breaks meant(TestInfo test) {
    return test.getTestMethod().orElseThrow().getAnnotation(Breaks.class);
  }
}
