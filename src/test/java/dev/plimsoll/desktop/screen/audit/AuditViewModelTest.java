package dev.plimsoll.desktop.screen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.task.HandTicker;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditViewModelTest {
  private final FakeLogs logs = new FakeLogs();
  private final HandTicker ticker = new HandTicker();
  private final SeenLogs seen = new SeenLogs();
  @TempDir Path folder;

  @Test
  void aDamagedLogIsBrokenAtItsFirstBadEntry() throws Exception {
    var model = model(Runnable::run);
    model.openFile(write("orders.jsonl", Orders.damaged(40, 7)));
    assertThat(Objects.requireNonNull(model.recipeProperty().get()).name()).isEqualTo("aetherlink");
    model.verify();

    var bad = Objects.requireNonNull(conclusion(model).bad());
    assertThat(conclusion(model).level()).isEqualTo(Level.BROKEN);
    assertThat(bad.entry()).isEqualTo(7);
    assertThat(bad.line()).isEqualTo(8);
    assertThat(bad.found()).isNotEqualTo(bad.expected());
    assertThat(Objects.requireNonNull(model.finding()).log().title()).isEqualTo("orders.jsonl");
    assertThat(ticker.listeners()).isZero();
  }

  @Test
  void aWholeLogIsHeldAgainstTheAnchorThatAPersonGives() throws Exception {
    var model = model(Runnable::run);
    var whole = Orders.whole(12);
    model.openFile(write("orders.jsonl", whole));
    model.verify();
    assertThat(conclusion(model).level()).isEqualTo(Level.PROVEN);
    assertThat(conclusion(model).remarks()).isNotEmpty();

    model.compareWith(List.of(Anchor.parse("12:" + Orders.head(whole))));
    assertThat(model.walkProperty().get()).isInstanceOf(WalkState.Idle.class);
    model.verify();
    assertThat(conclusion(model).level()).isEqualTo(Level.PROVEN);
    assertThat(conclusion(model).remarks()).isEmpty();

    model.compareWith(List.of(Anchor.parse("15:" + Orders.head(whole))));
    model.verify();
    assertThat(conclusion(model).level()).isEqualTo(Level.BROKEN);
  }

  @Test
  void anUnknownKindIsNotVerifiedAndNotCalledBroken() throws Exception {
    var model = model(Runnable::run);
    model.openFile(write("till.ndjson", Orders.ofItsOwnKind(4)));

    assertThat(model.recipeProperty().get()).isNull();
    assertThat(model.isReady()).isFalse();
    model.verify();
    assertThat(model.walkProperty().get()).isInstanceOf(WalkState.Idle.class);
  }

  @Test
  void aMissingFileIsToldAndNothingElseIsShown() {
    var model = model(Runnable::run);
    model.openFile(folder.resolve("gone.jsonl"));

    assertThat(Objects.requireNonNull(model.problemProperty().get()).what())
        .isEqualTo("File not found");
    assertThat(model.openedProperty().get()).isNull();
  }

  @Test
  void aFileThatWasPutBackIsLookedAtWhenItIsChosenAgain() throws Exception {
    var model = model(Runnable::run);
    var file = folder.resolve("orders.jsonl");
    model.openFile(file);
    Files.writeString(file, Orders.whole(3));
    model.openFile(file);

    assertThat(model.problemProperty().get()).isNull();
    model.verify();
    assertThat(conclusion(model).level()).isEqualTo(Level.PROVEN);
  }

  @Test
  void aVerdictNeverStandsBesideAnotherLog() throws Exception {
    var model = model(Runnable::run);
    model.openFile(write("orders.jsonl", Orders.damaged(9, 2)));
    model.verify();
    assertThat(conclusion(model).level()).isEqualTo(Level.BROKEN);
    var beside = new java.util.ArrayList<WalkState>();
    model.selectedProperty().addListener((_, _, _) -> beside.add(model.walkProperty().get()));

    model.openFile(write("others.jsonl", Orders.whole(9)));

    assertThat(beside).hasSize(1).hasOnlyElementsOfType(WalkState.Idle.class);
  }

  @Test
  void stoppingInterruptsTheThreadThatVerifies() throws Exception {
    logs.held = true;
    var log = chain("orders.jsonl", Orders.whole(3));
    var running = new Ride(logs.verifying(log, null, List.of()), InstantSource.system().instant());
    var work = Thread.ofVirtual().start(running::run);
    assertThat(logs.begun.await(30, TimeUnit.SECONDS)).isTrue();
    running.stop();
    assertThat(logs.interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    work.join();
  }

  @Test
  void whileItRunsItIsLookedAtAndAStopIsSaid() throws Exception {
    logs.held = true;
    var kept = new java.util.ArrayList<Runnable>();
    var later = new java.util.concurrent.atomic.AtomicBoolean();
    var model =
        model(work -> {
          if (later.get()) {
            kept.add(work);
          } else {
            work.run();
          }
        });
    model.openFile(write("orders.jsonl", Orders.whole(3)));
    later.set(true);
    model.verify();
    assertThat(model.isRunning()).isTrue();
    ticker.beat();
    assertThat(((WalkState.Running) model.walkProperty().get()).pace().entries()).isEqualTo(40);
    assertThat(((WalkState.Running) model.walkProperty().get()).pace().share()).isEqualTo(0.4);

    model.stop();
    assertThat(model.walkProperty().get()).isInstanceOf(WalkState.Stopped.class);
    assertThat(ticker.listeners()).isZero();
    kept.forEach(Runnable::run); // what comes too late says nothing any more
    assertThat(model.walkProperty().get()).isInstanceOf(WalkState.Stopped.class);
    assertThat(seen.level(Objects.requireNonNull(model.selectedProperty().get()))).isNull();
  }

  @Test
  void theWindowRemembersItsFilesAndHowTheyEnded() throws Exception {
    var file = write("orders.jsonl", Orders.damaged(9, 2));
    var first = model(Runnable::run);
    first.openFile(file);
    first.verify();

    var second = model(Runnable::run);
    second.load();
    assertThat(second.lines())
        .contains(new LogLine.Line(new LogChoice.GivenFile(file), Level.BROKEN));
  }

  @Test
  void aDraftIsHeldAgainstTheFirstEntriesAtEveryChange() throws Exception {
    var model = model(Runnable::run);
    model.openFile(write("till.ndjson", Orders.ofItsOwnKind(9)));
    var editor = Objects.requireNonNull(model.editor());
    assertThat(editor.fitting()).isZero();
    var draft = editor.draft();
    draft.hashField.set("mark");
    draft.prevField.set("before");
    draft.body.set(RecipeDraft.Whole.FIELDS);
    draft.fields.set("");
    assertThat(editor.recipeProperty().get()).isNull();
    assertThat(editor.obstacleProperty().get()).isNotBlank();

    draft.fields.set("before, n, who, amount");
    draft.delimiter.set("~");
    draft.genesis.set(RecipeDraft.Start.ZEROS);
    assertThat(editor.obstacleProperty().get()).isNull();
    assertThat(editor.fitting()).isEqualTo(5);
    Recipe recipe = Objects.requireNonNull(editor.recipeProperty().get());
    model.choose(recipe);
    model.verify();
    assertThat(conclusion(model).level()).isEqualTo(Level.PROVEN);

    draft.id.set("till");
    editor.save(folder.resolve("till.yaml"), false, () -> {}, _ -> {});
    var text = logs.saved.getFirst().replaceFirst(".*\n", "");
    assertThat(Recipes.parsed("till.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasSize(1);
  }

  private LogChoice chain(String name, String text) throws Exception {
    return new LogChoice.Chain(folder, name, write(name, text));
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Conclusion conclusion(AuditViewModel model) {
    return ((WalkState.Ended) model.walkProperty().get()).conclusion();
  }

  private AuditViewModel model(Executor background) {
    return new AuditViewModel(
        logs, seen, new TaskRunner(background, Runnable::run), ticker, InstantSource.system());
  }
}
