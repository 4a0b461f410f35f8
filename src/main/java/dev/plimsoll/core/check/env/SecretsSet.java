package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.placeholder.Placeholders;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `secrets`: every key that names a secret has a value of its own, or its rotation is recorded.
///
/// @param except keys that look like secrets and are none, or may be empty
/// @param rotations a file that says by key on which day it was rotated, or null
record SecretsSet(List<String> except, @Nullable String rotations) implements EnvRule {
  SecretsSet {
    except = List.copyOf(except);
  }

  @Override
  public String words() {
    return "every secret non-default"
        + (rotations == null ? "" : ", or its rotation recorded in " + rotations);
  }

  @Override
  public Clause check(EnvFacts facts) {
    var broken = new ArrayList<Finding>();
    var unsure = new ArrayList<Finding>();
    var references = new ArrayList<Finding>();
    var seen = 0;
    for (var name : facts.env().keys()) {
      if (!Placeholders.namesSecret(name) || except.contains(name)) {
        continue;
      }
      seen++;
      var flaw = facts.flaw(name);
      if (facts.refers(name)) {
        references.add(facts.error(name, name + " refers to another variable.", "Write it out."));
      } else if (flaw != null && !otherNameHolds(facts, name)) {
        judge(facts, name, flaw, broken, unsure);
      }
    }
    if (seen == 0) {
      return Clause.unclear(
          "no secret found",
          Finding.error(
              "No key in " + facts.env().file() + " names a secret.",
              facts.env().at(""),
              "Name the keys under set."));
    }
    if (!broken.isEmpty()) {
      return Clause.broken("secrets with a default", broken);
    }
    if (!references.isEmpty()) {
      return new Clause(Clause.Verdict.UNCLEAR, "secrets that refer to others", references);
    }
    return unsure.isEmpty()
        ? Clause.held(seen + " secrets non-default")
        : Clause.doubtful(seen + " secrets, some by their recorded rotation", unsure);
  }

  private static boolean otherNameHolds(EnvFacts facts, String name) {
    return facts.value(name).isBlank()
        && facts.names().family(name).stream().anyMatch(other -> !facts.value(other).isBlank());
  }

  private void judge(
      EnvFacts facts, String name, String flaw, List<Finding> broken, List<Finding> unsure) {
    var recorded =
        rotations == null
            ? null
            : RecordedDate.read(
                facts.place().root(), facts.place().resolve().apply(rotations) + "#" + name);
    if (recorded != null && RecordedDate.parse(recorded.text()) != null) {
      unsure.add(
          new Finding(
              Severity.WARNING,
              name + " " + flaw + ", though its rotation is recorded.",
              facts.env().at(name),
              "See whether the rotation reached this file."));
    } else {
      broken.add(
          facts.error(
              name,
              name + " " + flaw + ".",
              rotations == null
                  ? "Choose a value of your own."
                  : "Choose a value of your own, or record its rotation in " + rotations + "."));
    }
  }
}
