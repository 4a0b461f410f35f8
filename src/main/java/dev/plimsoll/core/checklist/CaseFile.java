package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import java.util.List;

/// The cases of one file under `.plimsoll/checklists/tests/`.
///
/// @param checklist id of the one they are about
public record CaseFile(String checklist, List<StepCase> cases, Position at) {
  public CaseFile {
    cases = List.copyOf(cases);
  }
}
