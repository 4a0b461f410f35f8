package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import java.util.ArrayList;
import java.util.List;

/// `example`: every key of one file stands in the other.
///
/// @param optional keys of the example that the file may lack
record SameKeys(String example, List<String> optional) implements EnvRule {
  SameKeys {
    optional = List.copyOf(optional);
  }

  @Override
  public String words() {
    return "the keys of " + example;
  }

  @Override
  public Clause check(EnvFacts facts) {
    var shown = facts.example();
    if (shown == null) {
      throw new IllegalStateException("the example was not read");
    }
    var findings = new ArrayList<>(shown.flaws());
    for (var key : facts.env().keys()) {
      if (!EnvFacts.holds(facts.names().family(key), shown)) {
        findings.add(
            facts.error(
                key,
                key + " is not in " + example + ".",
                "Add it there without its value, or remove it."));
      }
    }
    for (var key : shown.keys()) {
      if (!optional.contains(key) && !EnvFacts.holds(facts.names().family(key), facts.env())) {
        findings.add(
            Finding.error(
                key + " is not in " + facts.env().file() + ".",
                shown.at(key),
                "Set it there, or name it under optional."));
      }
    }
    if (shown.keys().isEmpty()) {
      return Clause.broken(
          example + " names no key",
          Finding.error(example + " names no key.", shown.at(""), "Name every key in it."));
    }
    return findings.isEmpty()
        ? Clause.held(facts.env().keys().size() + " keys, as in " + example)
        : Clause.broken("keys not as in " + example, findings);
  }
}
