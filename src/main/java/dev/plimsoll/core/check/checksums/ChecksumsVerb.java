package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds files against recorded SHA-256 digests, and keeps the digests that it found as
/// `checksums.txt`.
public final class ChecksumsVerb implements VerbDefinition<Checksums> {
  @Override
  public String word() {
    return "checksums";
  }

  @Override
  public Class<Checksums> type() {
    return Checksums.class;
  }

  @Override
  public @Nullable Checksums read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' does not apply to 'checksums'.", "Say it under checksums.");
    }
    return new ChecksumsReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(Checksums verb, StepContext context) throws InterruptedException {
    var resolved = resolved(verb, context);
    var facts = new ListedFiles(context).read(resolved);
    keep(facts, context);
    return Conclusion.of(new ChecksumsJudgement(resolved).judge(facts), resolved.expected());
  }

  private static Checksums resolved(Checksums verb, StepContext context) {
    var variables = context.variables();
    return new Checksums(
        verb.lists().stream().map(variables::resolve).toList(),
        verb.form(),
        verb.base() == null ? null : variables.resolve(verb.base()),
        verb.complete().stream().map(variables::resolve).toList(),
        verb.atLeast(),
        verb.tolerate());
  }

  /// The digests as they are now, in the form of `sha256sum`, paths from the top of the repository.
  private static void keep(ChecksumsFacts facts, StepContext context) {
    var digests = new TreeMap<String, String>();
    for (var file : facts.files()) {
      var digest = file.sha256();
      if (digest != null) {
        digests.put(file.path(), digest);
      }
    }
    if (digests.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    digests.forEach((path, digest) -> text.append(SumLines.line(digest, path)).append('\n'));
    try {
      context
          .tap()
          .keep(
              "checksums.txt",
              "text/plain; charset=utf-8",
              new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException full) {
      throw Problem.of(
          "Checksums not kept",
          "checksums.txt cannot be stored as evidence: " + full.getMessage() + ".",
          "See that the disk has space, and run the step again.",
          full);
    }
  }
}
