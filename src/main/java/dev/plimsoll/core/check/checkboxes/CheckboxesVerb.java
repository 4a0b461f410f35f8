package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Boxes;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Count;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Place;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.links.LinkTarget;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.paths.RepositoryText;
import dev.plimsoll.core.check.pattern.PatternTemplate;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Looks at acceptance lists and at tables that people fill in.
public final class CheckboxesVerb implements VerbDefinition<Checkboxes> {
  @Override
  public String word() {
    return "checkboxes";
  }

  @Override
  public Class<Checkboxes> type() {
    return Checkboxes.class;
  }

  @Override
  public @Nullable Checkboxes read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' does not apply to 'checkboxes'.", "Say it under checkboxes.");
    }
    return new CheckboxesReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(Checkboxes verb, StepContext context) throws InterruptedException {
    try {
      return Conclusion.of(judged(resolved(verb, context), context), verb.expected());
    } catch (Problem missing) {
      var finding = new Finding(Severity.ERROR, missing.where(), null, missing.next());
      return Conclusion.of(
          new Outcome.Unavailable("not readable", List.of(finding)), verb.expected());
    }
  }

  /// With the variables of its regular expressions and texts in place.
  private static Checkboxes resolved(Checkboxes verb, StepContext context) {
    var variables = context.variables();
    UnaryOperator<String> pattern = text -> PatternTemplate.resolved(text, variables);
    var boxes = verb.boxes();
    return new Checkboxes(
        verb.in(),
        new Boxes(
            boxes.demands(),
            boxes.by() == null ? null : pattern.apply(boxes.by()),
            boxes.people(),
            boxes.items().stream().map(variables::resolve).toList(),
            boxes.atLeast()),
        verb.counts().stream()
            .map(count ->
                count.matches() == null
                    ? count
                    : new Count(count.place(), pattern.apply(count.matches()), count.files()))
            .toList(),
        verb.filled(),
        verb.placeholders() == null ? null : verb.placeholders().stream().map(pattern).toList());
  }

  private static Outcome judged(Checkboxes verb, StepContext context) throws InterruptedException {
    var root = context.subject().root();
    var paths = new RepositoryPaths(root);
    var placeholders = new Placeholders(verb.placeholders());
    var clauses = new ArrayList<Clause>();
    if (!verb.in().isEmpty()) {
      var byFile = boxes(verb.in(), paths, context);
      var boxes = byFile.values().stream().flatMap(Set::stream).toList();
      var today = LocalDate.now(context.workplace().clock());
      var judgement =
          new BoxJudgement(
              verb.boxes(),
              placeholders,
              today,
              (file, target) -> exists(paths, file, target),
              id -> changedBy(root, id));
      var places = String.join(", ", verb.in().stream().map(Place::toString).toList());
      clauses.addAll(judgement.judge(boxes, places));
      for (var count : verb.counts()) {
        var file = context.variables().resolve(count.place().file());
        var figure = Figure.read(count, file, RepositoryText.read(paths, file));
        clauses.add(
            count.files()
                ? figure.judge(done(byFile), byFile.size(), "files")
                : figure.judge(
                    (int) boxes.stream().filter(Box::ticked).count(), boxes.size(), "boxes"));
      }
    }
    for (var filled : verb.filled()) {
      var file = context.variables().resolve(filled.place().file());
      clauses.add(
          new FilledTable(filled, placeholders).judge(file, RepositoryText.read(paths, file)));
    }
    return Clause.outcome(clauses);
  }

  private static Map<String, Set<Box>> boxes(
      List<Place> places, RepositoryPaths paths, StepContext context) throws InterruptedException {
    var byFile = new LinkedHashMap<String, Set<Box>>();
    for (var place : places) {
      var pattern = context.variables().resolve(place.file());
      var files = paths.matching(pattern);
      if (files.isEmpty()) {
        throw Problem.of(
            "Boxes not read",
            "No file matches " + pattern + ".",
            "Correct 'in', or write the list.");
      }
      for (Path file : files) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        var name = paths.shown(file);
        var text = RepositoryText.read(file, name);
        if (!place.anchor().isEmpty() && !Box.hasHeading(name, text, place.anchor())) {
          throw Problem.of(
              "Boxes not read",
              name + " has no heading #" + place.anchor() + ".",
              "Correct what stands behind '#', or write the heading.");
        }
        // places may overlap; a box counts once
        byFile
            .computeIfAbsent(name, _ -> new LinkedHashSet<>())
            .addAll(Box.all(name, text, place.anchor()));
      }
    }
    return byFile;
  }

  /// Files of which every box is ticked, and which have any.
  private static int done(Map<String, Set<Box>> byFile) {
    return (int)
        byFile.values().stream()
            .filter(boxes -> !boxes.isEmpty() && boxes.stream().allMatch(Box::ticked))
            .count();
  }

  private static Optional<Set<String>> changedBy(Path root, String commit) {
    try (var repository = GitRepository.open(root)) {
      return repository.changedBy(commit);
    }
  }

  /// What leads elsewhere is not visited, and counts.
  private static boolean exists(RepositoryPaths paths, String file, String target) {
    return switch (LinkTarget.of(file, target)) {
      case LinkTarget.Elsewhere _ -> true;
      case LinkTarget.Nowhere _ -> false;
      case LinkTarget.Inside(var path, _) -> {
        var fromTheTop = RepositoryPaths.flaw(target) == null && isThere(paths, target);
        yield isThere(paths, path) || fromTheTop;
      }
    };
  }

  private static boolean isThere(RepositoryPaths paths, String path) {
    try {
      return !path.isBlank() && Files.exists(paths.inside(path));
    } catch (Problem leadsOut) {
      return false;
    }
  }
}
