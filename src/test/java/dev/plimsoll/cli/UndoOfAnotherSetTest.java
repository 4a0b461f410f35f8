package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.BackupYard;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What stood there before one set was put back is undone by that set alone.
@Timeout(120)
class UndoOfAnotherSetTest {
  private static final String BOOKS =
      "    - name: books\n      files: [hello.sh]\n      to: ../books\n";

  @TempDir Path folder;
  private BackupYard yard;
  private String ofShop;

  @BeforeEach
  void restoreOneOfTwoSets() throws Exception {
    yard = BackupYard.in(folder, BackupYard.OWN);
    Files.writeString(yard.file(".plimsoll/project.yaml"), BOOKS, StandardOpenOption.APPEND);
    yard.project.reload();
    yard.project.trust(yard.project.trustQuestion().digest());
    yard.take();
    yard.sqlite("DELETE FROM orders");
    yard.restore("");
    ofShop = yard.desk().undoPoints("shop").getFirst().number();
    assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("2");
  }

  @AfterEach
  void close() {
    yard.close();
  }

  @Test
  void theOtherSetHasNothingToUndoAndRefusesThePointByItsNumber() throws Exception {
    assertThat(yard.desk().undoPoints("books")).isEmpty();
    assertThatThrownBy(() -> yard.desk().undoPlan("books", null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Nothing of the set books was put back");
    assertThatThrownBy(() -> yard.desk().undoPlan("books", ofShop))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Undo point " + ofShop + " is of the set shop, not of books")
        .hasMessageContaining("plimsoll backup undo --set shop " + ofShop);
    nothingWasUndone();
  }

  @Test
  void aPlanOfOneSetIsNotCarriedOutAsTheOther() throws Exception {
    var plan = yard.desk().undoPlan("shop", ofShop).run();
    var told = yard.desk().told("books");
    assertThatThrownBy(() -> yard.desk().undo("books", plan, Consent.PLAIN, null).run())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is of the set shop, not of books");
    assertThat(yard.desk().told("books")).isEqualTo(told);
    nothingWasUndone();

    assertThat(yard.desk().undo("shop", plan, Consent.PLAIN, null).run().isDone()).isTrue();
    assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("0");
  }

  @Test
  void onTheCommandLineNeither() throws Exception {
    var said = Shell.in(yard.sandbox).run("backup", "undo", "--set", "books", "--yes", ofShop);
    assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    assertThat(said.err()).contains("is of the set shop, not of books", "Nothing was changed");
    nothingWasUndone();
  }

  private void nothingWasUndone() throws Exception {
    assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("2");
    assertThat(yard.desk().undoPoints("shop")).hasSize(1);
  }
}
