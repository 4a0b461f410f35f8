package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.AboutBackup;
import dev.plimsoll.core.model.AboutChain;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads every file of a `.plimsoll/` and holds their names against each other. One per reading.
final class FolderReader {
  private static final String PROJECT = "project.yaml";
  private static final String CHECKLISTS = "checklists/";
  private static final String SIGNERS = "allowed_signers";

  private final FolderFiles files;
  private final ChecklistReader checklistReader;
  private final Findings findings = new Findings();
  private final List<Checklist> checklists = new ArrayList<>();
  private final Map<String, Position> ids = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<CaseFile> cases = new ArrayList<>();
  private final Map<String, Position> recipes = new LinkedHashMap<>();
  private final List<Recipe> own = new ArrayList<>();

  FolderReader(FolderFiles files, Collection<? extends VerbReader> verbs) {
    this.files = files;
    this.checklistReader = new ChecklistReader(verbs);
  }

  ProjectFolder read() {
    var project = project();
    files.files().forEach(this::checklist);
    files.files().forEach(this::recipe);
    checkCases();
    checkChains(project.project());
    checkBackups(project.project());
    checkReferences(project);
    if (project.project() != null) {
      checkSigners(project.project());
    }
    var read = project.project();
    return new ProjectFolder(
        read == null
            ? null
            : read.with(new Project.Audit(read.audit().chains(), new UsableRecipes(own))),
        checklists,
        sorted(findings.list()),
        files.digest(),
        signers());
  }

