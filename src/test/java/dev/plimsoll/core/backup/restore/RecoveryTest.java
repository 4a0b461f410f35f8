package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.restore.Recovered.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left when everything stops at any point, and what the next start makes of it.
class RecoveryTest {
  @TempDir Path folder;

  /// Nothing of the program runs after it, as when the power goes.
  private static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Cutter implements Consumer<String> {
    private int left;
    private String last = "";

    Cutter(int left) {
      this.left = left;
    }

    @Override
    public void accept(String point) {
      last = point;
      if (left-- == 0) {
        throw new PowerCut();
      }
    }
  }

  private interface Act {
    void run(Yard yard, Consumer<String> points) throws Exception;
  }

  private static void restore(Yard yard, Consumer<String> points) throws Exception {
    var plan = yard.plan();
    yard.restore(plan, Yard.answer(plan)).watched(points).run();
  }

  private static void undo(Yard yard, Consumer<String> points) throws Exception {
    var origin = UndoOrigin.of(yard.root, new UndoPoints(yard.root).all().getFirst().number());
    var plan = new Planning(yard.site(), origin, yard.files()).plan(Choice.ALL, List.of());
    new UndoWork(yard.set(), yard.site(), origin, plan, Yard.answer(plan)).watched(points).run();
  }

  /// @return whether it was cut off
  private static boolean isCut(Act act, Yard yard, Consumer<String> points) throws Exception {
    try {
      act.run(yard, points);
      return false;
    } catch (PowerCut cut) {
      return true;
    } catch (IllegalStateException carried) {
      assertThat(carried).hasRootCauseInstanceOf(PowerCut.class);
      return true;
    }
  }

  private Yard live(String name) throws Exception {
    var yard = new Yard(folder.resolve(name));
    yard.live();
    yard.before.add(List.of("true"));
    yard.after.add(List.of("true"));
    return yard;
  }

  @Test
  void aRestoreCutOffAtAnyPointIsFinishedOrUndone() throws Exception {
    var ends = everyPoint("restore", RecoveryTest::restore, yard -> {});
    assertThat(ends).containsExactlyInAnyOrder(End.UNTOUCHED, End.FINISHED);
  }

  @Test
  void anUndoCutOffAtAnyPointIsFinishedOrUndone() throws Exception {
    var ends = everyPoint("undo", RecoveryTest::undo, RecoveryTest::restored);
    assertThat(ends).containsExactlyInAnyOrder(End.UNTOUCHED, End.FINISHED);
  }

