package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.BackupYard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class BackupCommandsTest {
  @TempDir Path folder;

  @Test
  void aSetIsTakenTamperedWithVerifiedProvenPutBackAndUndone() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);

      var created = shell.run("backup", "create", "--set", "shop");
      assertThat(created.exit()).as(created.toString()).isZero();
      assertThat(created.out()).hasLineCount(1).contains("VERIFIED", "shop:", "2 files");
      assertThat(created.err()).isEmpty();

      var drilled = shell.run("backup", "drill");
      assertThat(drilled.exit()).as(drilled.toString()).isZero();
      assertThat(drilled.out()).contains("PROVEN");
      assertThat(shell.run("backup", "list").out())
          .contains("last proven restorable", "proven restorable");

      yard.line("three");
      yard.sqlite("DELETE FROM orders");
      var shown = shell.run("backup", "restore");
      assertThat(shown.exit()).isEqualTo(2);
      assertThat(shown.out()).contains("1 entry would be lost", "--lose 1 --yes");
      var wrong = shell.run("backup", "restore", "--lose", "5", "--yes");
      assertThat(wrong.exit()).isEqualTo(1);
      assertThat(wrong.err()).contains("Type 1 to confirm", "Nothing was changed");
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("0");

      var restored = shell.asked(new Typed("1", "yes")).run("backup", "restore");
      assertThat(restored.exit()).as(restored.toString()).isZero();
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("2");

      var undone = shell.run("backup", "undo", "--yes", "--json");
      assertThat(undone.exit()).as(undone.toString()).isZero();
      assertThat(undone.json().get("acts").get(0).get("act").asString()).isEqualTo("undo");
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("0");

      var archive = onlyArchive();
      var bytes = Files.readAllBytes(archive);
      bytes[bytes.length / 3] ^= 1;
      Files.write(archive, bytes);
      var verified = shell.run("backup", "verify", "--json");
      assertThat(verified.exit()).isEqualTo(1);
      assertThat(verified.json().get("acts").get(0).get("findings")).isNotEmpty();
      assertThat(shell.run("backup", "list").out()).contains("broken: ");
    }
  }

  private Path onlyArchive() throws IOException {
    try (var files = Files.list(folder.resolve("backups"))) {
      return files.filter(file -> file.toString().endsWith(".tar.zst")).findFirst().orElseThrow();
    }
  }

  @Test
  void aBackupIsUnpackedElsewhereWithoutTouchingAnything() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      shell.run("backup", "create");
      yard.line("three");

      var unpacked = shell.run("backup", "restore", "--into", folder.resolve("look").toString());

      assertThat(unpacked.exit()).as(unpacked.toString()).isZero();
      assertThat(Files.readAllLines(folder.resolve("look/data/ops.jsonl"))).hasSize(2);
      assertThat(Files.readAllLines(yard.file("data/ops.jsonl"))).hasSize(3);
    }
  }

  @Test
  void whatWouldGoIsShownBeforeItIsRemoved() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      shell.run("backup", "create");

      var nothing = shell.run("backup", "prune");

      assertThat(nothing.exit()).as(nothing.toString()).isZero();
      assertThat(nothing.out()).contains("0 of 1 go", "it is the newest");
    }
  }

  @Test
  void theSchedulersOfThreeSystemsAreServed() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var said = Shell.in(yard.sandbox).run("backup", "schedule", "--set", "shop", "--at", "2:05");

      assertThat(said.exit()).isZero();
      assertThat(said.out())
          .contains(
              "OnCalendar=*-*-* 02:05:00",
              "5 2 * * * plimsoll backup create --project",
              "schtasks /Create /SC DAILY /ST 02:05");
      assertThat(Shell.in(yard.sandbox).run("backup", "schedule", "--at", "noon").exit())
          .isEqualTo(64);
      assertThat(Shell.in(yard.sandbox).run("backup", "create", "--set", "shp").err())
          .contains("shop");
    }
  }

  @Test
  void whatWasDoneIsFoundInTheHistoryInWords() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var shell = Shell.in(yard.sandbox);
      shell.run("backup", "create");

      var found = shell.run("history", "search", "made", "verified");

      assertThat(found.exit()).as(found.toString()).isZero();
      assertThat(found.out()).contains("backup.taken", "was made and verified");
      assertThat(shell.run("audit", "verify").exit()).isZero();
    }
  }

  @Test
  void aSetThatCannotBeSavedDoesNotKeepTheOthersFromBeingSaved() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN)) {
      var file = yard.file(".plimsoll/project.yaml");
      var before = "    - name: shop\n";
      var other = "    - name: absent\n      files: [data/absent.db]\n      to: ../absent\n";
      Files.writeString(file, Files.readString(file).replace(before, other + before));
      try (var again = yard.plimsoll.project(yard.sandbox.repository)) {
        again.trust(again.trustQuestion().digest());
      }
      var shell = Shell.in(yard.sandbox);

      var created = shell.run("backup", "create");

      assertThat(created.exit()).as(created.toString()).isEqualTo(1);
      assertThat(created.out()).contains("FAILED", "absent:", "data/absent.db", "shop:", "made");
      var verified = shell.run("backup", "verify");
      assertThat(verified.exit()).as("one set has no backup: " + verified).isEqualTo(2);
      assertThat(verified.out()).contains("There is no backup of absent to verify", "VERIFIED");
      var drilled = shell.run("backup", "drill");
      assertThat(drilled.exit()).as(drilled.toString()).isEqualTo(2);
      assertThat(drilled.out()).contains("absent:", "PROVEN");
    }
  }
}
