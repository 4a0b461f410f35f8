package dev.plimsoll.core.check.env;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The verb `env`.
///
/// @param file the dotenv file, relative to the repository
/// @param example what its keys are compared with, or null
/// @param absolute whether paths that it names may lie outside the repository
public record EnvRules(
    String file,
    @Nullable String example,
    EnvFacts.KeyNames names,
    boolean absolute,
    List<EnvRule> rules)
    implements Verb {
  public EnvRules {
    rules = List.copyOf(rules);
  }

  @Override
  public String word() {
    return "env";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return file + ": " + rules.stream().map(EnvRule::words).collect(Collectors.joining("; "));
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    lines.add("reads " + file + (example == null ? "" : " and " + example) + ", showing no value");
    rules.forEach(rule -> lines.add("looks whether it has " + rule.words()));
    return lines;
  }
}
