package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.audit.foreign.Recognition;
import dev.plimsoll.core.backup.archive.Content;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads logs that are being written: up to their last whole line, with the chain of their entries
/// verified. Thread-safe.
public final class LogReading {
  private final Project.Audit audit;
  private final HashKeys keys;

  /// @param audit the project's chains, and every recipe at hand
  /// @param keys of keyed hashes
  public LogReading(Project.Audit audit, HashKeys keys) {
    this.audit = audit;
    this.keys = keys;
  }

  /// A log that may be saved.
  ///
  /// @param recipe by which its chain is whole, or null for lines without a chain
  /// @param head of the chain, or null
  /// @param bytes of which these things are true
  public record Reading(
      long entries, @Nullable String recipe, @Nullable String head, Look look, Content bytes) {}

  /// The chain of the project file that names a file.
  ///
  /// @param path in the repository, or absolute
  public Optional<AuditedChain> chain(String path) {
    return audit.chains().stream().filter(chain -> chain.file().equals(path)).findFirst();
  }

  /// @param path for a person, and as the project's chains may name it
  /// @param scratch a file that does not exist yet; it is made where there is a chain, and the
  ///   bytes are then those of it
  /// @throws dev.plimsoll.core.model.Problem where the chain is broken, or that of the project file
  ///   cannot be verified
  public Reading read(Path file, String path, Path scratch, Consumer<Finding> remarks)
      throws InterruptedException {
    try {
      var cut = LogCut.of(file);
      if (cut.leftOut() > 0) {
        remarks.accept(
            Finding.note(
                path
                    + " ends in a line that has not ended; its "
                    + Plural.of(cut.leftOut(), "byte")
                    + " were left out."));
      }
      var chain = chain(path);
      var recipe = recipe(file, chain.orElse(null));
      if (recipe.isEmpty()) {
        if (chain.isPresent() && cut.length() > 0) {
          throw NotTaken.because(
              path + " is not chained by the recipe " + chain.get().recipe() + " any more.",
              "See what is wrong with: plimsoll audit verify " + path);
        }
        return new Reading(cut.entries(), null, null, cut.look(), cut.content());
      }
      return chained(cut, path, recipe.get(), scratch, remarks);
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(path, unreadable);
    }
  }

  private Optional<Recipe> recipe(Path file, @Nullable AuditedChain chain) {
    if (chain == null) {
      return Recognition.of(file, audit.recipes(), keys).recipe();
    }
    var named = named(chain.recipe());
    return named.size() == 1
        ? Optional.of(named.getFirst())
        : Recognition.of(file, named, keys).recipe();
  }

  private List<Recipe> named(String name) {
    var family = audit.recipes().stream().filter(recipe -> recipe.family().equals(name)).toList();
    return family.isEmpty()
        ? audit.recipes().stream().filter(recipe -> recipe.name().equals(name)).toList()
        : family;
  }

  /// What is verified and what is saved are the same bytes: a copy.
  private Reading chained(
      LogCut cut, String path, Recipe recipe, Path scratch, Consumer<Finding> remarks)
      throws IOException, InterruptedException {
    cut.copy(scratch);
    if (cut.length() == 0) {
      remarks.accept(
          new Finding(
              Severity.WARNING, path + " holds no entry.", null, "See that it is the right file."));
      return new Reading(
          0, recipe.name(), null, cut.look(), new CopiedContent(scratch, cut.look()));
    }
    var verdict = new ForeignVerification(scratch, recipe, Known.NOTHING.with(keys)).run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return switch (verdict) {
      case ForeignVerdict.Whole whole ->
          new Reading(
              whole.entries(),
              recipe.name(),
              whole.head(),
              cut.look(),
              new CopiedContent(scratch, cut.look()));
      case ForeignVerdict.Broken broken ->
          throw NotTaken.because(
              "The chain of " + path + " is broken: " + broken.sentence(),
              "Find out what happened to it. To save it as it is, give it the kind plain in the"
                  + " set.");
      case ForeignVerdict.CouldNotTell open ->
          throw NotTaken.because(
              "The chain of " + path + " could not be verified: " + named(open, scratch, path),
              "Mend that, or give the file the kind plain in the set.");
    };
  }

  private static String named(ForeignVerdict.CouldNotTell open, Path scratch, String path) {
    return open.sentence().replace(scratch.toString(), path);
  }
}
