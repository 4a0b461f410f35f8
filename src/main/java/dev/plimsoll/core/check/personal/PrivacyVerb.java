package dev.plimsoll.core.check.personal;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks for what belongs to people in what is exported.
public final class PrivacyVerb implements VerbDefinition<PersonalTraces> {
  private static final String INTENT = "Exports not read";
  private static final long LARGEST = 64L << 20;
  private static final int MOST_NAMED = 50;

  @Override
  public String word() {
    return "personal-data";
  }

  @Override
  public Class<PersonalTraces> type() {
    return PersonalTraces.class;
  }

  @Override
  public @Nullable PersonalTraces read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' does not apply to 'personal-data'.", "Say it under allow.");
    }
    return new PersonalTracesReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(PersonalTraces verb, StepContext context) throws InterruptedException {
    var paths = new RepositoryPaths(context.subject().root());
    var detector = new Detector(verb, names(verb, paths, context));
    var clauses = new ArrayList<Clause>();
    for (var pattern : verb.exports()) {
      var wanted = context.variables().resolve(pattern);
      var files = new TreeSet<>(paths.matching(wanted));
      if (files.isEmpty()) {
        clauses.add(
            Clause.broken("no " + wanted, Finding.error("No file is there under " + wanted + ".")));
      }
      for (var file : files) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        clauses.add(judge(paths.shown(file), file, detector));
      }
    }
    return Conclusion.of(Clause.outcome(clauses), context.variables().resolve(verb.expected()));
  }

  private static NameList names(PersonalTraces verb, RepositoryPaths paths, StepContext context) {
    if (verb.wordList() == null) {
      return NameList.of("");
    }
    var name = context.variables().resolve(verb.wordList());
    try {
      var list = NameList.of(Files.readString(paths.inside(name)));
      if (list.isEmpty()) {
        throw Problem.of(INTENT, "The list " + name + " holds no name.", "Fill it in.");
      }
      return list;
    } catch (IOException unreadable) {
      throw Problem.of(
          INTENT,
          "The list " + name + " cannot be read.",
          "Create it, or correct words.",
          unreadable);
    }
  }

  private static Clause judge(String name, Path file, Detector detector) {
    var findings = new ArrayList<Finding>();
    var counts = new int[3];
    try {
      if (Files.size(file) > LARGEST) {
        return unclear(name, "is larger than 64 MiB");
      }
      var text = Files.readString(file);
      Exports.of(name, text.startsWith("\uFEFF") ? text.substring(1) : text)
          .each(piece -> {
            counts[0] += piece.kind() == Piece.Kind.NAME ? 0 : 1;
            var trace = detector.trace(piece);
            if (Detector.UNDECIDED.equals(trace)) {
              counts[2]++;
            } else if (trace != null && ++counts[1] <= MOST_NAMED) {
              findings.add(finding(name, piece, trace));
            }
          });
    } catch (IOException unreadable) {
      // the words of a character-coding exception are for programmers
      var why =
          unreadable instanceof CharacterCodingException
              ? "is no UTF-8 text"
              : "cannot be read: " + unreadable.getMessage();
      return findings.isEmpty()
          ? unclear(name, why)
          : Clause.broken(name + " holds personal data", findings);
    }
    if (counts[1] > MOST_NAMED) {
      findings.add(Finding.error("And " + (counts[1] - MOST_NAMED) + " more in " + name + "."));
    }
    if (!findings.isEmpty()) {
      return Clause.broken(counts[1] + " in " + name, List.copyOf(findings));
    }
    if (counts[2] > 0) {
      return unclear(name, "holds " + counts[2] + " values that take too long to search");
    }
    return counts[0] == 0
        ? unclear(name, "holds nothing")
        : Clause.held("none in " + counts[0] + " values of " + name);
  }

  private static Finding finding(String name, Piece piece, String trace) {
    return Finding.error(
        (piece.field().isEmpty() ? "This line" : "'" + piece.field() + "'")
            + " holds "
            + trace
            + ".",
        Position.of(name, piece.line()),
        "Redact or hash it before it is exported.");
  }

  private static Clause unclear(String name, String why) {
    return Clause.unclear(
        name + " not judged",
        Finding.error(name + " " + why + ".", Position.of(name), "Look at it."));
  }
}
