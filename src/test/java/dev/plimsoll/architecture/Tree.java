package dev.plimsoll.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/// Two trees of classes: the program, and a small one in `broken` of the same layout in which every
/// rule is broken once. A rule takes the root package that it speaks of, so that it can be held
/// against both: a rule that the broken tree passes guards nothing.
final class Tree {
  private static final String PROGRAM = "dev.plimsoll";
  private static final String BROKEN = "dev.plimsoll.architecture.broken";

  private static final JavaClasses PROGRAM_CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(PROGRAM);
  private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN);

  private Tree() {}

  /// The program keeps the rule, and the broken tree does not. A rule over packages that do not
  /// exist yet passes on the program.
  static void keeps(Function<String, ArchRule> rule) {
    assertThat(PROGRAM_CLASSES).as("classes of the program").hasSizeGreaterThan(50);
    rule.apply(PROGRAM).allowEmptyShould(true).check(PROGRAM_CLASSES);

    ArchRule onBroken = rule.apply(BROKEN);
    assertThat(onBroken.evaluate(BROKEN_CLASSES).hasViolation())
        .as("the broken tree is caught by: %s", onBroken.getDescription())
        .isTrue();
  }
}