  private @Nullable String signers() {
    var bytes = files.files().get(SIGNERS);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /// By file, line and column; in one place in the order in which they were found.
  static List<Finding> sorted(List<Finding> findings) {
    var byPlace =
        Comparator.comparing(FolderReader::place, Comparator.comparing(Position::file))
            .thenComparingInt(finding -> place(finding).line())
            .thenComparingInt(finding -> place(finding).column());
    return findings.stream().distinct().sorted(byPlace).toList();
  }

  private static Position place(Finding finding) {
    var at = finding.at();
    return at == null ? Position.of("") : at;
  }

  private ProjectReader.Reading project() {
    var nothing = new ProjectReader.Reading(null, List.of(), Set.of(), Set.of());
    var bytes = files.files().get(PROJECT);
    if (bytes == null) {
      findings.error(
          FolderFiles.at(PROJECT),
          "There is no project.yaml.",
          files.files().containsKey("project.yml")
              ? "Rename project.yml."
              : "Create one with: plimsoll init");
      return nothing;
    }
    var source = SourceFile.of(FolderFiles.at(PROJECT).file(), bytes, findings);
    var reading = source == null ? nothing : new ProjectReader().reading(source, findings);
    references.addAll(reading.references());
    return reading;
  }

  private void checklist(String name, byte[] bytes) {
    if (!name.startsWith(CHECKLISTS)) {
      return;
    }
    var place = FolderFiles.at(name);
    if (CaseFiles.isOne(name)) {
      cases(name, bytes);
      return;
    }
    if (name.startsWith(CaseFiles.FOLDER)) {
      return; // what a case reads
    }
    if (!name.endsWith(".yaml") || name.indexOf('/', CHECKLISTS.length()) >= 0) {
      findings.warning(
          place,
          "This file is not read.",
          "If it is a checklist, put it into checklists and name it .yaml; keep anything else"
              + " elsewhere.");
      return;
    }
    var source = SourceFile.of(place.file(), bytes, findings);
    if (source == null) {
      return;
    }
    var reading = checklistReader.reading(source, findings);
    references.addAll(reading.references());
    // a file too broken to tell its id is taken to have that of its name, so that one defect is one
    // complaint
    var id =
        reading.id().isBlank()
            ? name.substring(CHECKLISTS.length(), name.length() - ".yaml".length())
            : reading.id();
    var first = ids.putIfAbsent(id, place);
    if (first != null && !reading.id().isBlank()) {
      findings.error(
          place,
          "The id '" + reading.id() + "' is already that of " + first.file() + ".",
          "Give it another id.");
    } else if (reading.checklist() != null) {
      checklists.add(reading.checklist());
    }
  }

  private void recipe(String name, byte[] bytes) {
    if (!name.startsWith(Recipes.FOLDER)) {
      return;
    }
    var place = FolderFiles.at(name);
    if (!Recipes.isOne(name)) {
      findings.warning(
          place,
          "This file is not read.",
          "If it is a recipe, put it into recipes and name it .yaml; keep anything else"
              + " elsewhere.");
      return;
    }
    var source = SourceFile.of(place.file(), bytes, findings);
    if (source == null) {
      return;
    }
    if (recipes.isEmpty()) {
      UsableRecipes.builtIn()
          .forEach(comes -> recipes.put(comes.name(), Position.of("it comes with Plimsoll")));
    }
    var reading = new RecipeReader(findings).read(source);
    references.addAll(reading.references());
    var stem = name.substring(Recipes.FOLDER.length(), name.length() - ".yaml".length());
    for (var recipe : reading.recipes()) {
      if (!recipe.family().equals(stem)) {
        findings.error(
            place,
            "The recipe '" + recipe.family() + "' stands in a file of another name.",
            "Name the file " + recipe.family() + ".yaml.");
      }
      var first = recipes.putIfAbsent(recipe.name(), place);
      if (first != null) {
        findings.error(
            place,
            "The recipe '" + recipe.name() + "' is already there: " + first.file() + ".",
            "Give it another id.");
      } else {
        own.add(recipe);
      }
    }
  }

  /// What may stand under `recipe`: families of variants, and single ones.
  private Set<String> recipeNames() {
    var names = new LinkedHashSet<String>();
    var usable = new UsableRecipes(own);
    usable.forEach(recipe -> names.add(recipe.family()));
    usable.forEach(recipe -> names.add(recipe.name()));
    return names;
  }

  private void cases(String name, byte[] bytes) {
    var source = SourceFile.of(FolderFiles.at(name).file(), bytes, findings);
    var file = source == null ? null : new CaseReader(findings).read(source);
    if (file != null) {
      cases.add(file);
    }
  }

  /// A case about a step that is not there proves nothing.
  private void checkCases() {
    for (var file : cases) {
      references.add(new Reference(Reference.Kind.CHECKLIST, file.checklist(), file.at()));
      var about =
          checklists.stream().filter(list -> list.id().equals(file.checklist())).findFirst();
      if (about.isEmpty()) {
        continue; // told already, there or above
      }
      var steps = about.get().steps().map(Step::id).toList();
      for (var stepCase : file.cases()) {
        if (!steps.contains(stepCase.step())) {
          findings.error(
              stepCase.at(),
              "The checklist " + file.checklist() + " has no step '" + stepCase.step() + "'.",
              Nearest.hint(stepCase.step(), steps));
        }
      }
    }
  }

  /// What a step says of chains must be explained by the project file and the steps before it.
  private void checkChains(@Nullable Project project) {
    for (var checklist : checklists) {
      var before = new ArrayList<String>();
      for (var step : checklist.steps().toList()) {
        if (step.verb() instanceof AboutChain verb) {
          checkChain(verb, step, before, project);
          before.add(step.id());
        }
      }
    }
  }

  private void checkChain(
      AboutChain verb, Step step, List<String> before, @Nullable Project project) {
    var chain = verb.chain();
    if (chain != null && project != null && project.audit().chain(chain).isEmpty()) {
      var names = project.audit().chains().stream().map(AuditedChain::name).toList();
      findings.error(
          step.at(),
          "The project names no chain '" + chain + "'.",
          names.isEmpty()
              ? "Add it under chains in .plimsoll/project.yaml."
              : Nearest.hint(chain, names));
    }
    var recipe = verb.recipe();
    if (recipe != null) {
      references.add(new Reference(Reference.Kind.RECIPE, recipe, step.at()));
    }
    var earlier = verb.earlier();
    if (earlier != null && !before.contains(earlier)) {
      findings.error(
          step.at(),
          "'" + earlier + "' is no earlier step of this checklist that looks at a chain.",
          before.isEmpty()
              ? "Add a step with 'chain' before this one."
              : Nearest.hint(earlier, before));
    }
  }

  /// A set that a step names must stand in the project file.
  private void checkBackups(@Nullable Project project) {
    if (project == null) {
      return;
    }
    var names = project.backups().stream().map(BackupSet::name).toList();
    for (var checklist : checklists) {
      checklist
          .steps()
          .filter(step -> step.verb() instanceof AboutBackup about && !names.contains(about.set()))
          .forEach(step ->
              findings.error(
                  step.at(),
                  "The project names no backup set '" + ((AboutBackup) step.verb()).set() + "'.",
                  names.isEmpty()
                      ? "Add it under backup: sets: in .plimsoll/project.yaml."
                      : Nearest.hint(((AboutBackup) step.verb()).set(), names)));
    }
  }

  private void checkReferences(ProjectReader.Reading project) {
    var roles = new LinkedHashSet<>(Names.ROLES);
    roles.addAll(project.roles());
    for (var reference : references) {
      switch (reference.kind()) {
        case CHECKLIST ->
            check(
                reference,
                ids.keySet(),
                "There is no checklist '" + reference.name() + "' under .plimsoll/checklists.");
        case RECIPE ->
            check(reference, recipeNames(), "There is no recipe '" + reference.name() + "'.");
        case ROLE -> check(reference, roles, "Nobody plays the role '" + reference.name() + "'.");
        case SECRET ->
            check(
                reference,
                project.secrets(),
                "The secret "
                    + reference.name()
                    + " is not named under secrets in .plimsoll/project.yaml.");
      }
    }
  }

  private void check(Reference reference, Collection<String> known, String message) {
    if (known.contains(reference.name())) {
      return;
    }
    var next =
        Nearest.nearest(reference.name(), known)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse(
                switch (reference.kind()) {
                  case CHECKLIST -> "Write it, or take the name out.";
                  case RECIPE ->
                      "Use one of: "
                          + known.stream()
                              .filter(name -> !name.contains("/"))
                              .collect(Collectors.joining(", "))
                          + "; or write .plimsoll/recipes/"
                          + reference.name()
                          + ".yaml.";
                  case ROLE -> "Give somebody the role under people in .plimsoll/project.yaml.";
                  case SECRET -> "Add its name there; its value comes from the environment.";
                });
    findings.error(reference.at(), message, next);
  }

  /// A person without a key can do nothing that counts; a warning, because the key may come later.
  private void checkSigners(Project project) {
    var signers = signers(files.files().get(SIGNERS));
    for (var person : project.people()) {
      if (!signers.contains(person.principal())) {
        findings.warning(
            FolderFiles.at(SIGNERS),
            person.principal() + " has no key here, so no signature of theirs counts.",
            "Add a line: " + person.principal() + " ssh-ed25519 AAAA...");
      }
    }
  }

  /// The principals at the start of every line. Reading the keys is not this package's business.
  private static Set<String> signers(byte @Nullable [] bytes) {
    var principals = new LinkedHashSet<String>();
    if (bytes != null) {
      new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\\s", 2)[0].replace("\"", ""))
          .forEach(names -> principals.addAll(Arrays.asList(names.split(","))));
    }
    return principals;
  }
}
