package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Traffic;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A check whose conclusion the test writes.
record Scripted(String name, VerbKind kind, Script script, List<Traffic> traffic) implements Verb {
  Scripted(String name, VerbKind kind, Script script) {
    this(name, kind, script, List.of());
  }

  interface Script {
    Conclusion run(StepContext context) throws InterruptedException;
  }

  static Scripted check(String name, Script script) {
    return new Scripted(name, VerbKind.CHECK, script);
  }

  @Override
  public String word() {
    return "scripted";
  }

  @Override
  public String expected() {
    return "as the test says";
  }

  @Override
  public List<String> describe() {
    return List.of("plays " + name);
  }

  static final class Definition implements VerbDefinition<Scripted> {
    @Override
    public Class<Scripted> type() {
      return Scripted.class;
    }

    @Override
    public String word() {
      return "scripted";
    }

    @Override
    public @Nullable Verb read(Node value, @Nullable Node expect, Findings findings) {
      throw new UnsupportedOperationException("not read from a file");
    }

    @Override
    public Conclusion carryOut(Scripted verb, StepContext context) throws InterruptedException {
      return verb.script().run(context);
    }
  }
}
