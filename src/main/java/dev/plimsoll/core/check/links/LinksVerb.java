package dev.plimsoll.core.check.links;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks where the links of documents lead. Reads one document at a time, however many there are;
/// nothing is asked of the network.
public final class LinksVerb implements VerbDefinition<Links> {
  @Override
  public String word() {
    return "links";
  }

  @Override
  public Class<Links> type() {
    return Links.class;
  }

  @Override
  public @Nullable Links read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'links'.", "Say it under links.");
    }
    return new LinksReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(Links verb, StepContext context) throws InterruptedException {
    var resolved =
        new Links(
            resolved(verb.in(), context),
            resolved(verb.except(), context),
            resolved(verb.ignore(), context),
            verb.anchors(),
            verb.mentions());
    try {
      var names = FileNames.of(context.subject().root());
      context.tap().line("note", names.files().size() + " files in the repository");
      return Conclusion.of(new LinkWalk(resolved, names, context).outcome(), resolved.expected());
    } catch (IOException unreadable) {
      return Conclusion.of(
          new Outcome.Unavailable("the repository cannot be read"), resolved.expected());
    }
  }

  private static List<String> resolved(List<String> globs, StepContext context) {
    return globs.stream().map(context.variables()::resolve).toList();
  }

  static List<Glob> patterns(List<String> globs) {
    return globs.stream().map(Glob::of).toList();
  }
}
