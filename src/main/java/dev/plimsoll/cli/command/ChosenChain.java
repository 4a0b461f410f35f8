package dev.plimsoll.cli.command;

import dev.plimsoll.core.ChainDesk;
import dev.plimsoll.core.ProjectChain;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which file is meant, by which recipe it is chained, and what it is held against.
///
/// @param shown the file as it was typed
/// @param named the chain of the project that it is, if any
/// @param recipe empty where none fits
/// @param unfit why no recipe fits
record ChosenChain(
    String shown, Path file, Optional<ProjectChain> named, Optional<Recipe> recipe, String unfit) {
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /// @param typed a file, or the name of a chain of the project where no such file is there
  /// @param wished name of a recipe or its file, or null for the project's, else the one that fits
  static ChosenChain of(
      Invocation invocation, ChainDesk desk, Path typed, @Nullable String wished) {
    var file = invocation.path(typed);
    var named =
        Files.exists(file)
            ? desk.chainOf(file)
            : desk.chains().stream()
                .filter(chain -> chain.named().name().equals(typed.toString()))
                .findFirst()
                .or(() -> desk.chainOf(file));
    var place = named.map(ProjectChain::file).orElse(file);
    refuseBundle(place, typed);
    if (wished == null && named.flatMap(ProjectChain::recipe).isPresent()) {
      return new ChosenChain(typed.toString(), place, named, named.get().recipe(), "");
    }
    var recognised =
        wished == null ? desk.recognise(place) : fitting(invocation, desk, place, wished);
    return new ChosenChain(
        typed.toString(), place, named, recognised.recipe(), recognised.sentence());
  }

  private static Recognised fitting(
      Invocation invocation, ChainDesk desk, Path file, String wished) {
    var candidates = candidates(invocation, desk, wished);
    return candidates.size() == 1
        ? new Recognised(Optional.of(candidates.getFirst()), "", List.of())
        : desk.recognise(file, candidates);
  }

  private static List<Recipe> candidates(Invocation invocation, ChainDesk desk, String wished) {
    var file = invocation.path(Path.of(wished));
    return wished.endsWith(".yaml") && Files.exists(file)
        ? Recipes.file(file)
        : desk.recipes(wished);
  }

  private static void refuseBundle(Path file, Path typed) {
    if (typed.toString().endsWith(".release.zip") || isZip(file)) {
      throw Problem.of(
          "Log not verified",
          typed + " is a release bundle, with a log inside.",
          "Verify it as a whole: plimsoll record verify "
              + typed
              + " --allowed-signers YOUR-OWN-FILE");
    }
    if (Files.isDirectory(file)) {
      throw Problem.of("Log not verified", typed + " is a folder.", "Name the file of a log.");
    }
  }

  private static boolean isZip(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var bytes = Files.newInputStream(file)) {
      return Arrays.equals(bytes.readNBytes(ZIP.length), ZIP);
    } catch (IOException unreadable) {
      return false; // the verification says so
    }
  }

  /// @param wished `N:HEX`, `last-record`, `last-seen`, `none`, or null for what was last seen
  List<Anchor> anchors(@Nullable String wished) {
    return switch (wished) {
      case null -> named.flatMap(ProjectChain::seen).stream().toList();
      case "none" -> List.of();
      case "last-seen" -> known(named.flatMap(ProjectChain::seen), "Nothing was seen");
      case "last-record" -> known(named.flatMap(ProjectChain::record), "No sealed record tells");
      default -> List.of(Anchor.parse(wished, "the anchor given"));
    };
  }

  private List<Anchor> known(Optional<Anchor> anchor, String nothing) {
    return List.of(
        anchor.orElseThrow(() ->
            Problem.of(
                "Nothing to compare with",
                nothing + " of " + shown + " in this project.",
                "Give an anchor that somebody kept, --anchor ENTRIES:HASH, or leave it out.")));
  }
}
