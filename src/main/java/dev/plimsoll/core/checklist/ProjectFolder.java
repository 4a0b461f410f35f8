package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.Verb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A repository's `.plimsoll/` as a whole: the project, its checklists, everything that is wrong
/// with them, and the digest that trust is given to. An immutable snapshot: the digest is over the
/// very bytes that were parsed.
///
/// @param project null where `project.yaml` is missing or has errors
/// @param checklists those without errors, ordered by file name
/// @param findings ordered by file, line and column
/// @param signers text of `allowed_signers`, or null where there is none
/// @param digest SHA-256 over everything under `.plimsoll/`, lower-case hex; defined in
///   docs/formats/project.md
public record ProjectFolder(
    @Nullable Project project,
    List<Checklist> checklists,
    List<Finding> findings,
    String digest,
    @Nullable String signers) {
  public ProjectFolder {
    checklists = List.copyOf(checklists);
    findings = List.copyOf(findings);
  }

  /// @param repository the work tree's top folder
  /// @param verbs the readers of this version's verbs
  /// @throws Problem where there is no `.plimsoll/`, it cannot be read, or it holds links or far
  ///   too much; never for what is written in the files, which are findings
  public static ProjectFolder read(Path repository, Collection<? extends VerbReader> verbs) {
    return new FolderReader(FolderFiles.read(repository), verbs).read();
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  public Optional<Checklist> checklist(String id) {
    return checklists.stream().filter(checklist -> checklist.id().equals(id)).findFirst();
  }

  /// The project, for those who cannot go on without it.
  ///
  /// @throws Problem where any file has errors, naming the first
  public Project usable() {
    var errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (project == null || !errors.isEmpty()) {
      var first =
          errors.isEmpty() ? "project.yaml is missing." : sentence(errors.getFirst().toString());
      var more =
          errors.size() > 1
              ? " " + Plural.of(errors.size() - 1, "more error", "more errors") + "."
              : "";
      throw Problem.of(
          "Project files not usable",
          first + more,
          "See all of them with: plimsoll checklist lint");
    }
    return project;
  }

  /// A finding may end in something to be copied, which has no full stop.
  private static String sentence(String words) {
    return words.matches("(?s).*[.!?]") ? words : words + ".";
  }

  /// What trusting this digest allows to run, read and ask, one line each: `pre-release / unit:
  /// runs pytest -v`. Scripts that a program calls may still change; no digest here covers them.
  public List<String> describe() {
    var lines = new ArrayList<String>();
    for (var checklist : checklists) {
      checklist
          .steps()
          .forEach(step -> verbs(step).forEach(verb -> describe(checklist, step, verb, lines)));
    }
    if (project != null) {
      project.backups().forEach(set -> BackupWords.describe(set, lines));
    }
    return lines;
  }

  private static Stream<Verb> verbs(Step step) {
    return Stream.concat(
        Stream.concat(Stream.of(step.verb()), step.reports().stream()),
        Stream.of(step.fallback(), step.probe()).filter(Objects::nonNull));
  }

  private static void describe(Checklist checklist, Step step, Verb verb, List<String> lines) {
    verb.describe().forEach(line -> lines.add(checklist.id() + " / " + step.id() + ": " + line));
  }
}
