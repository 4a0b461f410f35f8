package dev.plimsoll.core.check.changelog;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.ChangelogFile;
import dev.plimsoll.core.release.VersionScheme;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds a changelog against the rules of Keep a Changelog.
public final class ChangelogVerb implements VerbDefinition<ChangelogRules> {
  private static final String INTENT = "Changelog not read";
  private static final long LARGEST = 16L << 20;

  @Override
  public String word() {
    return "changelog";
  }

  @Override
  public Class<ChangelogRules> type() {
    return ChangelogRules.class;
  }

  @Override
  public @Nullable ChangelogRules read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' does not apply to 'changelog'.", "Say it under changelog.");
    }
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      return checked(
          new ChangelogRules(
              RepositoryPaths.normalised(scalar.text()), true, false, true, false, null),
          value,
          findings);
    }
    var fields = FieldReader.of(value, "'changelog'", findings);
    if (fields == null) {
      return null;
    }
    var file = fields.text("file");
    var table = table(fields, findings);
    var usual = table == null || file != null;
    var rules =
        new ChangelogRules(
            file == null ? ChangelogRules.USUAL_FILE : RepositoryPaths.normalised(file),
            fields.flag("section", usual),
            fields.flag("unreleasedEmpty", false),
            fields.flag("order", usual),
            fields.flag("dates", false),
            table);
    fields.done();
    return checked(rules, value, findings);
  }

  private static ChangelogRules.@Nullable Table table(FieldReader fields, Findings findings) {
    var table = fields.fields("table");
    if (table == null) {
      return null;
    }
    var file = table.requiredText("file");
    var heading = table.text("heading");
    table.done();
    var flaw = RepositoryPaths.flaw(file);
    if (flaw != null) {
      findings.error(table.at("file"), flaw, "Name a file inside the repository.");
    }
    return new ChangelogRules.Table(RepositoryPaths.normalised(file), heading);
  }

  private static @Nullable ChangelogRules checked(
      ChangelogRules rules, Node node, Findings findings) {
    var flaw = RepositoryPaths.flaw(rules.file());
    if (flaw != null) {
      findings.error(node.at(), flaw, "Name a file inside the repository.");
      return null;
    }
    if (!rules.looksAtChangelog() && rules.table() == null) {
      findings.error(node.at(), "'changelog' looks at nothing here.", "Leave section or order on.");
      return null;
    }
    return rules;
  }

  @Override
  public Conclusion carryOut(ChangelogRules verb, StepContext context) {
    var subject = context.subject();
    var schemes = VersionScheme.ofWords(subject.project().rules().version().schemes());
    var today = LocalDate.now(context.workplace().clock());
    var judgement = new ChangelogJudgement(verb, schemes, subject.candidate().version(), today);
    var clauses = new ArrayList<Clause>();
    if (verb.looksAtChangelog()) {
      var place = new RepositoryPaths(subject.root()).inside(verb.file());
      if (!Files.isRegularFile(place)) {
        return Conclusion.of(missing(verb.file()), verb.expected());
      }
      clauses.addAll(judgement.judge(ChangelogFile.parse(verb.file(), text(verb.file(), place))));
    }
    if (verb.table() != null) {
      clauses.add(table(verb.table(), context, today));
    }
    return Conclusion.of(Clause.outcome(clauses), verb.expected());
  }

  private static Clause table(ChangelogRules.Table table, StepContext context, LocalDate today) {
    var place = new RepositoryPaths(context.subject().root()).inside(table.file());
    if (!Files.isRegularFile(place)) {
      return Clause.broken(
          "no " + table.file(),
          Finding.error(
              "The file " + table.file() + " is not there.",
              Position.of(table.file()),
              "Create it, or correct 'file'."));
    }
    var version = context.subject().candidate().version();
    return new VersionTableJudgement(table, version, today).judge(text(table.file(), place));
  }

  private static Outcome missing(String file) {
    var finding =
        new Finding(
            Severity.ERROR,
            "The file " + file + " is not there.",
            Position.of(file),
            "Create it as keepachangelog.com describes, or correct 'file'.");
    return new Outcome.Failed("no changelog", List.of(finding));
  }

  private static String text(String file, Path place) {
    try {
      if (Files.size(place) > LARGEST) {
        throw Problem.of(INTENT, file + " is larger than 16 MiB.", "Name a smaller file.");
      }
      return Files.readString(place);
    } catch (CharacterCodingException noText) {
      throw Problem.of(INTENT, file + " is not UTF-8 text.", "Save it as UTF-8.", noText);
    } catch (IOException unreadable) {
      throw Problem.of(INTENT, file + " cannot be read.", "See who may read it.", unreadable);
    }
  }
}
