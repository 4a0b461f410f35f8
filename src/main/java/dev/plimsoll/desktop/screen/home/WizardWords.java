package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.Wizards;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A wizard in words. Says what was recorded and concludes nothing of its own.
record WizardWords(Wizards project, Wizard wizard) {
  record Word(String word, Tone tone) {}

  private static final List<Standing> TOLD =
      List.of(
          Standing.FAILED,
          Standing.INCONCLUSIVE,
          Standing.UNAVAILABLE,
          Standing.INTERRUPTED,
          Standing.STALE,
          Standing.RESCINDED,
          Standing.RUNNING,
          Standing.WAIVED,
          Standing.DEFERRED);

  /// What a step has in addition to the standing that it earned.
  private static final Set<Standing> ON_TOP = Set.of(Standing.WAIVED, Standing.DEFERRED);

  static String title(Wizard.Kind kind) {
    return switch (kind) {
      case PRE_RELEASE -> "Pre-release";
      case SMOKE_TESTS -> "Smoke tests";
      case BACKUP_AND_RESTORE -> "Backup and restore";
      case AUDIT_CHAIN -> "Audit chain";
    };
  }

  static String question(Wizard.Kind kind) {
    return switch (kind) {
      case PRE_RELEASE -> "Is it ready to leave?";
      case SMOKE_TESTS -> "Does it work for a user?";
      case BACKUP_AND_RESTORE -> "Can we go back?";
      case AUDIT_CHAIN -> "Is the log whole?";
    };
  }

