package dev.plimsoll.desktop.screen.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.desktop.screen.backup.RestoreViewModel.Step;
import dev.plimsoll.desktop.task.TaskRunner;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreViewModelTest {
  private final FakeBackups backups = new FakeBackups();

  @BeforeEach
  void aPointWithThreeFiles() {
    backups.points.add(FakeBackups.point("b1", 2, FakeBackups.proven(1)));
    backups.files.addAll(
        List.of(
            new PointFile("data/app.db", "sqlite", 4096),
            new PointFile("data/audit/ops.jsonl", "log", 900),
            new PointFile("conf/app.toml", "plain", 40)));
  }

  private RestoreViewModel begun() {
    var way =
        new RestoreViewModel(
            FakeBackups.OPS,
            backups.points,
            backups.points.getFirst(),
            backups,
            new TaskRunner(Runnable::run, Runnable::run));
    way.load();
    return way;
  }

  @Test
  void allFilesAreChosenUntilSomeAre() {
    var way = begun();
    assertThat(way.chosen()).hasSize(3);
    way.chooseSome();
    assertThat(way.mayGoOn()).as("no file chosen").isFalse();
    way.searchProperty().set("DATA ops");
    assertThat(way.found()).extracting(PointFile::path).containsExactly("data/audit/ops.jsonl");
    way.toggleFound();
    way.searchProperty().set("");
    assertThat(way.chosen()).extracting(PointFile::path).containsExactly("data/audit/ops.jsonl");
    way.next();
    assertThat(Objects.requireNonNull(way.offerProperty().get()).paths())
        .containsExactly("data/audit/ops.jsonl");
    assertThat(way.back()).isTrue();
    way.chooseAll();
    assertThat(way.chosen()).hasSize(3);
    assertThat(way.back()).as("nothing lies before the first step").isFalse();
  }

  @Test
  void entriesThatAreLostHaveToBeTypedAsTheirNumber() {
    backups.log = new RestoreOffer.LogChange("data/audit/ops.jsonl", 1284, 1270, 14);
    var way = begun();
    way.next();
    assertThat(way.stepProperty().get()).isEqualTo(Step.CHANGES);
    for (var wrong : List.of("", "yes", "15", "1 4")) {
      way.typedProperty().set(wrong);
      assertThat(way.mayGoOn()).as(wrong).isFalse();
      way.next();
      assertThat(way.stepProperty().get()).isEqualTo(Step.CHANGES);
    }
    way.typedProperty().set(" 14 ");
    way.next();
    assertThat(way.stepProperty().get()).isEqualTo(Step.CONFIRM);
    assertThat(way.confirmed().typed()).isEqualTo("14");
  }

  @Test
  void whatIsTypedCountsForOneLookAlone() {
    backups.log = new RestoreOffer.LogChange("data/audit/ops.jsonl", 20, 10, 10);
    var way = begun();
    way.next();
    way.typedProperty().set("10");
    assertThat(way.back()).isTrue();
    way.next();
    assertThat(way.mayGoOn()).isFalse();
    assertThatThrownBy(way::confirmed).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLossThatCouldNotBeToldIsNeverTakenForNone() {
    backups.log = new RestoreOffer.LogChange("data/audit/ops.jsonl", 20, 10, -1);
    var way = begun();
    way.next();
    assertThat(way.mayGoOn()).isFalse();
    way.typedProperty().set("Unknown");
    assertThat(way.mayGoOn()).isTrue();
  }

  @Test
  void aRestoreThatChangesNothingIsNotGoneOnWith() {
    backups.files.clear();
    backups.files.add(new PointFile("data/app.db", "sqlite", 4096));
    var offer =
        new RestoreOffer(
            backups.points.getFirst(),
            List.of(),
            List.of(new RestoreOffer.Change("data/app.db", RestoreOffer.Kind.SAME, 4096, 4096)),
            List.of(),
            new RestoreOffer.Around(List.of(), List.of(), ""));
    assertThat(offer.changesNothing()).isTrue();
    assertThat(offer.sentence()).contains("Nothing would change");
  }
}
