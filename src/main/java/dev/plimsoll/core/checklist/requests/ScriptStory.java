package dev.plimsoll.core.checklist.requests;

import java.util.ArrayList;

/// Puts what a line of a test script says into the request, and tells it.
final class ScriptStory {
  private ScriptStory() {}

  static void tell(ScriptLines.Taken taken, DraftRequest draft, int line, Story story) {
    taken.expected().forEach(draft::expect);
    taken.captures().forEach(captured -> draft.capture(captured.name(), captured.query()));
    if (!taken.unknown().isEmpty()) {
      story.unmapped(line, "not plain enough: " + String.join("; ", taken.unknown()));
      return;
    }
    var words = new ArrayList<String>();
    taken.expected().forEach(expected -> words.add("expects " + expected));
    taken.captures().forEach(captured -> words.add("keeps " + captured.name()));
    story.mapped(line, words.isEmpty() ? "the frame of a test" : String.join("; ", words));
  }
}
