package dev.plimsoll.core;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.CopyAside;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.audit.foreign.Recognition;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.ChainLook;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.run.ChainLooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Verifies audit chains: those that a project names, any other file, and the project's own log.
/// Thread-safe; everything reads files, so call it off the window's thread. Nothing is written but
/// by [#record] and [#copyAside], and never to a chain.
public final class ChainDesk {
  private final @Nullable Plimsoll plimsoll;
  private final @Nullable OpenProject project;
  private final Map<String, String> environment;

  private ChainDesk(
      @Nullable Plimsoll plimsoll, @Nullable OpenProject project, Map<String, String> environment) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.environment = Map.copyOf(environment);
  }

  /// For somebody without a project: an auditor with a file. Records nothing.
  ///
  /// @param environment where the keys of keyed hashes come from
  public static ChainDesk alone(Map<String, String> environment) {
    return new ChainDesk(null, null, environment);
  }

  static ChainDesk of(Plimsoll plimsoll, OpenProject project) {
    return new ChainDesk(plimsoll, project, plimsoll.installation().environment());
  }

  /// The chains that the project names, in the order of its file; none without a project.
  ///
  /// @throws Problem where the project file has errors
  public List<ProjectChain> chains() {
    return project == null
        ? List.of()
        : project.definition().audit().chains().stream().map(this::found).toList();
  }

  /// The chain of that name.
  ///
  /// @throws Problem naming the nearest
  public ProjectChain chain(String name) {
    var chains = chains();
    return chains.stream()
        .filter(chain -> chain.named().name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "Chain not found",
                "The project names no chain '" + name + "'.",
                Nearest.hint(name, chains.stream().map(each -> each.named().name()).toList())));
  }

  /// The chain of the project whose file that is, if any.
  public Optional<ProjectChain> chainOf(Path file) {
    var absolute = file.toAbsolutePath().normalize();
    return chains().stream()
        .filter(chain -> chain.file().equals(absolute) || isSame(chain.file(), absolute))
        .findFirst();
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException absent) {
      return false;
    }
  }

  private ProjectChain found(AuditedChain named) {
    var open = Objects.requireNonNull(project);
    var file = open.root().resolve(named.file()).normalize();
    return new ProjectChain(
        named,
        file,
        fitting(file, open.definition().audit().named(named.recipe())),
        lastRecord(named.name()),
        lastSeen(named.name()));
  }

  /// Every recipe that may be named: the project's own, then those that are built in.
  public List<Recipe> recipes() {
    return project == null ? Recipes.builtIn().all() : project.definition().audit().recipes();
  }

  /// The recipe of that name; of a family (`prev-then-body`) all its variants. Never empty.
  ///
  /// @throws Problem naming the nearest
  public List<Recipe> recipes(String name) {
    return new Recipes("", recipes()).named(name);
  }

  /// The one recipe, or of several variants the one that fits the file's beginning; any of them
  /// tells what is missing where there is no beginning.
  private Optional<Recipe> fitting(Path file, List<Recipe> variants) {
    return variants.size() < 2 || isGone(file)
        ? variants.stream().findFirst()
        : recognise(file, variants).recipe();
  }

  private static boolean isGone(Path file) {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException unreadable) {
      return false; // the verification says so
    }
  }

  /// Which recipe fits the beginning of a file, with the reason for each that was tried.
  public Recognised recognise(Path file) {
    return recognise(file, recipes());
  }

  /// The same among some recipes.
  public Recognised recognise(Path file, List<Recipe> candidates) {
    return Recognition.of(file, candidates, keys());
  }

  /// A verification that was not begun: run it on any thread, ask it for its progress from another,
  /// interrupt that thread to stop it.
  ///
  /// @param anchors what the file is held against; none says "nothing to compare with"
  public ForeignVerification verification(Path file, Recipe recipe, List<Anchor> anchors) {
    return new ForeignVerification(file, recipe, new Known(anchors, keys()));
  }

  /// A verification of the project's own log, against the last checkpoint signed here, those in the
  /// tags of this clone, and the pin of whoever looks; empty without a project, and before the
  /// first run.
  public Optional<ChainVerification> ownLog() {
    return project == null
        ? Optional.empty()
        : project
            .log()
            .map(log ->
                new ChainVerification(ChainLines.of(log.lines()), project.logDesk().known()));
  }

  /// Keys of keyed hashes: environment variables, of a project those alone that it names under
  /// `secrets`. Never shown, logged or kept.
  public HashKeys keys() {
    return secret -> {
      var open = project;
      if (open != null && !open.definition().secrets().contains(secret)) {
        return null;
      }
      var value = environment.get(secret);
      return value == null || value.isEmpty() ? null : value.getBytes(StandardCharsets.UTF_8);
    };
  }

  /// The head of a chain in the newest sealed record that names it.
  public Optional<Anchor> lastRecord(String chain) {
    return heads().record(chain).map(KnownHeads.At::anchor);
  }

  /// The newest head known of a chain: of a sealed record, a run, or a verification.
  public Optional<Anchor> lastSeen(String chain) {
    return heads().seen(chain).map(KnownHeads.At::anchor);
  }

  private KnownHeads heads() {
    return project == null ? KnownHeads.NONE : KnownHeads.of(project);
  }

  /// Copies a file as it is, byte for byte, under its name with the time behind it at which it was
  /// last written; nothing is overwritten and the original is left alone.
  ///
  /// @param folder where to, made where it is missing; null for `aside` in Plimsoll's home, or
  ///   without a project beside the file
  /// @return the copy
  /// @throws Problem where it cannot be read or written, or changed while it was copied
  public Path copyAside(Path file, @Nullable Path folder) {
    var place =
        folder != null
            ? folder
            : plimsoll != null
                ? plimsoll.installation().home().resolve("aside")
                : Objects.requireNonNull(file.toAbsolutePath().getParent());
    return CopyAside.of(file, place, () -> lastWritten(file)).copy();
  }

  private static Instant lastWritten(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException unreadable) {
      return Instant.EPOCH; // copying it says why
    }
  }

  /// Whether [#record] writes: a project is open.
  public boolean records() {
    return project != null;
  }

  /// Says in the project's own log that a chain was verified and what came out. Where the chain was
  /// whole, its head is what the next look is held against. Does nothing without a project. Begins
  /// the log where there is none.
  ///
  /// @param chain what was looked at: name and file
  /// @param recipe null where none was found
  /// @param against null where nothing was known
  /// @param actor null for the user of this system
  public void record(
      AuditedChain chain,
      @Nullable Recipe recipe,
      @Nullable Anchor against,
      ForeignVerdict verdict,
      @Nullable Actor actor) {
    var open = project;
    if (open == null || plimsoll == null) {
      return;
    }
    var look =
        new ChainLook(
            chain.name(),
            chain.file(),
            recipe == null ? null : recipe.name(),
            against == null
                ? null
                : new ChainLook.Against(against.entries(), against.head(), against.source()),
            found(verdict));
    open.ledger()
        .append(
            Event.VERIFICATION_RUN,
            actor == null ? plimsoll.installation().osUser() : actor,
            ChainLooks.payload(look));
  }

  private static ChainLook.Found found(ForeignVerdict verdict) {
    return switch (verdict) {
      case ForeignVerdict.Whole whole ->
          new ChainLook.Found.Whole(
              whole.entries(),
              whole.head(),
              whole.remarks().stream().filter(remark -> remark.isWarning()).count());
      case ForeignVerdict.Broken broken ->
          new ChainLook.Found.Broken(
              broken.defect().code().name(), broken.defect().entry(), broken.sentence());
      case ForeignVerdict.CouldNotTell open -> new ChainLook.Found.CouldNotTell(open.sentence());
    };
  }
}
