package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every broken file is told in exactly the sentences beside it, and no whole one is complained
/// about.
final class BadInputTest {
  static Stream<Path> projects() {
    return Stream.of("project/bad-shape", "project/bad-meaning")
        .flatMap(folder -> Fixtures.in(folder).stream());
  }

  static Stream<Path> checklists() {
    return Stream.of("checklist/bad-shape", "checklist/bad-meaning")
        .flatMap(folder -> Fixtures.in(folder).stream());
  }

  static Stream<Path> recipes() {
    return Stream.of("recipe/bad-shape", "recipe/bad-meaning")
        .flatMap(folder -> Fixtures.in(folder).stream());
  }

  static Stream<Path> wholeFiles() {
    return Stream.of("project/good", "checklist/good", "recipe/good")
        .flatMap(folder -> Fixtures.in(folder).stream());
  }

  @ParameterizedTest
  @MethodSource("projects")
  void aBrokenProjectFileIsToldWithItsPlaces(Path file) {
    assertThat(findings(file)).containsExactlyElementsOf(Fixtures.wanted(file));
  }

  @ParameterizedTest
  @MethodSource("checklists")
  void aBrokenChecklistIsToldWithItsPlaces(Path file) {
    assertThat(findings(file)).containsExactlyElementsOf(Fixtures.wanted(file));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aBrokenRecipeIsToldWithItsPlaces(Path file) {
    assertThat(findings(file)).containsExactlyElementsOf(Fixtures.wanted(file));
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void aWholeFileIsNotComplainedAbout(Path file) {
    assertThat(findings(file)).isEmpty();
  }

  private static List<String> findings(Path file) {
    var text = Lint.files(List.of(file), StandardVerbs.all().readers()).text();
    return text.lines().map(line -> line.replaceFirst("^[^:]*:", "")).toList();
  }
}
