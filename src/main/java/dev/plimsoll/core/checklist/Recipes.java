package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/// The recipes of foreign chains that are at hand: those that come with the product, and those of a
/// repository's `.plimsoll/recipes/`. Immutable.
///
/// @param digest of the `.plimsoll/` they were read from, as [ProjectFolder#digest]; empty for the
///   built-in ones alone
/// @param all the repository's own first, then the built-in; variants behind the recipe that they
///   vary
public record Recipes(String digest, List<Recipe> all) {
  static final String FOLDER = "recipes/";

  private static final String INTENT = "Recipe not usable";

  public Recipes {
    all = List.copyOf(all);
  }

  /// Those that come with the product.
  public static Recipes builtIn() {
    var anchor =
        Objects.requireNonNull(
            Recipes.class.getResource("/recipes/README.md"), "recipes not packaged");
    var all = new ArrayList<Recipe>();
    PackagedFolder.texts(anchor)
        .forEach((name, text) -> {
          if (name.endsWith(".yaml")) {
            all.addAll(parsed(name, text.getBytes(StandardCharsets.UTF_8)));
          }
        });
    return new Recipes("", all);
  }

  /// A repository's own and the built-in ones. Files with errors are passed over: lint says them.
  ///
  /// @throws Problem as [ProjectFolder#read]
  public static Recipes of(Path repository) {
    var folder = FolderFiles.read(repository);
    var all = new ArrayList<Recipe>();
    folder
        .files()
        .forEach((name, bytes) -> {
          if (isOne(name)) {
            var source = SourceFile.of(FolderFiles.at(name).file(), bytes, new Findings());
            if (source != null) {
              all.addAll(new RecipeReader(new Findings()).read(source).recipes());
            }
          }
        });
    all.addAll(builtIn().all());
    return new Recipes(folder.digest(), all);
  }

  /// The recipe of one file, and its variants.
  ///
  /// @throws Problem naming the first thing that is wrong with it, with its place
  public static List<Recipe> file(Path file) {
    try {
      if (Files.size(file) > YamlReader.LARGEST) {
        throw Problem.of(INTENT, file + " has more than 1 MiB.", "Give the file of a recipe.");
      }
      return parsed(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw Problem.of(
          INTENT,
          file + " cannot be read.",
          "Correct its name, or look at its permissions.",
          unreadable);
    }
  }

  /// A recipe's text, as an editor holds it.
  ///
  /// @param name for the places of findings
  /// @throws Problem naming the first thing that is wrong with it, with its place
  public static List<Recipe> parsed(String name, byte[] bytes) {
    var findings = new Findings();
    var source = SourceFile.of(name, bytes, findings);
    var recipes =
        source == null ? List.<Recipe>of() : new RecipeReader(findings).read(source).recipes();
    if (recipes.isEmpty()) {
      throw Problem.of(
          INTENT,
          FolderReader.sorted(findings.list()).getFirst().toString(),
          "Correct the file; see all that is wrong with it with: plimsoll checklist lint " + name);
    }
    return recipes;
  }

  /// The recipe of that name; of a family (`prev-then-body`) all its variants. Never empty.
  ///
  /// @throws Problem where there is none, with the nearest name
  public List<Recipe> named(String name) {
    var exact = all.stream().filter(recipe -> recipe.name().equals(name)).toList();
    var family = all.stream().filter(recipe -> recipe.family().equals(name)).toList();
    if (!family.isEmpty() || !exact.isEmpty()) {
      return family.isEmpty() ? exact : family;
    }
    throw Problem.of(
        "Recipe not found",
        "There is no recipe '" + name + "'.",
        name.equals("fields")
            ? "A list of fields is written as a recipe file: see docs/formats/foreign-chains.md."
            : Nearest.hint(name, names()));
  }

  private List<String> names() {
    var names = new LinkedHashSet<String>();
    all.forEach(recipe -> names.add(recipe.family()));
    return List.copyOf(names);
  }

  /// Whether a file of `.plimsoll/` is a recipe.
  static boolean isOne(String name) {
    return name.startsWith(FOLDER)
        && name.endsWith(".yaml")
        && name.indexOf('/', FOLDER.length()) < 0;
  }
}
