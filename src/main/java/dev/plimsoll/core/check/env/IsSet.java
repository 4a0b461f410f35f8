package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import java.util.ArrayList;

/// `set`: a key has a value that somebody chose.
record IsSet(String key) implements EnvRule {
  @Override
  public String words() {
    return key + " set";
  }

  @Override
  public Clause check(EnvFacts facts) {
    var present = facts.present(key);
    if (present.isEmpty()) {
      return Clause.broken(
          key + " missing",
          facts.error(key, facts.words(key) + " is not in " + facts.env().file() + ".", "Set it."));
    }
    var findings = new ArrayList<Finding>();
    for (var name : present) {
      if (facts.refers(name)) {
        return Clause.unclear(
            name + " refers to another variable",
            facts.error(
                name,
                name + " refers to another variable, which is not looked up.",
                "Write its value out, or ask for the other variable."));
      }
      var flaw = facts.flaw(name);
      // of two names one may be left empty
      if (flaw != null
          && !(present.size() > 1 && facts.value(name).isBlank() && othersHold(facts))) {
        findings.add(facts.error(name, name + " " + flaw + ".", "Choose a value of your own."));
      }
    }
    var differing =
        present.stream().map(facts::value).filter(value -> !value.isBlank()).distinct().count() > 1;
    if (differing) {
      findings.add(
          facts.error(
              present.getLast(),
              String.join(" and ", present) + " are two names of one setting, and differ.",
              "Keep one of them."));
    }
    return findings.isEmpty()
        ? Clause.held(facts.chosen(key) + " set")
        : Clause.broken(key + " not usable", findings);
  }

  private boolean othersHold(EnvFacts facts) {
    return facts.present(key).stream().anyMatch(name -> !facts.value(name).isBlank());
  }
}
