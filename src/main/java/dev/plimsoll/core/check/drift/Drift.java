package dev.plimsoll.core.check.drift;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;

/// The verb `drift`.
///
/// @param routes files in which the routes of addresses stand; addresses are left out where empty
/// @param ignore patterns of names that are not there on purpose
public record Drift(List<String> routes, List<String> ignore) implements Verb {
  public Drift {
    routes = List.copyOf(routes);
    ignore = List.copyOf(ignore);
  }

  @Override
  public String word() {
    return "drift";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return "all that the checklists mention is there";
  }

  @Override
  public List<String> describe() {
    return List.of("holds the checklists against the repository");
  }
}
