package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Readiness;
import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.Wizards;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.Times;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WizardWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:00:00Z");
  private static final Readiness READY = new Readiness.Ready("1.5.0");
  private static final Readiness NO_VERSION =
      new Readiness.NoVersion(Problem.of("No version proposed", "There is none.", "Name one."));
  private static final Wizards.Backups NONE = Wizards.Backups.NONE;
  private static final Times TIMES = new Times(InstantSource.fixed(NOW), ZoneOffset.UTC);

  @Test
  void saysWhenItWasWalkedLastAndHowThatEnded() {
    var words = words(walked("1.4.2", Phase.PAUSED, "NO_GO", Standing.FAILED, Standing.PASSED));
    assertThat(words.walked(TIMES)).isEqualTo("Last walked 2 h ago, for 1.4.2.");
    assertThat(words.ended()).hasValue("1 failed, 1 not run");
    assertThat(words.chip().orElseThrow().word()).isEqualTo("no-go");
    assertThat(words.verb()).as("another version's").isEqualTo("Begin");
  }

  @Test
  void aGoOverAWaiverTellsTheWaiverAndNotAlsoTheFailureBelowIt() {
    var words =
        words(
            walked(
                "1.5.0",
                Phase.PAUSED,
                "GO",
                Standing.PASSED,
                Standing.PASSED,
                Standing.FAILED,
                Standing.WAIVED));
    assertThat(words.ended()).hasValue("1 waived");
    assertThat(words.chip().orElseThrow().word()).isEqualTo("go");
    assertThat(words.verb()).isEqualTo("Look again");
  }

  @Test
  void whatOnlyPassedSaysSo() {
    assertThat(
            words(
                    walked(
                        "1.5.0",
                        Phase.SEALED,
                        "GO",
                        Standing.PASSED,
                        Standing.WARNED,
                        Standing.NOT_APPLICABLE))
                .ended())
        .hasValue("all 3 steps passed");
  }

  @Test
  void aGoWithAStepThatDidNotPassDoesNotSayThatAllPassed() {
    assertThat(
            words(
                    walked(
                        "1.5.0",
                        Phase.SEALED,
                        "GO",
                        Standing.PASSED,
                        Standing.PASSED,
                        Standing.FAILED))
                .ended())
        .as("a step that the release does not ask for")
        .hasValue("1 failed");
    assertThat(words(walked("1.5.0", Phase.SEALED, "GO", Standing.PASSED, Standing.PASSED)).ended())
        .hasValue("2 of 3 steps passed");
  }

  @Test
  void aWalkThatStandsOpenHasNoDecisionYet() {
    var words = words(walked("1.5.0", Phase.OPEN, null, Standing.PASSED));
    assertThat(words.chip().orElseThrow().word()).isEqualTo("open");
    assertThat(words.ended()).hasValue("2 not run");
    assertThat(words.verb()).isEqualTo("Continue");
  }

  @Test
  void whatWasNeverWalkedIsNotCalledGood() {
    var words = words(null);
    assertThat(words.walked(TIMES)).isEqualTo("Not walked yet.");
    assertThat(words.chip()).isEmpty();
    assertThat(words.ended()).isEmpty();
    assertThat(words.verb()).isEqualTo("Begin");
  }

  private static WizardWords missing(Readiness readiness, Wizard.Kind kind) {
    var wizard = new Wizard(kind, "list", List.of(), null, null, List.of("List"));
    return new WizardWords(
        new Wizards(Path.of("x"), "demo", readiness, List.of(wizard), NONE), wizard);
  }

  @Test
  void whatNobodyTrustsIsLockedAndSaysSo() {
    var words = missing(new Readiness.NotTrusted(false), Wizard.Kind.SMOKE_TESTS);
    assertThat(words.first())
        .hasValue(new WizardWords.First("Look at what its files do and trust them first.", true));
    assertThat(words.verb()).isEqualTo("Open the project");
    assertThat(missing(new Readiness.NotTrusted(true), Wizard.Kind.SMOKE_TESTS).first())
        .hasValueSatisfying(
            first -> assertThat(first.sentence()).startsWith("Its files have changed"));
  }

  @Test
  void aTrustedProjectWithoutAVersionIsNotLockedAndAsksForOne() {
    var words = missing(NO_VERSION, Wizard.Kind.PRE_RELEASE);
    assertThat(words.first())
        .hasValue(
            new WizardWords.First(
                "Nothing in the project proposes a version: name the one to release.", false));
    assertThat(words.verb()).isEqualTo("Name a version");
    assertThat(words.lead()).isEqualTo(WizardWords.Lead.PROJECT);
  }

  @Test
  void backupsAndLogsNeedNoVersion() {
    var backup = new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null, List.of());
    var audit = new Wizard(Wizard.Kind.AUDIT_CHAIN, null, List.of(), null, null, List.of());
    var sets = new Wizards.Backups(List.of("data"), NOW, 0);
    var project = new Wizards(Path.of("x"), "demo", NO_VERSION, List.of(backup, audit), sets);
    assertThat(new WizardWords(project, backup).lead()).isEqualTo(WizardWords.Lead.BACKUPS);
    assertThat(new WizardWords(project, backup).first()).isEmpty();
    assertThat(new WizardWords(project, audit).lead()).isEqualTo(WizardWords.Lead.AUDIT);
    assertThat(new WizardWords(project, audit).verb()).isEqualTo("Verify");
  }

  @Test
  void filesWithErrorsAreNotSpokenOfAsIfTheySaidNothing() {
    var backup = new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null, List.of());
    var project =
        new Wizards(
            Path.of("x"), "demo", new Readiness.Errors(2), List.of(backup), Wizards.Backups.NONE);
    var words = new WizardWords(project, backup);
    assertThat(words.walked(TIMES)).isEqualTo("Could not tell: the files of demo have errors.");
    assertThat(words.first())
        .hasValue(new WizardWords.First("Correct the 2 errors in its files first.", true));
    assertThat(words.verb()).isEqualTo("See the errors");
    assertThat(words.lead()).isEqualTo(WizardWords.Lead.PROJECT);
  }

  @Test
  void aWizardThatStandsForSeveralListsSaysWhichItWalks() {
    var wizard =
        new Wizard(
            Wizard.Kind.SMOKE_TESTS,
            "smoke",
            List.of(),
            null,
            null,
            List.of("Smoke tests", "Smoke tests of the shop"));
    var words =
        new WizardWords(new Wizards(Path.of("x"), "demo", READY, List.of(wizard), NONE), wizard);
    assertThat(words.which())
        .hasValue(
            "Walks \u201cSmoke tests\u201d, one of 2 lists; beside it: Smoke tests of the shop.");
    assertThat(words(null).which()).isEmpty();
  }

  @Test
  void backupsAreSpokenOfByTheirProof() {
    var wizard = new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null, List.of());
    var proven = new Wizards.Backups(List.of("data"), NOW.minus(Duration.ofDays(3)), 0);
    var words =
        new WizardWords(new Wizards(Path.of("x"), "demo", READY, List.of(wizard), proven), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("Last proven restorable 3 days ago.");
    assertThat(words.chip().orElseThrow().word()).isEqualTo("proven");
    assertThat(words.ended()).hasValue("1 set");

    var never = new Wizards.Backups(List.of("data", "logs"), null, 2);
    words =
        new WizardWords(new Wizards(Path.of("x"), "demo", READY, List.of(wizard), never), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("Not proven restorable.");
    assertThat(words.chip().orElseThrow().word()).isEqualTo("not proven");

    var one = new Wizards.Backups(List.of("data", "logs"), null, 1);
    words = new WizardWords(new Wizards(Path.of("x"), "demo", READY, List.of(wizard), one), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("1 of 2 sets is not proven restorable.");
  }

  @Test
  void aProjectThatNamesNothingToBackUpIsNotCalledUnproven() {
    var wizard = new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null, List.of());
    var words =
        new WizardWords(new Wizards(Path.of("x"), "demo", READY, List.of(wizard), NONE), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("demo names nothing to back up yet.");
    assertThat(words.chip()).isEmpty();
  }

  @Test
  void theNextOneIsTheFirstThatWaitsForNothingAndHasNotEndedWellForThisVersion() {
    var done = walked("1.5.0", Phase.PAUSED, "GO", Standing.PASSED);
    var old = walked("1.4.2", Phase.SEALED, "GO", Standing.PASSED);
    var all = new ArrayList<Wizard>();
    all.add(new Wizard(Wizard.Kind.PRE_RELEASE, "pre-release", List.of(), done, null, List.of()));
    all.add(
        new Wizard(
            Wizard.Kind.SMOKE_TESTS,
            "smoke-tests",
            List.of("Release steps"),
            old,
            null,
            List.of()));
    all.add(new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null, List.of()));
    all.add(new Wizard(Wizard.Kind.AUDIT_CHAIN, "audit-chain", List.of(), old, null, List.of()));
    assertThat(WizardWords.next(new Wizards(Path.of("x"), "demo", READY, all, NONE)))
        .isEqualTo(Wizard.Kind.AUDIT_CHAIN);
    all.removeLast();
    assertThat(WizardWords.next(new Wizards(Path.of("x"), "demo", READY, all, NONE))).isNull();
  }

  @Test
  void aBackupOfThePlanComesInItsPlaceAndIsWalkedFromThere() {
    var done = walked("1.5.0", Phase.PAUSED, "GO", Standing.PASSED);
    var sets = new Wizards.Backups(List.of("data"), NOW, 0);
    var all = new ArrayList<Wizard>();
    all.add(new Wizard(Wizard.Kind.PRE_RELEASE, "pre-release", List.of(), done, 0, List.of()));
    all.add(new Wizard(Wizard.Kind.SMOKE_TESTS, "smoke-tests", List.of(), null, 2, List.of()));
    all.add(new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, "backup", List.of(), null, 1, List.of()));
    all.add(new Wizard(Wizard.Kind.AUDIT_CHAIN, "audit-chain", List.of(), null, null, List.of()));
    var project = new Wizards(Path.of("x"), "demo", READY, all, sets);
    assertThat(WizardWords.next(project)).isEqualTo(Wizard.Kind.BACKUP_AND_RESTORE);
    assertThat(new WizardWords(project, all.get(2)).verb()).isEqualTo("Begin");

    all.set(2, new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, "backup", List.of(), done, 1, List.of()));
    project = new Wizards(Path.of("x"), "demo", READY, all, sets);
    assertThat(WizardWords.next(project)).isEqualTo(Wizard.Kind.SMOKE_TESTS);
    assertThat(new WizardWords(project, all.get(2)).verb()).isEqualTo("Open");
  }

  @Test
  void aBackupChecklistOutsideOfThePlanIsNothingThatTheReleaseNeeds() {
    var backup =
        new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, "monthly", List.of(), null, null, List.of());
    var project = new Wizards(Path.of("x"), "demo", READY, List.of(backup), NONE);
    assertThat(WizardWords.next(project)).isNull();
    assertThat(new WizardWords(project, backup).verb()).isEqualTo("Open");
  }

  private static WizardWords words(Wizard.@Nullable LastWalk last) {
    var wizard =
        new Wizard(Wizard.Kind.PRE_RELEASE, "pre-release", List.of(), last, null, List.of());
    return new WizardWords(new Wizards(Path.of("x"), "demo", READY, List.of(wizard), NONE), wizard);
  }

  private static Wizard.LastWalk walked(
      String version, Phase phase, @Nullable String decision, Standing... standings) {
    var counts = new java.util.EnumMap<Standing, Integer>(Standing.class);
    for (var standing : standings) {
      counts.merge(standing, 1, Integer::sum);
    }
    return new Wizard.LastWalk(
        version, NOW.minus(Duration.ofHours(2)), phase, decision, 3, Map.copyOf(counts));
  }
}
