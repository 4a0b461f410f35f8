package dev.plimsoll.core.check;

import dev.plimsoll.core.checklist.VerbReader;
import dev.plimsoll.core.model.Verb;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words of the checklist language that can be carried out. Immutable, thread-safe.
///
/// The questions (`ask`, `sign-off`) are not among them: a person answers those.
public final class Verbs {
  private final Map<Class<?>, VerbDefinition<?>> byType = new LinkedHashMap<>();

  private Verbs(List<VerbDefinition<?>> definitions) {
    definitions.forEach(definition -> byType.put(definition.type(), definition));
  }

  public static Verbs of(List<VerbDefinition<?>> definitions) {
    return new Verbs(definitions);
  }

  /// What the reader of checklists needs.
  public Collection<VerbReader> readers() {
    return List.copyOf(byType.values());
  }

  /// @throws IllegalArgumentException for a verb that is not carried out here
  public Conclusion carryOut(Verb verb, StepContext context) throws InterruptedException {
    var definition = byType.get(verb.getClass());
    if (definition == null) {
      throw new IllegalArgumentException("no definition of the verb " + verb.word());
    }
    return carryOut(definition, verb, context);
  }

  private static <V extends Verb> Conclusion carryOut(
      VerbDefinition<V> definition, Verb verb, StepContext context) throws InterruptedException {
    return definition.carryOut(definition.type().cast(verb), context);
  }
}