  static String id(Wizard.Kind kind) {
    return "wizard-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one that a release needs next: the first, in the order of the plan, that can be walked and
  /// has not ended well for this version; those outside of the plan come last, and backups outside
  /// of it not at all. Null where there is none.
  static Wizard.@Nullable Kind next(Wizards project) {
    return project.all().stream()
        .filter(wizard -> wizard.kind() != Wizard.Kind.BACKUP_AND_RESTORE || wizard.place() != null)
        .filter(wizard -> wizard.checklist() != null && wizard.waitsFor().isEmpty())
        .filter(wizard -> !new WizardWords(project, wizard).isDoneForVersion())
        .sorted(
            Comparator.comparing(
                Wizard::place, Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
        .findFirst()
        .map(Wizard::kind)
        .orElse(null);
  }

  private boolean isDoneForVersion() {
    var last = wizard.last();
    return last != null
        && last.version().equals(project.version())
        && Set.of(RunState.Phase.PAUSED, RunState.Phase.SEALED).contains(last.phase())
        && "GO".equals(last.decision());
  }

  /// `Last walked 3 days ago, for 1.4.2.`, `Last proven restorable 3 days ago.`
  String walked(Times times) {
    var last = wizard.last();
    if (isBackup()) {
      var proven = project.backups().proven();
      return proven == null
          ? notProven(project.backups().unproven(), project.backups().sets().size())
          : "Last proven restorable " + times.daysAgo(proven) + ".";
    }
    if (last == null) {
      return hasList() ? "Not walked yet." : noList();
    }
    return "Last walked " + times.daysAgo(last.on()) + ", for " + last.version() + ".";
  }

  private static String notProven(long unproven, int sets) {
    return unproven == sets
        ? "Not proven restorable."
        : unproven
            + " of "
            + sets
            + " sets "
            + (unproven == 1 ? "is" : "are")
            + " not proven restorable.";
  }

  /// Whether there is something to back up: then that counts, walked in a checklist or not.
  private boolean isBackup() {
    return wizard.kind() == Wizard.Kind.BACKUP_AND_RESTORE && !project.backups().sets().isEmpty();
  }

  private boolean hasList() {
    return wizard.checklist() != null;
  }

  private String noList() {
    return switch (wizard.kind()) {
      case AUDIT_CHAIN -> "No checklist for it; every log can be verified.";
      case BACKUP_AND_RESTORE -> project.product() + " names nothing to back up yet.";
      case PRE_RELEASE, SMOKE_TESTS -> project.product() + " has no checklist for it.";
    };
  }

  /// `2 failed, 1 not run`; empty where it was never walked.
  Optional<String> ended() {
    var last = wizard.last();
    if (isBackup()) {
      return Optional.of(Texts.count(project.backups().sets().size(), "set"));
    }
    if (last == null) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    var went = "GO".equals(last.decision());
    for (var standing : TOLD) {
      // what was waived or put off is told as that, not also as what it was before
      var apart = went && isExcused(last) && !ON_TOP.contains(standing);
      if (!apart && last.count(standing) > 0) {
        parts.add(last.count(standing) + " " + standing.words().toLowerCase(Locale.ROOT));
      }
    }
    var open = went ? 0 : notRun(last);
    if (open > 0) {
      parts.add(open + " not run");
    }
    return Optional.of(parts.isEmpty() ? passed(last) : String.join(", ", parts));
  }

  private static boolean isExcused(Wizard.LastWalk last) {
    return ON_TOP.stream().anyMatch(standing -> last.count(standing) > 0);
  }

  /// A release may go although a step that it does not ask for was never run.
  private static String passed(Wizard.LastWalk last) {
    var good =
        last.count(Standing.PASSED)
            + last.count(Standing.WARNED)
            + last.count(Standing.NOT_APPLICABLE);
    if (good < last.steps()) {
      return good + " of " + Texts.count(last.steps(), "step") + " passed";
    }
    return last.steps() == 1 ? "its one step passed" : "all " + last.steps() + " steps passed";
  }

  private static int notRun(Wizard.LastWalk last) {
    var tried =
        last.counts().entrySet().stream()
            .filter(entry -> !ON_TOP.contains(entry.getKey()))
            .filter(entry -> entry.getKey() != Standing.NOT_RUN)
            .mapToInt(java.util.Map.Entry::getValue)
            .sum();
    return Math.max(0, last.steps() - tried);
  }

  Optional<Word> chip() {
    if (isBackup()) {
      return Optional.of(
          project.backups().proven() == null
              ? new Word("not proven", Tone.CAUTION)
              : new Word("proven", Tone.GOOD));
    }
    var last = wizard.last();
    if (last == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (last.phase()) {
          case OPEN -> new Word("open", Tone.INFO);
          case ABORTED -> new Word("given up", Tone.NEUTRAL);
          case PAUSED, SEALED -> decided(last);
        });
  }

  private static Word decided(Wizard.LastWalk last) {
    var decision = last.decision();
    if (decision == null) {
      return new Word(last.phase() == RunState.Phase.SEALED ? "sealed" : "paused", Tone.NEUTRAL);
    }
    if (decision.equals("GO")) {
      return new Word("go", Tone.GOOD);
    }
    return last.count(Standing.FAILED) > 0
        ? new Word("no-go", Tone.BAD)
        : new Word("not finished", Tone.CAUTION);
  }

  /// What comes before it, as a sentence.
  Optional<String> first() {
    if (project.version() == null) {
      return Optional.of("Look at the project first.");
    }
    return isBackup() || wizard.waitsFor().isEmpty()
        ? Optional.empty()
        : Optional.of("Waits for " + String.join(" and ", wizard.waitsFor()) + ".");
  }

  /// The word on its button.
  String verb() {
    var last = wizard.last();
    if (wizard.kind() == Wizard.Kind.BACKUP_AND_RESTORE
        && project.version() != null
        && next(project) != wizard.kind()) {
      return "Open";
    }
    if (!hasList()) {
      return wizard.kind() == Wizard.Kind.AUDIT_CHAIN ? "Verify" : "Open the project";
    }
    if (project.version() == null) {
      return "Open the project";
    }
    if (last == null || !last.version().equals(project.version())) {
      return "Begin";
    }
    return switch (last.phase()) {
      case OPEN -> "Continue";
      case PAUSED -> "GO".equals(last.decision()) ? "Look again" : "Continue";
      case SEALED -> "Look at it";
      case ABORTED -> "Begin";
    };
  }
}
