package dev.plimsoll.desktop.app;

import dev.plimsoll.core.ChainDesk;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.ProjectChain;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.HashWork;
import dev.plimsoll.core.audit.foreign.Recognition;
import dev.plimsoll.core.audit.report.IncidentReport;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.WindowWords;
import dev.plimsoll.desktop.screen.audit.Finding;
import dev.plimsoll.desktop.screen.audit.LogChoice;
import dev.plimsoll.desktop.screen.audit.LogGroup;
import dev.plimsoll.desktop.screen.audit.Logs;
import dev.plimsoll.desktop.screen.audit.OpenedLog;
import dev.plimsoll.desktop.screen.audit.Verifying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The logs of the page, from the projects that are known here and from the history. Thread-safe.
final class LogShelf implements Logs {
  /// Entries that a recipe in the making is held against.
  private static final int TRIED = 5;

  private final Plimsoll plimsoll;
  private final Optional<Projects> projects;
  private final OwnLogs own;
  private final Reporting reporting;
  private volatile List<Declared> declared = List.of();

  /// A chain with the desk of its project.
  private record Declared(Path root, ChainDesk desk, ProjectChain chain) {}

  /// Who makes a report.
  @FunctionalInterface
  interface Reporting {
    IncidentReport of(Finding finding, Known known, Optional<LogStore> own);
  }

  /// @param projects none for an auditor: opening a project is remembered
  LogShelf(Plimsoll plimsoll, Optional<Projects> projects, OwnLogs own, Reporting reporting) {
    this.plimsoll = plimsoll;
    this.projects = projects;
    this.own = own;
    this.reporting = reporting;
  }

  @Override
  public List<LogGroup> groups() {
    var groups = new ArrayList<LogGroup>();
    var found = new ArrayList<Declared>();
    projects.ifPresent(open -> {
      for (var known : plimsoll.recentProjects()) {
        chains(open, known.root(), known.product(), found).ifPresent(groups::add);
      }
    });
    declared = List.copyOf(found); // at once: a log may be looked at meanwhile
    groups.add(own.group());
    return groups;
  }

  /// Empty for a project that names no chain.
  private Optional<LogGroup> chains(Projects open, Path root, String product, List<Declared> all) {
    try {
      var project = open.at(root);
      own.belongsTo(project);
      var desk = project.chains();
      var found = desk.chains().stream().map(chain -> new Declared(root, desk, chain)).toList();
      all.addAll(found);
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(new LogGroup(product, found.stream().map(LogShelf::choice).toList(), ""));
    } catch (Problem unreadable) {
      return Files.isDirectory(root)
          ? Optional.of(new LogGroup(product, List.of(), WindowWords.whole(unreadable)))
          : Optional.empty();
    }
  }

  private static LogChoice choice(Declared each) {
    return new LogChoice.Chain(each.root(), each.chain().named().name(), each.chain().file());
  }

  @Override
  public OpenedLog open(LogChoice log) {
    return switch (log) {
      case LogChoice.Own kept -> own.open(kept);
      case LogChoice.Chain chain -> openFile(chain, chain.file());
      case LogChoice.GivenFile given -> openFile(given, given.file());
    };
  }

  private OpenedLog openFile(LogChoice log, Path file) {
    try {
      var size = Texts.bytes(Files.size(file));
      var known = declared(file);
      var desk = known.map(Declared::desk).orElse(alone());
      var anchors = known.map(LogShelf::anchors).orElse(List.of());
      var recipes = known.map(each -> Recipes.of(each.root())).orElseGet(Recipes::builtIn).all();
      return new OpenedLog(
          log,
          size,
          new OpenedLog.Recipes(
              Recognition.of(file, recipes, desk.keys()),
              known.flatMap(each -> named(recipes, each)).orElse(null),
              recipes),
          anchors,
          anchors.isEmpty() ? "" : "Found in what this project recorded.",
          null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Recipe> named(List<Recipe> recipes, Declared known) {
    var name = known.chain().named().recipe();
    return recipes.stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }

  private static List<Anchor> anchors(Declared known) {
    return Stream.concat(known.chain().record().stream(), known.chain().seen().stream())
        .distinct()
        .toList();
  }

  private Optional<Declared> declared(Path file) {
    var wanted = file.toAbsolutePath().normalize();
    return declared.stream().filter(each -> each.chain().file().equals(wanted)).findFirst();
  }

  private ChainDesk alone() {
    return ChainDesk.alone(plimsoll.installation().environment());
  }

  @Override
  public Verifying verifying(LogChoice log, @Nullable Recipe recipe, List<Anchor> anchors) {
    return switch (log) {
      case LogChoice.Own kept -> new OwnVerifying(() -> own.store(kept), () -> own.known(kept));
      case LogChoice.Chain chain -> foreign(chain.file(), recipe, anchors);
      case LogChoice.GivenFile given -> foreign(given.file(), recipe, anchors);
    };
  }

  private Verifying foreign(Path file, @Nullable Recipe recipe, List<Anchor> anchors) {
    var desk = declared(file).map(Declared::desk).orElse(alone());
    return new ForeignVerifying(desk.verification(file, Objects.requireNonNull(recipe), anchors));
  }

  @Override
  public Path copyAside(LogChoice log, Path folder) {
    return switch (log) {
      case LogChoice.Own kept -> own.copy(kept, folder);
      case LogChoice.Chain chain -> alone().copyAside(chain.file(), folder);
      case LogChoice.GivenFile given -> alone().copyAside(given.file(), folder);
    };
  }

  @Override
  public long bringBack(LogChoice.Own log, Path export) {
    return own.bringBack(log, export);
  }

  @Override
  public List<HashWork> tryOut(LogChoice log, Recipe recipe) {
    return switch (log) {
      case LogChoice.Own _ -> List.of();
      case LogChoice.Chain chain -> tryOut(chain.file(), recipe);
      case LogChoice.GivenFile given -> tryOut(given.file(), recipe);
    };
  }

  private List<HashWork> tryOut(Path file, Recipe recipe) {
    var desk = declared(file).map(Declared::desk).orElse(alone());
    return HashWork.of(file, recipe, desk.keys(), TRIED);
  }

  @Override
  public void saveRecipe(String text, Path to, boolean over) {
    try {
      var parent = to.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (over) {
        Files.writeString(to, text);
      } else {
        Files.writeString(to, text, StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException taken) {
      throw Problem.of(
          "Recipe not saved",
          "There is a file " + to + " already.",
          "Give the recipe another name, or say that it is to be written over.",
          taken);
    } catch (IOException failed) {
      throw Problem.of(
          "Recipe not saved",
          "The file " + to + " cannot be written: " + failed.getMessage() + ".",
          "Make room or give yourself access, then save it again.",
          failed);
    }
  }

  @Override
  public void export(Finding finding, Path to) {
    var kept = finding.log() instanceof LogChoice.Own log ? log : null;
    reporting
        .of(
            finding,
            kept == null ? Known.NOTHING : own.known(kept),
            Optional.ofNullable(kept).map(own::store))
        .write(to);
  }
}
