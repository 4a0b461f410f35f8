package dev.plimsoll.core.check.files;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;
import java.util.stream.Collectors;

/// The verb `files`: rules, all of which must hold.
public record FileRules(List<FileRule> rules) implements Verb {
  public FileRules {
    rules = List.copyOf(rules);
  }

  @Override
  public String word() {
    return "files";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return rules.stream().map(FileRule::words).collect(Collectors.joining("; "));
  }

  @Override
  public List<String> describe() {
    return rules.stream().map(rule -> "looks whether " + rule.words()).toList();
  }
}