  private static void restored(Yard yard) {
    try {
      yard.restore();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Set<End> everyPoint(String name, Act act, Consumer<Yard> ground) throws Exception {
    var ends = EnumSet.noneOf(End.class);
    var passed = new ArrayList<String>();
    for (var n = 0; ; n++) {
      var yard = live(name + n);
      ground.accept(yard);
      var old = yard.state();
      var cutter = new Cutter(n);
      if (!isCut(act, yard, cutter)) {
        assertThat(passed).as("points").hasSizeGreaterThan(15).contains("put data/app.db");
        return ends;
      }
      passed.add(cutter.last);
      ends.addAll(right(yard, old, cutter.last));
    }
  }

  /// After recovery it is the one state or the other, and the sentence says which.
  private Set<End> right(Yard yard, Map<String, String> old, String point) throws Exception {
    var recovered = new Recovery(yard.root).run();
    assertThat(yard.debris()).as("left behind at '%s'", point).isEmpty();
    assertThat(new Recovery(yard.root).isDue()).isFalse();
    if (recovered.isEmpty()) {
      assertThat(point).isIn("LOOKING", "DONE");
      return Set.of();
    }
    var said = recovered.get();
    if (said.end() == End.FINISHED) {
      assertThat(said.sentence()).contains("It was finished: every file is as in the backup.");
      assertThat(yard.state()).as("at '%s'", point).isNotEqualTo(old);
      yard.undo();
    } else {
      assertThat(said.sentence()).contains("as it was");
    }
    assertThat(yard.state()).as("at '%s'", point).isEqualTo(old);
    return Set.of(said.end());
  }

  @Test
  void aRecoveryThatIsCutOffAsWellIsFinishedByTheNext() throws Exception {
    for (var n = 0; ; n++) {
      var yard = live("again" + n);
      var old = yard.state();
      assertThat(isCut(RecoveryTest::restore, yard, named("put config/run.sh"))).isTrue();
      var cutter = new Cutter(n);
      try {
        new Recovery(yard.root, cutter).run();
        assertThat(n).as("points of a recovery").isGreaterThan(3);
        return;
      } catch (PowerCut again) {
        right(yard, old, cutter.last);
      }
    }
  }

  private static Consumer<String> named(String name) {
    return point -> {
      if (point.equals(name)) {
        throw new PowerCut();
      }
    };
  }

  @Test
  void whereAFileThatLayReadyIsGoneItIsTakenBack() throws Exception {
    for (var n = 0; n < 2; n++) {
      var yard = live("gone" + n);
      var old = yard.state();
      assertThat(isCut(RecoveryTest::restore, yard, named("put config/run.sh"))).isTrue();
      Files.delete(yard.root.resolve(UndoFolder.NAME).resolve("000001/new/config/run.sh"));
      if (n == 1) {
        var cut = new Cutter(2);
        assertThatThrownBy(() -> new Recovery(yard.root, cut).run()).isInstanceOf(PowerCut.class);
        assertThat(cut.last).startsWith("back ");
      }

      var recovered = new Recovery(yard.root).run().orElseThrow();

      assertThat(recovered.end()).isEqualTo(End.UNDONE);
      assertThat(recovered.sentence())
          .contains("It was taken back: every file is as it was before.")
          .contains("The commands before it had been begun");
      assertThat(yard.state()).isEqualTo(old);
      assertThat(yard.debris()).isEmpty();
    }
  }

  /// On a full disk the journal may not even say that an act is taken back.
  @Test
  void whatWasTakenBackInPartIsNotTakenForFinishedWhateverTheJournalSays() throws Exception {
    for (var n = 0; ; n++) {
      var yard = live("unsaid" + n);
      var old = yard.state();
      assertThat(isCut(RecoveryTest::restore, yard, named("put all"))).isTrue();
      var undo = new UndoFolder(yard.root);
      var journal = Journal.read(undo).orElseThrow();
      journal.with(Journal.State.BACK).write(undo);
      var cutter = new Cutter(n);
      assertThatThrownBy(() -> new Recovery(yard.root, cutter).run()).isInstanceOf(PowerCut.class);
      if (cutter.last.equals("withdraw")) {
        assertThat(n).as("files taken back").isGreaterThan(3);
        return;
      }
      journal.with(Journal.State.SWAPPING).write(undo);

      var recovered = new Recovery(yard.root).run().orElseThrow();

      assertThat(recovered.end())
          .as("at '%s'", cutter.last)
          .isEqualTo(n == 0 ? End.FINISHED : End.UNDONE);
      if (n > 0) {
        assertThat(yard.state()).as("at '%s'", cutter.last).isEqualTo(old);
      }
      assertThat(yard.debris()).isEmpty();
    }
  }

  @Test
  void theNextRestorePutsTheInterruptedOneRightFirstAndAsksAgain() throws Exception {
    var yard = live("next");
    var plan = yard.plan();
    assertThat(isCut(RecoveryTest::restore, yard, named("put data/app.db"))).isTrue();

    assertThatThrownBy(() -> yard.restore(plan, Yard.answer(plan)).run())
        .hasMessageContaining("was interrupted. It was finished");

    assertThat(yard.restore().undo()).as("nothing is left to be done").isEmpty();
  }

  @Test
  void aJournalThatCannotBeUnderstoodIsLeftAloneAndSaid() throws Exception {
    var yard = live("journal");
    assertThat(isCut(RecoveryTest::restore, yard, named("put data/app.db"))).isTrue();
    var state = yard.state();
    Files.writeString(yard.root.resolve(UndoFolder.NAME).resolve("journal"), "{half");

    assertThatThrownBy(() -> new Recovery(yard.root).run())
        .hasMessageContaining("A restore was interrupted and cannot be put right")
        .hasMessageContaining("What stood there before is kept in");

    assertThat(yard.state()).isEqualTo(state);
  }

  @Test
  void nobodyTakesAnotherProcesssRestoreForAnInterruptedOne() throws Exception {
    var yard = live("busy");
    var seen = new ArrayList<Boolean>();

    restore(
        yard,
        point -> {
          if (point.equals("SWAPPING")) {
            seen.add(new Recovery(yard.root).run().isPresent());
          }
        });

    assertThat(seen).containsExactly(false);
    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 1\n");
  }

  @Test
  void takingBackThatWasCutOffWhileItWasTidiedUpIsNotStuck() throws Exception {
    var yard = live("tidied");
    var old = yard.state();
    assertThat(isCut(RecoveryTest::restore, yard, named("put config/run.sh"))).isTrue();
    var act = yard.root.resolve(UndoFolder.NAME).resolve("000001");
    Files.delete(act.resolve("new/config/run.sh"));
    assertThatThrownBy(() -> new Recovery(yard.root, named("withdraw")).run())
        .isInstanceOf(PowerCut.class);
    Durable.remove(act);

    var recovered = new Recovery(yard.root).run().orElseThrow();

    assertThat(recovered.end()).isEqualTo(End.UNDONE);
    assertThat(yard.state()).isEqualTo(old);
    assertThat(new Recovery(yard.root).isDue()).isFalse();
  }
}
