package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.BackupYard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Words and places that cannot be meant: one sentence each, and the exit code that the page of
/// exit codes promises.
@Timeout(180)
final class BackupMisuseTest {
  @TempDir Path folder;

  private static void refused(Shell.Said said, int exit, String... words) {
    assertThat(said.exit()).as(said.toString()).isEqualTo(exit);
    assertThat(said.err()).contains(words).hasLineCount(2).doesNotContain("Exception");
  }

  @Test
  void aSetThatThereIsNotIsAMistakeInTheWords() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      for (var verb :
          List.of("create", "list", "verify", "drill", "restore", "undo", "prune", "schedule")) {
        refused(
            shell.run("backup", verb, "--set", "shp"),
            64,
            "The project names no backup set 'shp'.",
            "Did you mean 'shop'?");
      }
    }
  }

  @Test
  void aBackupOrAnUndoPointThatThereIsNotIsNamed() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      refused(shell.run("backup", "drill"), 2, "There is no backup of shop.");
      refused(shell.run("backup", "restore"), 1, "There is no backup of shop.");
      refused(shell.run("backup", "undo"), 1, "Nothing of the set shop was put back");
      assertThat(shell.run("backup", "verify").exit()).isEqualTo(2);
      shell.run("backup", "create");

      for (var id : List.of("none.zip", "../none.zip", "/etc/none.zip")) {
        var absent = "There is no backup " + id + " in ";
        refused(shell.run("backup", "verify", id), 2, absent);
        refused(shell.run("backup", "restore", id), 1, absent);
        refused(shell.run("backup", "restore", id, "--into", "look"), 1, absent);
        var drilled = shell.run("backup", "drill", id);
        assertThat(drilled.exit()).isEqualTo(2);
        assertThat(drilled.out()).hasLineCount(1).contains(absent);
      }
      for (var number : List.of("000099", "../..", "x")) {
        refused(shell.run("backup", "undo", number), 1, "There is no undo point '" + number + "'.");
      }
      refused(shell.run("backup", "restore", "--file", "none"), 1, "none is not in the backup");
    }
  }

  @Test
  void aFolderThatCannotBeFilledIsNamed() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      shell.run("backup", "create");
      var full = Files.createDirectories(folder.resolve("full/of")).getParent();
      var file = Files.writeString(folder.resolve("file"), "");
      for (var place : List.of(String.valueOf(full), file.toString())) {
        refused(
            shell.run("backup", "restore", "--into", place), 1, place + " is not an empty folder.");
      }
      for (var place : List.of(file + "/below", "/proc/none/below")) {
        refused(shell.run("backup", "restore", "--into", place), 1, place + " cannot be filled: ");
      }
      var some = shell.run("backup", "restore", "--file", "none", "--into", folder + "/look");
      refused(some, 1, "There is no none in backup_", "data/app.db");
      assertThat(folder.resolve("look")).doesNotExist();
    }
  }

  @Test
  void aSetThatCannotBeSavedSaysWhy() throws Exception {
    var sets =
        """
            - {name: gone, files: [none.txt], to: ../gone}
            - {name: bare, files: [bare], to: ../bare}
            - {name: left, files: [data], exclude: ["**"], to: ../left}
            - {name: shut, files: [data], to: /proc/shut}
        """;
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      Files.createDirectories(yard.file("bare"));
      var file = yard.file(".plimsoll/project.yaml");
      var first = "    - name: shop\n";
      Files.writeString(file, Files.readString(file).replace(first, sets + first));
      try (var again = yard.plimsoll.project(yard.sandbox.repository)) {
        assertThat(again.findings()).isEmpty();
        again.trust(again.trustQuestion().digest());
      }
      var shell = Shell.in(yard.sandbox);

      refused(shell.run("backup", "create", "--set", "gone"), 1, "none.txt cannot be read: ");
      refused(shell.run("backup", "create", "--set", "bare"), 1, "The set bare holds no file.");
      refused(shell.run("backup", "create", "--set", "left"), 1, "The set left holds no file.");
      refused(shell.run("backup", "create", "--set", "shut"), 1, "/proc/shut cannot be made: ");
      refused(shell.run("backup", "restore"), 64, "The project names 5 backup sets.");
      assertThat(shell.run("backup", "list", "--set", "shut").exit()).isZero();
    }
  }

  @Test
  void aNumberOfLostEntriesIsTheOneOfThePlan() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      shell.run("backup", "create");
      yard.sqlite("DELETE FROM orders");
      for (var verb : List.of("restore", "undo")) {
        for (var word : List.of("abc", "-1", "1.5", "")) {
          refused(shell.run("backup", verb, "--lose", word, "--yes"), 64, "not '" + word + "'.");
        }
      }
      for (var number : List.of("5", "unknown")) {
        refused(
            shell.run("backup", "restore", "--lose", number, "--yes"),
            1,
            "No entry of a log would be lost, and --lose says "
                + number
                + ". Nothing was changed.");
      }
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("0");

      yard.line("three");
      refused(
          shell.run("backup", "restore", "--lose", "5", "--yes"),
          1,
          "Type 1 to confirm",
          "Nothing was changed");
      assertThat(shell.run("backup", "restore", "--lose", "1", "--yes").exit()).isZero();
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("2");
      yard.sqlite("DELETE FROM orders");
      assertThat(shell.run("backup", "restore", "--lose", "0", "--yes").exit()).isZero();
    }
  }

  @Test
  void anUnfinishedRestoreIsSaidWhereBackupsAreListed() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      assertThat(shell.run("backup", "list").err()).isEmpty();
      assertThat(shell.run("backup", "list", "--json").json().get("unfinishedRestore").asBoolean())
          .isFalse();
      // as a crash leaves it that comes while the first state of the journal is written
      Files.createDirectories(yard.file(".plimsoll-undo"));
      Files.writeString(yard.file(".plimsoll-undo/journal.new"), "{");

      var listed = shell.run("backup", "list");

      assertThat(listed.exit()).isZero();
      assertThat(listed.err()).contains("A restore is unfinished", "run plimsoll backup create");
      assertThat(shell.run("backup", "list", "--json").json().get("unfinishedRestore").asBoolean())
          .isTrue();
      assertThat(yard.file(".plimsoll-undo/journal.new")).as("a list changes nothing").exists();
      assertThat(shell.run("backup", "create").exit()).isZero();
      assertThat(shell.run("backup", "list").err()).isEmpty();
    }
  }
}
