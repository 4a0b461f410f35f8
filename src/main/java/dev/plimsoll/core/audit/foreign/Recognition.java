package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Algorithm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the recipe of a file by trying candidates on its first entries.
public final class Recognition {
  /// How many entries are tried.
  public static final int ENTRIES = 20;

  private final Path file;
  private final List<Recipe> candidates;
  private final HashKeys keys;

  private Recognition(Path file, List<Recipe> candidates, HashKeys keys) {
    this.file = file;
    this.candidates = candidates;
    this.keys = keys;
  }

  /// Tries the candidates without any key. Never throws: a file that cannot be read is not
  /// recognised, and the sentence says why.
  public static Recognised of(Path file, List<Recipe> candidates) {
    return of(file, candidates, HashKeys.NONE);
  }

  /// As [#of(Path, List)], with the keys of keyed hashes.
  public static Recognised of(Path file, List<Recipe> candidates, HashKeys keys) {
    return new Recognition(file, candidates, keys).tried();
  }

  private Recognised tried() {
    var first = FirstLines.of(file, ENTRIES);
    if (first.lines().isEmpty()) {
      return new Recognised(Optional.empty(), first.obstacle(), List.of());
    }
    var trials = new ArrayList<RecipeTrial>();
    for (var candidate : candidates) {
      trials.add(RecipeTrial.of(candidate, first.lines(), keys));
    }
    trials.sort(Comparator.comparingInt(RecipeTrial::score).reversed());
    trials.sort(Comparator.comparing(RecipeTrial::fits).reversed());
    var best = trials.stream().findFirst().filter(RecipeTrial::fits);
    var sentence =
        best.map(trial -> "Recognised as " + trial.recipe().name() + ". " + trial.reason())
            .orElseGet(() -> unknown(first.lines(), trials));
    return new Recognised(
        best.map(RecipeTrial::recipe),
        sentence,
        trials.stream()
            .map(trial ->
                new Recognised.Trial(trial.recipe(), trial.fits(), trial.fitting(), trial.reason()))
            .toList());
  }

  private String unknown(List<Line> lines, List<RecipeTrial> trials) {
    var sentence = new StringBuilder("No recipe at hand fits");
    var entry = HashLike.entry(lines);
    if (entry == null) {
      return sentence
          .append(": its first lines are no JSON objects. Give the file of a log in JSON Lines.")
          .toString();
    }
    sentence.append(", so nothing can be said about whether it was changed. ");
    var names = HashLike.names(entry);
    for (var trial : trials) {
      if (trial.recipe().algorithm() instanceof Algorithm.HmacSha256(var secret)
          && isNamed(trial.recipe(), names)) {
        return sentence
            .append("It looks like a keyed one (")
            .append(trial.recipe().name())
            .append("), and the secret ")
            .append(secret)
            .append(keys.key(secret) == null ? " has no value." : " is not its key.")
            .toString();
      }
    }
    if (names.isEmpty()) {
      return sentence
          .append("No member looks like a hash: it may not be chained at all.")
          .toString();
    }
    return sentence
        .append("Its hashes seem to stand in ")
        .append(Shown.of(String.join(", ", names)))
        .append(
            ": if they are over a list of fields, or are made in another way, write a recipe"
                + " file.")
        .toString();
  }

  private static boolean isNamed(Recipe recipe, Set<String> names) {
    return names.stream()
        .anyMatch(name ->
            name.equals(recipe.fields().hash()) || name.toLowerCase(Locale.ROOT).contains("mac"));
  }
}
