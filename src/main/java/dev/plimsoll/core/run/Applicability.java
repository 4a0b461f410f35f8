package dev.plimsoll.core.run;

import dev.plimsoll.core.checklist.Expression;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Step;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which steps a condition of the checklist rules out for this run, and in which words. Pure.
final class Applicability {
  private Applicability() {}

  /// @param type of the release now
  /// @param scope what conditions may name; `steps.ID.outcome` is where an earlier step stands
  /// @return `only for minor and major releases`, `when type == "minor": type is patch.`, or null
  ///   where the step applies
  static @Nullable String ruledOut(
      Section section, Step step, ReleaseType type, Expression.Scope scope) {
    var words = words(section, step, type);
    return words == null ? condition(step, scope) : words;
  }

  private static @Nullable String words(Section section, Step step, ReleaseType type) {
    if (!section.types().isEmpty() && !section.types().contains(type)) {
      return "only for " + list(section.types()) + " releases";
    }
    var types = step.rules().types();
    return types.isEmpty() || types.contains(type) ? null : "only for " + list(types) + " releases";
  }

  private static @Nullable String condition(Step step, Expression.Scope scope) {
    var when = step.rules().when();
    if (when == null) {
      return null;
    }
    try {
      var value = Expression.parse(when).evaluate(scope);
      return value.isFalse() ? "when " + when + ": " + value.sentence() : null;
    } catch (Expression.Malformed malformed) {
      // Lint refuses such a checklist before it runs; a step whose condition says nothing applies.
      return null;
    }
  }

  private static String list(Set<ReleaseType> types) {
    return String.join(" and ", new TreeSet<>(types).stream().map(ReleaseType::word).toList());
  }
}
