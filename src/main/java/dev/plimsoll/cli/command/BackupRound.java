package dev.plimsoll.cli.command;

import dev.plimsoll.core.BackupDesk;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which backup sets a command is about.
final class BackupRound {
  @Option(
      names = "--set",
      paramLabel = "NAME",
      description = "The backup set; by default every one of the project.")
  @Nullable String name;

  /// @param act given the desk and the chosen sets, at least one
  <T> T with(Invocation invocation, BiFunction<BackupDesk, List<BackupSet>, T> act) {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var desk = project.backups();
      return act.apply(desk, chosen(desk));
    }
  }

  private List<BackupSet> chosen(BackupDesk desk) {
    if (name != null) {
      return List.of(known(desk, name));
    }
    var sets = desk.sets();
    if (sets.isEmpty()) {
      throw Problem.of(
          "Nothing to back up",
          "The project names no backup set.",
          "Add one under backup: in .plimsoll/project.yaml.");
    }
    return sets;
  }

  /// The set of that name; the command line is wrong where there are others only.
  static BackupSet known(BackupDesk desk, String name) {
    var names = desk.sets().stream().map(BackupSet::name).toList();
    if (!names.isEmpty() && !names.contains(name)) {
      throw new Misuse(
          "The project names no backup set '" + name + "'.", Nearest.hint(name, names));
    }
    return desk.set(name);
  }

  /// The one set, for what is done to one at a time.
  static BackupSet one(List<BackupSet> sets) {
    if (sets.size() > 1) {
      throw new Misuse(
          "The project names " + sets.size() + " backup sets.",
          "Say which: --set " + sets.getFirst().name());
    }
    return sets.getFirst();
  }

  /// What is done to one of several sets: what keeps it from being done is told as its outcome, so
  /// that the others have their turn. Where there is one set only, it is thrown.
  ///
  /// @param failed as what it counts where it cannot be done
  /// @param act empty where the person stopped it
  static Optional<Acted> eachInTurn(
      List<BackupSet> sets, BackupAct failed, Supplier<Optional<Acted>> act) {
    try {
      return act.get();
    } catch (Problem problem) {
      if (sets.size() == 1) {
        throw problem;
      }
      return Optional.of(told(failed, problem.where() + " " + problem.next()));
    }
  }

  private static Acted told(BackupAct failed, String sentence) {
    return new Acted(
        new BackupAct(
            failed.set(),
            failed.what(),
            null,
            null,
            failed.ending(),
            new BackupAct.Figures(sentence, 0, 0, 0, -1, List.of(), List.of())),
        List.of(),
        List.of());
  }

  /// An act that did not come to be.
  static BackupAct not(BackupSet set, BackupAct.What what, BackupAct.Ending ending) {
    return new BackupAct(set.name(), what, null, null, ending, BackupAct.Figures.NONE);
  }

  /// There is nothing in it to be looked at, which says nothing good.
  static Acted nothingThere(BackupSet set) {
    return told(
        not(set, BackupAct.What.VERIFY, BackupAct.Ending.OPEN),
        "There is no backup of " + set.name() + " to verify.");
  }
}
