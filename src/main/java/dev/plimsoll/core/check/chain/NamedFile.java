package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.audit.foreign.Recognition;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.chain.ChainCheck.Target;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A chain with everything that its verification needs.
///
/// @param named as the project file or the step has it; without a name of its own, its path
/// @param file where it lies
record NamedFile(AuditedChain named, Path file, Recipe recipe, HashKeys keys) {
  private static final String INTENT = "Chain not verified";

  /// @throws Problem where the name or the recipe is not known, or the path leads out of the
  ///   repository
  static NamedFile of(Target target, StepContext context) {
    var audit = context.subject().project().audit();
    var named =
        switch (target) {
          case Target.Named wanted ->
              audit
                  .chain(wanted.name())
                  .orElseThrow(() ->
                      Problem.of(
                          INTENT,
                          "The project names no chain '" + wanted.name() + "'.",
                          Nearest.hint(
                              wanted.name(),
                              audit.chains().stream().map(AuditedChain::name).toList())));
          case Target.Of of -> {
            var file = RepositoryPaths.normalised(context.variables().resolve(of.file()));
            yield new AuditedChain(file, file, of.recipe());
          }
          case Target.OwnLog _ -> throw new IllegalArgumentException("the own log is no file");
        };
    var file =
        RepositoryPaths.isAbsolute(named.file())
            ? Path.of(named.file())
            : new RepositoryPaths(context.subject().root()).inside(named.file());
    var keys = keys(context);
    return new NamedFile(named, file, recipe(named, file, audit, keys), keys);
  }

  /// The recipe, or of a family of variants the one that fits the file's beginning.
  private static Recipe recipe(AuditedChain named, Path file, Project.Audit audit, HashKeys keys) {
    var variants = audit.named(named.recipe());
    if (variants.isEmpty()) {
      throw Problem.of(
          INTENT,
          "There is no recipe '" + named.recipe() + "'.",
          Nearest.hint(
              named.recipe(), audit.recipes().stream().map(Recipe::family).distinct().toList()));
    }
    if (variants.size() == 1 || isGone(file)) {
      return variants.getFirst();
    }
    var recognised = Recognition.of(file, variants, keys);
    return recognised
        .recipe()
        .orElseThrow(() ->
            Problem.of(
                INTENT,
                recognised.sentence(),
                "Nothing is said about the entries. See what was tried: plimsoll audit recognise "
                    + named.file()));
  }

  /// Then any variant tells what is missing.
  private static boolean isGone(Path file) {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException unreadable) {
      return false; // the verification says so
    }
  }

  private static HashKeys keys(StepContext context) {
    var secrets = context.workplace().secrets();
    return name -> {
      var value = secrets.get(name);
      return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    };
  }

  /// As findings and the log name it.
  String shown() {
    return named.file();
  }
}
