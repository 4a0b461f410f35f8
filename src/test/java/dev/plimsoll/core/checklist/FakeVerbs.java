package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Readers that take anything, for tests of what stands around the verbs.
final class FakeVerbs {
  static final List<VerbReader> ALL =
      List.of(
          new Reader("command", VerbKind.CHECK),
          new Reader("git", VerbKind.CHECK),
          new Reader("report", VerbKind.CHECK),
          new Reader("tag", VerbKind.ACTION));

  private FakeVerbs() {}

  record Taken(String word, VerbKind kind, String expected) implements Verb {
    @Override
    public List<String> describe() {
      return List.of("does " + word);
    }
  }

  private record Reader(String word, VerbKind kind) implements VerbReader {
    @Override
    public Verb read(Node value, @Nullable Node expect, Findings findings) {
      return new Taken(word, kind, expect == null ? "" : expect.kind());
    }
  }
}
