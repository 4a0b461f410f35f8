package dev.plimsoll.processes;

import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.Verb;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What carries a requirement.
sealed interface Carrier {
  List<String> ids();

  /// @param place `process/checklist`
  record ByStep(String place, Step step) implements Carrier {
    @Override
    public List<String> ids() {
      return step.words().covers();
    }

    String path() {
      return place + "/" + step.id();
    }

    String verbs() {
      return Stream.concat(Stream.of(step.verb()), step.reports().stream())
          .map(Verb::word)
          .collect(Collectors.joining(", "));
    }
  }

  /// A line `# waits: ID, ID needs VERB: remark`.
  record Waiting(List<String> ids, String place, String verb, String remark) implements Carrier {}

  /// A line `# product: ID, ID sentence`.
  record ByProduct(List<String> ids, String sentence) implements Carrier {}
}
