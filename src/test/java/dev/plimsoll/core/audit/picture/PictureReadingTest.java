package dev.plimsoll.core.audit.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Axis;
import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.core.model.ChainPicture.Level;
import dev.plimsoll.core.model.ChainPicture.Mark;
import dev.plimsoll.core.model.ChainPicture.Reach;
import dev.plimsoll.core.model.ChainPicture.Stretch;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureReadingTest {
  private static final Path CHAINS = Path.of("src/test/resources/dev/plimsoll/core/audit");

  @Test
  void aMillionEntriesBecomeAFewThousandThingsAndNoneIsLost() {
    var picture = PictureReading.own(new ManyEntries(1_000_000), Outside.NOTHING).run();
    assertThat(picture.extent().entries()).isEqualTo(1_000_000);
    for (var axis : Axis.values()) {
      assertThat(picture.density(axis)).hasSizeBetween(256, 2048);
      assertThat(picture.density(axis).stream().mapToLong(Stretch::count).sum())
          .isEqualTo(1_000_000);
    }
    assertThat(picture.marks()).hasSizeLessThan(7 * 512);
    assertThat(count(picture, Kind.CHECKPOINT)).isEqualTo(10_000);
    assertThat(count(picture, Kind.SIGN_OFF)).isEqualTo(10_000);
    // the first hundred entries begin with the log, not with a run
    assertThat(count(picture, Kind.RUN_SEALED) + count(picture, Kind.RUN_ABORTED)).isEqualTo(9_999);
    assertThat(picture.marks()).filteredOn(Mark::isCluster).isNotEmpty();
    assertThat(Instant.ofEpochMilli(picture.extent().lastTime()))
        .isEqualTo(ManyEntries.time(999_999));
  }

  @Test
  void aShortLogIsDrawnThingByThing() {
    var picture = PictureReading.own(new ManyEntries(350), Outside.NOTHING).run();
    assertThat(picture.marks())
        .extracting(Mark::kind)
        .containsSubsequence(
            Kind.EVENT,
            Kind.SIGN_OFF,
            Kind.RECORD,
            Kind.CHECKPOINT,
            Kind.RUN_SEALED,
            Kind.RUN_OPEN);
    assertThat(picture.marks()).noneMatch(Mark::isCluster);
    assertThat(picture.marks())
        .filteredOn(mark -> mark.kind() == Kind.RUN_SEALED)
        .extracting(Mark::words)
        .containsExactly(
            "Pre-release of customer-ops 1.1.0, sealed",
            "Pre-release of customer-ops 1.2.0, sealed");
    var open = picture.marks().getLast();
    assertThat(open.kind()).isEqualTo(Kind.RUN_OPEN);
    assertThat(open.place().firstEntry()).isEqualTo(300);
    assertThat(open.place().lastEntry()).isEqualTo(349);
    assertThat(picture.reaches()).singleElement().extracting(Reach::level).isEqualTo(Level.NONE);
  }

  @Test
  void rangesSayHowFarWhichAnchorGoesAndTheTailHasNone() {
    var outside =
        new Outside(
            List.of(
                new Outside.Anchored(300, Level.L0, "last checkpoint"),
                new Outside.Anchored(100, Level.L1, "tag v1.0.0"),
                new Outside.Anchored(200, Level.L1, "tag v1.1.0"),
                new Outside.Anchored(150, Level.L2, "witness harbour")),
            null);
    var picture = PictureReading.own(new ManyEntries(350), outside).run();
    assertThat(picture.reaches())
        .extracting(
            Reach::level, reach -> reach.place().firstEntry(), reach -> reach.place().lastEntry())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Level.L2, 0L, 149L),
            org.assertj.core.groups.Tuple.tuple(Level.L1, 150L, 199L),
            org.assertj.core.groups.Tuple.tuple(Level.L0, 200L, 299L),
            org.assertj.core.groups.Tuple.tuple(Level.NONE, 300L, 349L));
    assertThat(picture.reaches().getFirst().place().lastTime())
        .isEqualTo(ManyEntries.time(149).toEpochMilli());
    assertThat(picture.marks())
        .filteredOn(mark -> mark.kind() == Kind.ANCHOR)
        .extracting(Mark::words)
        .containsExactly("tag v1.0.0", "witness harbour", "tag v1.1.0");
  }

  @Test
  void whatOnlyKeepsTheBooksAtTheEndNeedsNoAnchor() {
    var file = CHAINS.resolve("chain-whole.jsonl");
    var checkpoint = new Outside.Anchored(9, Level.L0, "last checkpoint");
    var covered = PictureReading.own(file, new Outside(List.of(checkpoint), null)).run();
    assertThat(covered.reaches())
        .extracting(Reach::level, reach -> reach.place().lastEntry())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Level.L0, 9L));
    var early = new Outside.Anchored(7, Level.L0, "checkpoint before");
    assertThat(PictureReading.own(file, new Outside(List.of(early), null)).run().reaches())
        .extracting(Reach::level)
        .containsExactly(Level.L0, Level.NONE);
  }

  @Test
  void theFirstBadEntryIsWhereTheVerificationSaysIt() {
    var outside = Outside.NOTHING.with(new Outside.Broken(120, "Entry 120 was changed."));
    var picture = PictureReading.own(new ManyEntries(350), outside).run();
    assertThat(picture.broken().words()).isEqualTo("Entry 120 was changed.");
    assertThat(picture.broken().place())
        .isEqualTo(Stretch.at(120, ManyEntries.time(120).toEpochMilli()));
  }

  @Test
  void entriesThatAreMissingAtTheEndAreMarkedAtTheEnd() {
    var outside = Outside.NOTHING.with(new Outside.Broken(400, "50 entries are missing."));
    var picture = PictureReading.own(new ManyEntries(350), outside).run();
    assertThat(picture.broken().place().firstEntry()).isEqualTo(349);
  }

  @Test
  void anExportIsDrawnAlsoWhereItIsBroken() {
    assertThat(PictureReading.own(CHAINS.resolve("chain-whole.jsonl"), Outside.NOTHING).run())
        .satisfies(picture -> {
          assertThat(picture.extent().entries()).isEqualTo(10);
          assertThat(picture.isTimed()).isTrue();
          assertThat(count(picture, Kind.CHECKPOINT)).isEqualTo(2);
        });
    for (var name : List.of("tail-cut", "not-json", "white-space", "blank-line")) {
      var file = CHAINS.resolve("chain-" + name + ".jsonl");
      assertThat(PictureReading.own(file, Outside.NOTHING).run().extent().entries()).isPositive();
    }
  }

  @Test
  void nothingIsDrawnOfAnEmptyFileAndAMissingOneIsTold(@TempDir Path folder) throws IOException {
    var picture =
        PictureReading.own(Files.createFile(folder.resolve("empty")), Outside.NOTHING).run();
    assertThat(picture.extent().entries()).isZero();
    assertThat(picture.reaches()).isEmpty();
    assertThat(picture.byEntry()).isEmpty();
    assertThatThrownBy(() -> PictureReading.own(folder.resolve("gone"), Outside.NOTHING).run())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Chain not drawn");
  }

  @Test
  void aForeignChainIsDrawnAsTimeWhereItsEntriesHaveOne(@TempDir Path folder) throws IOException {
    for (var member :
        List.of(
            "\"ts\":\"2026-03-01T09:%02d:00Z\"",
            "\"timestamp\":\"2026-03-01 09:%02d:00.123\"",
            "\"time\":17723%02d000",
            "\"created_at\":17723%02d000123",
            "\"x\":{\"ts\":1},\"at\":\"2026-03-01T09:%02d:00+01:00\"")) {
      var file = lines(folder, "{\"n\":\"ts\"," + member + ",\"hash\":\"ab\"}");
      var picture = PictureReading.foreign(file, Outside.NOTHING).run();
      assertThat(picture.isTimed()).as(member).isTrue();
      assertThat(Instant.ofEpochMilli(picture.extent().firstTime()).toString())
          .as(member)
          .startsWith("2026-0");
    }
  }

  @Test
  void aForeignChainWithoutTimesIsDrawnByItsEntries(@TempDir Path folder) throws IOException {
    var file = lines(folder, "{\"n\":%d,\"ts\":\"soon\",\"hash\":\"ab\"}");
    Files.writeString(file, "\n\nnot json\n{\"ts\":", java.nio.file.StandardOpenOption.APPEND);
    var anchor = new Outside.Anchored(30, Level.KEPT, "record of 1.4.0");
    var picture = PictureReading.foreign(file, new Outside(List.of(anchor), null)).run();
    assertThat(picture.isTimed()).isFalse();
    assertThat(picture.extent().entries()).isEqualTo(62);
    assertThat(picture.reaches()).extracting(Reach::level).containsExactly(Level.KEPT, Level.NONE);
    assertThat(picture.marks()).extracting(Mark::words).containsExactly("record of 1.4.0");
  }

  private static Path lines(Path folder, String form) throws IOException {
    return Files.write(
        folder.resolve("log.jsonl"), IntStream.range(0, 60).mapToObj(form::formatted).toList());
  }

  private static long count(ChainPicture picture, Kind kind) {
    return picture.marks().stream()
        .filter(mark -> mark.kind() == kind)
        .mapToLong(mark -> mark.place().count())
        .sum();
  }
}
