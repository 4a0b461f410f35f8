package dev.plimsoll.core.check.container;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;
import java.util.stream.Collectors;

/// The verb `container`: rules, all of which must hold.
public record ContainerRules(List<ContainerRule> rules) implements Verb {
  public ContainerRules {
    rules = List.copyOf(rules);
  }

  @Override
  public String word() {
    return "container";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return rules.stream().map(ContainerRule::words).collect(Collectors.joining("; "));
  }

  @Override
  public List<String> describe() {
    return rules.stream().map(ContainerRule::describe).distinct().toList();
  }
}
