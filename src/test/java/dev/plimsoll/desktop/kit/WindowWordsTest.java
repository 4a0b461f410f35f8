package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.release.ProposedVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the core says for both doors, as somebody at the window reads it.
class WindowWordsTest {
  private static final Path CORE = Path.of("src/main/java/dev/plimsoll/core");

  /// What the window cannot do: there the command is the next action.
  private static final List<String> COMMAND_LINE_ONLY =
      List.of(
          "plimsoll audit new-log",
          "plimsoll audit rotate-key",
          "plimsoll audit checkpoint",
          "plimsoll audit export",
          "plimsoll audit log", // the owner of the logs' key
          "plimsoll witness",
          "plimsoll --read-only",
          "--accept-key",
          "open it with --read-only",
          "asked with --format json"); // another program

  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern VALUE = Pattern.compile("\"\\s*\\+\\s*[\\w.()\\[\\]]+\\s*\\+\\s*\"");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<!\\.)plimsoll (?:[a-z]+(?: [a-z-]+)?|--[a-z-]+)|with --[a-z][a-z-]+|--set ");

  @Test
  void aCommandIsToldAsThePlaceWhereTheWindowDoesIt() {
    assertThat(WindowWords.of("Take one: plimsoll backup create --set shop"))
        .isEqualTo("Take one: Backups, shop, Back up now.");
    assertThat(WindowWords.of("Run `plimsoll audit verify` to see where it was changed."))
        .isEqualTo("Verify the log under Audit chains to see where it was changed.");
    assertThat(WindowWords.of("See all of them with: plimsoll checklist lint"))
        .isEqualTo("See all of them on the page of the project.");
    assertThat(
            WindowWords.of("Confirm it first; on the command line with --confirm-burst shop:80."))
        .isEqualTo("Confirm it first.");
    assertThat(WindowWords.of("See those that are there with: plimsoll backup list --set shop"))
        .isEqualTo("See those that are there under Backups, shop.");
  }

  @Test
  void whatIsNoCommandOfOursStaysAsItIs() {
    for (var sentence : List.of("Fetch the rest with: git fetch --unshallow", "Make room.", "")) {
      assertThat(WindowWords.of(sentence)).isEqualTo(sentence);
    }
  }

  @Test
  void aProjectWithoutAVersionIsNotToldOfAnOption(@TempDir Path folder) {
    var rule = new Project.VersionRule(null, List.of("semver"), "v{version}", List.of());
    Assertions.assertThatThrownBy(() -> ProposedVersion.find(folder, rule))
        .isInstanceOfSatisfying(
            Problem.class,
            none ->
                assertThat(WindowWords.next(none))
                    .isEqualTo(
                        "Name the version on the page of the project, or set version.from to a"
                            + " file#path."));
  }

  @Test
  void everyCommandThatTheCoreNamesHasItsPlaceInTheWindowOrIsKnownToHaveNone() throws IOException {
    var seen = new ArrayList<String>();
    var untold = new ArrayList<String>();
    try (var files = Files.walk(CORE)) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        for (var sentence : sentences(Files.readString(file))) {
          seen.add(sentence);
          if (COMMAND.matcher(WindowWords.of(sentence)).find()
              && COMMAND_LINE_ONLY.stream().noneMatch(sentence::contains)) {
            untold.add(file.getFileName() + ": " + sentence);
          }
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(30);
    assertThat(untold).isEmpty();
  }

  /// The literals that name a command, put together, with X for each value between.
  private static List<String> sentences(String source) {
    var code =
        source
            .lines()
            .filter(line -> !line.strip().startsWith("//"))
            .reduce("", (a, b) -> a + "\n" + b);
    var whole = VALUE.matcher(JOINED.matcher(code).replaceAll("")).replaceAll("X");
    var found = new ArrayList<String>();
    var literal = LITERAL.matcher(whole);
    while (literal.find()) {
      var text = literal.group(1);
      var sentence = text.endsWith(" ") || text.endsWith("=") ? text + "X" : text;
      if (COMMAND.matcher(sentence).find()) {
        found.add(sentence);
      }
    }
    return found;
  }
}
