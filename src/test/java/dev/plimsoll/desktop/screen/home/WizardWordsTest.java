package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.Wizards;
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

  @Test
  void aProjectThatMustBeLookedAtFirstSaysSoAndLeadsThere() {
    var wizard = new Wizard(Wizard.Kind.SMOKE_TESTS, "smoke-tests", List.of(), null, null);
    var words =
        new WizardWords(new Wizards(Path.of("x"), "demo", null, List.of(wizard), NONE), wizard);
    assertThat(words.first()).hasValue("Look at the project first.");
    assertThat(words.verb()).isEqualTo("Open the project");
  }

  @Test
  void backupsAreSpokenOfByTheirProof() {
    var wizard = new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null);
    var proven = new Wizards.Backups(List.of("data"), NOW.minus(Duration.ofDays(3)), 0);
    var words =
        new WizardWords(
            new Wizards(Path.of("x"), "demo", "1.5.0", List.of(wizard), proven), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("Last proven restorable 3 days ago.");
    assertThat(words.chip().orElseThrow().word()).isEqualTo("proven");
    assertThat(words.ended()).hasValue("1 set");

    var never = new Wizards.Backups(List.of("data", "logs"), null, 2);
    words =
        new WizardWords(new Wizards(Path.of("x"), "demo", "1.5.0", List.of(wizard), never), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("Not proven restorable.");
    assertThat(words.chip().orElseThrow().word()).isEqualTo("not proven");

    var one = new Wizards.Backups(List.of("data", "logs"), null, 1);
    words =
        new WizardWords(new Wizards(Path.of("x"), "demo", "1.5.0", List.of(wizard), one), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("1 of 2 sets is not proven restorable.");
  }

  @Test
  void aProjectThatNamesNothingToBackUpIsNotCalledUnproven() {
    var wizard = new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null);
    var words =
        new WizardWords(new Wizards(Path.of("x"), "demo", "1.5.0", List.of(wizard), NONE), wizard);
    assertThat(words.walked(TIMES)).isEqualTo("demo names nothing to back up yet.");
    assertThat(words.chip()).isEmpty();
  }

  @Test
  void theNextOneIsTheFirstThatWaitsForNothingAndHasNotEndedWellForThisVersion() {
    var done = walked("1.5.0", Phase.PAUSED, "GO", Standing.PASSED);
    var old = walked("1.4.2", Phase.SEALED, "GO", Standing.PASSED);
    var all = new ArrayList<Wizard>();
    all.add(new Wizard(Wizard.Kind.PRE_RELEASE, "pre-release", List.of(), done, null));
    all.add(
        new Wizard(Wizard.Kind.SMOKE_TESTS, "smoke-tests", List.of("Release steps"), old, null));
    all.add(new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, null, List.of(), null, null));
    all.add(new Wizard(Wizard.Kind.AUDIT_CHAIN, "audit-chain", List.of(), old, null));
    assertThat(WizardWords.next(new Wizards(Path.of("x"), "demo", "1.5.0", all, NONE)))
        .isEqualTo(Wizard.Kind.AUDIT_CHAIN);
    all.removeLast();
    assertThat(WizardWords.next(new Wizards(Path.of("x"), "demo", "1.5.0", all, NONE))).isNull();
  }

  @Test
  void aBackupOfThePlanComesInItsPlaceAndIsWalkedFromThere() {
    var done = walked("1.5.0", Phase.PAUSED, "GO", Standing.PASSED);
    var sets = new Wizards.Backups(List.of("data"), NOW, 0);
    var all = new ArrayList<Wizard>();
    all.add(new Wizard(Wizard.Kind.PRE_RELEASE, "pre-release", List.of(), done, 0));
    all.add(new Wizard(Wizard.Kind.SMOKE_TESTS, "smoke-tests", List.of(), null, 2));
    all.add(new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, "backup", List.of(), null, 1));
    all.add(new Wizard(Wizard.Kind.AUDIT_CHAIN, "audit-chain", List.of(), null, null));
    var project = new Wizards(Path.of("x"), "demo", "1.5.0", all, sets);
    assertThat(WizardWords.next(project)).isEqualTo(Wizard.Kind.BACKUP_AND_RESTORE);
    assertThat(new WizardWords(project, all.get(2)).verb()).isEqualTo("Begin");

    all.set(2, new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, "backup", List.of(), done, 1));
    project = new Wizards(Path.of("x"), "demo", "1.5.0", all, sets);
    assertThat(WizardWords.next(project)).isEqualTo(Wizard.Kind.SMOKE_TESTS);
    assertThat(new WizardWords(project, all.get(2)).verb()).isEqualTo("Open");
  }

  @Test
  void aBackupChecklistOutsideOfThePlanIsNothingThatTheReleaseNeeds() {
    var backup = new Wizard(Wizard.Kind.BACKUP_AND_RESTORE, "monthly", List.of(), null, null);
    var project = new Wizards(Path.of("x"), "demo", "1.5.0", List.of(backup), NONE);
    assertThat(WizardWords.next(project)).isNull();
    assertThat(new WizardWords(project, backup).verb()).isEqualTo("Open");
  }

  private static WizardWords words(Wizard.@Nullable LastWalk last) {
    var wizard = new Wizard(Wizard.Kind.PRE_RELEASE, "pre-release", List.of(), last, null);
    return new WizardWords(
        new Wizards(Path.of("x"), "demo", "1.5.0", List.of(wizard), NONE), wizard);
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
