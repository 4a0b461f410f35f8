package dev.plimsoll.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Habits that a reader may rely on anywhere in the program.
class HabitsTest {
  private static final int PARAMETERS = 5;

  private static final Pattern EMPTY_WORD =
      Pattern.compile(
          "(Manager|Helper|Utils?|Impl|Status|Result|Data|Info|Handler|Processor)s?(?![a-z])");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  @Test
  void theWindowsThreadIsEnteredInOnePackage() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideOutsideOfPackage(root + ".desktop.task..")
            .should(reach("javafx.application.Platform", "runLater"))
            .because("whoever enters the window's thread by himself is found by a freeze"));
  }

  @Test
  void timeComesFromOutside() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and(areNoCompositionRoots(root))
            .should()
            .accessTargetWhere(
                describe("read the machine's clock", HabitsTest::readsTheMachinesClock))
            .because("a clock that is handed in can be set back by a test"));
  }

  @Test
  void streamsAndTheEnvironmentComeFromOutside() {
    Set<String> outside = Set.of("out", "err", "in", "getenv", "exit");
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and(areNoCompositionRoots(root))
            .should()
            .accessTargetWhere(
                describe(
                    "use the process's streams, environment or exit",
                    access ->
                        owner(access).equals("java.lang.System")
                            && outside.contains(access.getName())))
            .because("a library does not print, and a test has its own environment"));
  }

  @Test
  void typeNamesSaySomething() {
    Tree.keeps(root ->
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should(
                ArchCondition.from(
                    describe(
                        "be named with a word that fits anything",
                        (JavaClass type) -> EMPTY_WORD.matcher(type.getSimpleName()).find())))
            .because("the glossary has a word for it"));
  }

  @Test
  void staticFieldsAreFinal() {
    Tree.keeps(root ->
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("what is shared by all is changed by nobody"));
  }

  @Test
  void staticFieldsHoldNothingThatChanges() {
    Tree.keeps(root ->
        noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(
                describe(
                    "types made to be changed",
                    type ->
                        type.getPackageName().equals(AtomicReference.class.getPackageName())
                            || type.isAssignableTo(ConcurrentMap.class)
                            || type.isAssignableTo(ThreadLocal.class)
                            || type.isAssignableTo(StringBuilder.class)
                            || type.isAssignableTo(AbstractCollection.class)
                            || type.isAssignableTo(AbstractMap.class)))
            .because("a final map that fills is a mutable static with a hat on"));
  }

  @Test
  void nobodyOffersAnInstance() {
    Tree.keeps(root ->
        noMethods()
            .that()
            .areStatic()
            .should()
            .haveName("getInstance")
            .because("a constructor that names what it needs tells the truth"));
  }

  @Test
  void constructorsTakeFiveParametersAtMost() {
    Tree.keeps(root ->
        constructors()
            .that()
            .areDeclaredInClassesThat(
                describe(
                    "are neither records nor anonymous",
                    type -> !type.isRecord() && !type.isAnonymousClass() && !type.isLocalClass()))
            .should(takeAtMost(PARAMETERS))
            .because("more is two things, or a record that has no name yet"));
  }

  @Test
  void packagesAreNullMarked() {
    Tree.keeps(root ->
        classes()
            .that()
            .resideInAPackage(root + "..")
            .should(
                ArchCondition.from(
                    describe(
                        "be in a package with @NullMarked in its package-info",
                        (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("absence is written down, or it is not there"));
  }

  private static DescribedPredicate<JavaClass> areNoCompositionRoots(String root) {
    return describe(
        "are no composition roots",
        type ->
            !type.getPackageName().equals(root)
                && !(type.getPackageName() + ".").startsWith(root + ".cli.")
                && !(type.getPackageName() + ".").startsWith(root + ".desktop.app."));
  }

  private static boolean readsTheMachinesClock(JavaAccess<?> access) {
    return switch (owner(access)) {
      case "java.time.Clock" -> access.getName().startsWith("system");
      case "java.time.InstantSource" -> access.getName().equals("system");
      case "java.lang.System" -> access.getName().equals("currentTimeMillis");
      case String type when CLOCKS.contains(type) ->
          access.getName().equals("now")
              && !access.getTarget().getFullName().endsWith("(java.time.Clock)");
      default -> false;
    };
  }

  private static String owner(JavaAccess<?> access) {
    return access.getTargetOwner().getName();
  }

  /// By a call or by a method reference.
  private static ArchCondition<JavaClass> reach(String type, String method) {
    return new ArchCondition<>("reach %s.%s", type, method) {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (JavaAccess<?> access : from.getAccessesFromSelf()) {
          if (owner(access).equals(type) && access.getName().equals(method)) {
            events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
          }
        }
      }
    };
  }

  /// The compiler's own parameters (an enum's name and number, an inner class's outer one) are not
  /// counted.
  private static ArchCondition<JavaConstructor> takeAtMost(int parameters) {
    return new ArchCondition<>("take at most %d parameters", parameters) {
      @Override
      public void check(JavaConstructor constructor, ConditionEvents events) {
        JavaClass owner = constructor.getOwner();
        int written =
            constructor.getRawParameterTypes().size()
                - (owner.isEnum() ? 2 : owner.isInnerClass() ? 1 : 0);
        String message = constructor.getDescription() + " takes " + written + " parameters";
        events.add(new SimpleConditionEvent(constructor, written <= parameters, message));
      }
    };
  }
}
