package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.clause.Clause;
import java.util.List;

/// `oneOf`: a key has one of the known values.
record OneOf(String key, List<String> values) implements EnvRule {
  OneOf {
    values = List.copyOf(values);
  }

  @Override
  public String words() {
    return key + " one of " + String.join(", ", values);
  }

  @Override
  public Clause check(EnvFacts facts) {
    var name = facts.chosen(key);
    if (name == null) {
      return Clause.broken(
          key + " missing",
          facts.error(key, facts.words(key) + " is not in " + facts.env().file() + ".", "Set it."));
    }
    if (facts.refers(name)) {
      return Clause.unclear(
          name + " refers to another variable",
          facts.error(name, name + " refers to another variable, which is not looked up.", null));
    }
    return values.stream().map(facts.place().resolve()).toList().contains(facts.value(name))
        ? Clause.held(name + " known")
        : Clause.broken(
            name + " not known",
            facts.error(
                name,
                name + " has none of the known values.",
                "Use one of: " + String.join(", ", values) + "."));
  }
}
