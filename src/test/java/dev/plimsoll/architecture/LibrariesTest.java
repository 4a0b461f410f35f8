package dev.plimsoll.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which part of the program may use which library.
class LibrariesTest {
  /// Classes outside the history that may speak SQL, each the one adapter of its subject.
  private static final Set<String> SQL_ADAPTERS =
      Set.of(
          "dev.plimsoll.core.check.sql.SqlReading", "dev.plimsoll.core.backup.source.SqliteCopy");

  @Test
  void theCoreAndTheCommandLineKnowNoWindow() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAnyPackage(root + ".core..", root + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javafx..",
                "com.sun.javafx..",
                "org.controlsfx..",
                "impl.org.controlsfx..",
                "atlantafx..",
                "org.kordamp..",
                "java.awt..",
                "javax.swing..")
            .because("the core is a library by itself, and a command runs where JavaFX is not"));
  }

  @Test
  void theModelAndTheGateUseJavaBaseOnly() {
    Set<String> base = Object.class.getModule().getPackages();
    Tree.keeps(root ->
        classes()
            .that()
            .resideInAnyPackage(root + ".core.model..", root + ".core.gate..")
            .should()
            .onlyDependOnClassesThat(
                describe(
                    "are in java.base, JSpecify's or our own",
                    type ->
                        type.getBaseComponentType().isPrimitive()
                            || base.contains(type.getBaseComponentType().getPackageName())
                            || type.getPackageName().equals("org.jspecify.annotations")
                            || type.getPackageName().startsWith(root + ".")))
            .because("words and the decision about them outlive every library"));
  }

  @Test
  void theModelAndTheGateDoNoInputOrOutput() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAnyPackage(root + ".core.model..", root + ".core.gate..")
            .should()
            .dependOnClassesThat(
                describe(
                    "read or write files, sockets or processes",
                    (JavaClass type) ->
                        Set.of(
                                "java.nio.file.Files",
                                "java.io.File",
                                "java.io.FileInputStream",
                                "java.io.FileOutputStream",
                                "java.lang.ProcessBuilder",
                                "java.net.Socket",
                                "java.nio.channels.FileChannel")
                            .contains(type.getName())))
            .because("what decides has read nothing by itself"));
  }

  @Test
  void onlyGitImportsJGit() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideOutsideOfPackage(root + ".core.git..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..")
            .because("a git library is replaced in one place, or never"));
  }

  @Test
  void onlyTheHistorySpeaksSql() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideOutsideOfPackage(root + ".core.history..")
            .and(notNamed(SQL_ADAPTERS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
            .because("the schema is known in one place"));
  }

  @Test
  void onlyTheReportOfAVerificationMakesPdfs() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideOutsideOfPackage(root + ".core.audit.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
            .because("a document is laid out in one place"));
  }

  @Test
  void onlyTheCommandLineUsesPicocli() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideOutsideOfPackage(root + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("options are the command line's"));
  }

  @Test
  void viewModelsUseBeansAndCollectionsOnly() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAPackage(root + ".desktop.screen..")
            .and()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(
                describe(
                    "are JavaFX beyond beans and collections",
                    (JavaClass type) ->
                        type.getPackageName().startsWith("javafx.")
                            && !type.getPackageName().startsWith("javafx.beans")
                            && !type.getPackageName().startsWith("javafx.collections")))
            .because("a view model is tested without a toolkit"));
  }

  @Test
  void nobodyUsesJavaFxsOwnTasks() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.concurrent..")
            .because(
                "there is one way to work in the background, and it is testable: desktop.task"));
  }

  private static DescribedPredicate<JavaClass> notNamed(Set<String> names) {
    return describe(
        "are no adapters", type -> !names.contains(type.getName().replaceFirst("\\$.*", "")));
  }
}
