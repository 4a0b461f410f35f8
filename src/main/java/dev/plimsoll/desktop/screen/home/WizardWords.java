package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.Readiness;
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

  /// Where its button leads.
  enum Lead {
    /// The project's page, where what is missing is put right.
    PROJECT,
    BACKUPS,
    AUDIT,
    CHECKLIST
  }

  /// What comes before it.
  ///
  /// @param closed whether it cannot be begun until then
  record First(String sentence, boolean closed) {}

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
    if (project.readiness() instanceof Readiness.Errors) {
      return "Could not tell: the files of " + project.product() + " have errors.";
    }
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

  /// What comes before it.
  Optional<First> first() {
    return switch (project.readiness()) {
      case Readiness.Ready _ ->
          isBackup() || wizard.waitsFor().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new First("Waits for " + String.join(" and ", wizard.waitsFor()) + ".", true));
      case Readiness.NotOpened(var why) -> Optional.of(new First(why.where(), true));
      case Readiness.Errors(var count) ->
          Optional.of(
              new First(
                  "Correct "
                      + (count == 1 ? "the error" : "the " + count + " errors")
                      + " in its files first.",
                  true));
      case Readiness.NotTrusted(var before) ->
          Optional.of(
              new First(
                  before
                      ? "Its files have changed: look at what they do and trust them again first."
                      : "Look at what its files do and trust them first.",
                  true));
      case Readiness.NoVersion _ ->
          lead() == Lead.PROJECT && hasList()
              ? Optional.of(
                  new First(
                      "Nothing in the project proposes a version: name the one to release.", false))
              : Optional.empty();
    };
  }

  /// Which list it walks, where the project has several of its kind.
  Optional<String> which() {
    var lists = wizard.lists();
    return lists.size() < 2 || (isBackup() && lead() == Lead.BACKUPS)
        ? Optional.empty()
        : Optional.of(
            "Walks \u201c"
                + lists.getFirst()
                + "\u201d, one of "
                + lists.size()
                + " lists; beside it: "
                + String.join(", ", lists.subList(1, lists.size()))
                + ".");
  }

  Lead lead() {
    return switch (project.readiness()) {
      case Readiness.NotOpened _, Readiness.Errors _, Readiness.NotTrusted _ -> Lead.PROJECT;
      case Readiness.NoVersion _ -> needsNoVersion() ? elsewhere() : Lead.PROJECT;
      case Readiness.Ready _ -> {
        var backups = wizard.kind() == Wizard.Kind.BACKUP_AND_RESTORE;
        yield hasList() && (!backups || next(project) == wizard.kind())
            ? Lead.CHECKLIST
            : elsewhere();
      }
    };
  }

  /// Backups and logs are looked at without a release.
  private boolean needsNoVersion() {
    return isBackup() || (wizard.kind() == Wizard.Kind.AUDIT_CHAIN && !hasList());
  }

  /// Where its subject is, apart from any checklist.
  private Lead elsewhere() {
    return switch (wizard.kind()) {
      case BACKUP_AND_RESTORE -> Lead.BACKUPS;
      case AUDIT_CHAIN -> Lead.AUDIT;
      case PRE_RELEASE, SMOKE_TESTS -> Lead.PROJECT;
    };
  }

  /// The word on its button.
  String verb() {
    return switch (lead()) {
      case BACKUPS -> "Open";
      case AUDIT -> "Verify";
      case CHECKLIST -> onward();
      case PROJECT ->
          switch (project.readiness()) {
            case Readiness.Errors _ -> "See the errors";
            case Readiness.NoVersion _ -> hasList() ? "Name a version" : "Open the project";
            case Readiness.Ready _, Readiness.NotOpened _, Readiness.NotTrusted _ ->
                "Open the project";
          };
    };
  }

  private String onward() {
    var last = wizard.last();
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
