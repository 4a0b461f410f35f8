package dev.plimsoll.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which part of the program may use which. An arrow that is missing here is a decision to make,
/// not a line to add in passing.
class ArrowsTest {
  @Test
  void theModelUsesNothingElse() {
    mayUse("the vocabulary is what everybody shares", "core.model");
  }

  @Test
  void theGateUsesTheModel() {
    mayUse(
        "the decision is pure: outcomes, waivers and a clock in, go or no-go out",
        "core.gate",
        "core.model");
  }

  @Test
  void trustUsesTheModel() {
    mayUse("keys and signatures know nothing of what they sign", "core.trust", "core.model");
  }

  @Test
  void checklistsUseTheModel() {
    mayUse(
        "a checklist is read without knowing any verb: each verb brings its reader",
        "core.checklist",
        "core.model");
  }

  @Test
  void gitUsesTheModel() {
    mayUse("git is read for everybody, and knows nobody", "core.git", "core.model");
  }

  @Test
  void theAuditChainUsesTrust() {
    mayUse(
        "the log is signed; what it is kept in is somebody else's",
        "core.audit",
        "core.model",
        "core.trust");
  }

  @Test
  void theHistoryImplementsTheAuditChainsStores() {
    mayUse(
        "a database that can be rebuilt from the log knows the log alone",
        "core.history",
        "core.audit",
        "core.model",
        "core.trust");
  }

  @Test
  void backupsUseChainsAndDigests() {
    mayUse(
        "a restore point stands for itself; logs in it are held against their recipes",
        "core.backup",
        "core.audit",
        "core.model",
        "core.trust");
  }

  @Test
  void releasesUseGit() {
    mayUse("versions and tags are a repository's", "core.release", "core.git", "core.model");
  }

  @Test
  void verbsReadTheWorldAndKnowNoRun() {
    mayUse(
        "a check concludes the same whoever runs it",
        "core.check",
        "core.audit",
        "core.backup",
        "core.checklist",
        "core.git",
        "core.model",
        "core.release",
        "core.trust");
  }

  @Test
  void runsUseChecksAndTheGate() {
    mayUse(
        "a run appends to the log and never asks the database; sign-offs are signed",
        "core.run",
        "core.audit",
        "core.check",
        "core.checklist",
        "core.gate",
        "core.model",
        "core.trust");
  }

  @Test
  void recordsUseTheGateAndTheLog() {
    mayUse(
        "a record is verified by people who never saw the run",
        "core.record",
        "core.audit",
        "core.gate",
        "core.model",
        "core.trust");
  }

  @Test
  void tasksUseTheModel() {
    mayUse("background work knows no screen", "desktop.task", "core.model");
  }

  @Test
  void theKitUsesTasks() {
    mayUse(
        "shared controls know no screen and no service",
        "desktop.kit",
        "core.model",
        "desktop.task");
  }

  @Test
  void screensUseTheCoreTheKitAndTasks() {
    mayUse(
        "a screen never reaches for the window around it",
        "desktop.screen",
        "core",
        "desktop.kit",
        "desktop.task");
  }

  @Test
  void theDesktopUsesTheCore() {
    mayUse("the command line is the other door into the same core", "desktop", "core");
  }

  @Test
  void theCommandLineUsesTheCore() {
    mayUse("a command works where there is no window", "cli", "core");
  }

  @Test
  void theCoreUsesNeitherDesktopNorCommandLine() {
    mayUse("the core is a library by itself", "core");
  }

  @Test
  void nothingInTheCoreUsesItsFrontDoor() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAPackage(root + ".core.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + ".core")
            .because(
                "the front door puts the parts together; a part that used it would be a cycle"));
  }

  @Test
  void mainUsesTheTwoDoors() {
    Tree.keeps(root ->
        classes()
            .that()
            .resideInAPackage(root)
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage(root + "..")
                    .or(resideInAnyPackage(root, root + ".desktop.app", root + ".cli")))
            .because("the entrance chooses a door, and does nothing itself"));
  }

  @Test
  void onlyMainUsesTheCompositionRoots() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAnyPackage(
                root + ".core..",
                root + ".desktop.kit..",
                root + ".desktop.task..",
                root + ".desktop.screen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(root + ".desktop.app..", root + ".cli..")
            .because("what puts the parts together is used by nobody, or it becomes a locator"));
  }

  @Test
  void aScreenUsesNoOtherScreen() {
    Tree.keeps(root ->
        slices()
            .matching(root + ".desktop.screen.(*)..")
            .should()
            .notDependOnEachOther()
            .because("screens are reached through places, never through each other"));
  }

  @Test
  void packagesHaveNoCycles() {
    Tree.keeps(root ->
        slices()
            .matching(root + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one"));
  }

  @Test
  void everyPackageIsInAPartWithArrows() {
    Tree.keeps(root ->
        classes()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .resideInAnyPackage(
                Stream.concat(
                        Stream.of(root, root + ".core", root + ".cli.."),
                        Stream.concat(
                            Stream.of(
                                    "model",
                                    "checklist",
                                    "check",
                                    "run",
                                    "gate",
                                    "audit",
                                    "trust",
                                    "record",
                                    "backup",
                                    "release",
                                    "git",
                                    "history")
                                .map(part -> root + ".core." + part + ".."),
                            Stream.of("app", "task", "kit", "screen")
                                .map(part -> root + ".desktop." + part + "..")))
                    .toArray(String[]::new))
            .because("a part that nobody drew arrows for could use anything"));
  }

  /// Classes of the part use the part itself, the other parts named, and libraries.
  private static void mayUse(String reason, String part, String... others) {
    Tree.keeps(root -> {
      String[] allowed =
          Stream.concat(Stream.of(part), Stream.of(others))
              .map(name -> root + "." + name + "..")
              .toArray(String[]::new);
      return classes()
          .that(resideInAPackage(root + "." + part + ".."))
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackage(root + "..").or(resideInAnyPackage(allowed)))
          .because(reason);
    });
  }
}
