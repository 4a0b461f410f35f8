package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.RestorePoint.Proof;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Proof VERIFIED = new Proof(NOW, null, null);
  private static final Proof BROKEN = new Proof(NOW, NOW, "a byte is another one");

  @Test
  void aBackupOfExactlyTheLimitIsKeptAndOneASecondOlderGoes() {
    var points =
        List.of(
            verified("new", Duration.ZERO),
            verified("limit", Duration.ofDays(7)),
            verified("older", Duration.ofDays(7).plusSeconds(1)));
    assertThat(going(days(7), points)).containsExactly("older");
  }

  @Test
  void theNewestStaysHoweverOldItIs() {
    var points = List.of(verified("old", Duration.ofDays(400)));
    assertThat(going(days(1), points)).isEmpty();
  }

  @Test
  void nothingGoesBeforeTheNewestIsVerified() {
    var points = List.of(made("new", Duration.ZERO), verified("old", Duration.ofDays(30)));
    assertThat(going(days(7), points)).isEmpty();
    assertThat(fate(days(7), points, "old"))
        .containsExactly("the newest, new, is not verified yet");
  }

  @Test
  void theLastProvenOneStays() {
    var proven = new Proof(NOW, NOW.minus(Duration.ofDays(50)), null);
    var points =
        List.of(
            verified("new", Duration.ZERO),
            point("proven", Duration.ofDays(60), proven),
            verified("old", Duration.ofDays(61)));
    assertThat(going(days(7), points)).containsExactly("old");
  }

  @Test
  void whatWasProvenLastAndWhatIsTheNewestProvenBothStay() {
    var points =
        List.of(
            verified("new", Duration.ZERO),
            point("a", Duration.ofDays(20), new Proof(NOW, NOW.minusSeconds(900), null)),
            point("b", Duration.ofDays(30), new Proof(NOW, NOW.minusSeconds(9), null)),
            point("c", Duration.ofDays(40), new Proof(NOW, NOW.minusSeconds(90), null)));
    assertThat(going(days(7), points)).containsExactly("c");
  }

  @Test
  void aBrokenOneNeitherCountsNorGoesByItself() {
    var points =
        List.of(
            point("broken", Duration.ZERO, BROKEN),
            verified("good", Duration.ofDays(90)),
            verified("old", Duration.ofDays(91)));
    assertThat(going(days(7), points)).containsExactly("old");
    assertThat(fate(days(7), points, "good")).contains("it is the newest");
    assertThat(fate(days(7), points, "broken"))
        .containsExactly("it is broken: look at it, then remove it by hand");
  }

  @Test
  void oneThatCouldNotBeReadNeitherCountsNorGoes() {
    var points =
        List.of(
            point("unread", Duration.ofDays(400), Proof.unread("input/output error.")),
            verified("good", Duration.ofDays(90)),
            verified("old", Duration.ofDays(91)));
    assertThat(going(days(7), points)).containsExactly("old");
    assertThat(fate(days(7), points, "unread"))
        .containsExactly("it could not be read: nothing is known of it now");
  }

  @Test
  void oneFromTheFutureIsNotTheNewestAndStays() {
    var points =
        List.of(
            verified("future", Duration.ofDays(-300)),
            verified("now", Duration.ofDays(8)),
            verified("old", Duration.ofDays(9)));
    assertThat(going(days(7), points)).containsExactly("old");
  }

  @Test
  void countsAreOfDaysWeeksAndMonthsThatHaveOne() {
    var points = new ArrayList<RestorePoint>();
    for (var hours = 0; hours < 24 * 100; hours += 12) {
      points.add(verified("h" + hours, Duration.ofHours(hours)));
    }
    var keep = new Keep(3, null, 4, 3, 3, 1);
    var kept =
        Retention.of(keep, points, NOW, ZoneOffset.UTC).fates().stream()
            .filter(fate -> !fate.goes())
            .map(fate -> fate.point().id())
            .toList();
    // last 3: h0 h12 h24; days: 21st, 20th, 19th, 18th; weeks: 47, 46, 45; months: 11, 10, 9
    assertThat(kept)
        .containsExactly("h0", "h12", "h24", "h48", "h72", "h144", "h312", "h504", "h1248");
  }

  @Test
  void daysAreThoseOfTheZone() {
    var points =
        List.of(
            new Spot("late", Instant.parse("2026-11-20T23:30:00Z")).point(),
            new Spot("early", Instant.parse("2026-11-20T22:30:00Z")).point());
    var keep = new Keep(null, null, 5, null, null, 1);
    assertThat(Retention.of(keep, points, NOW, ZoneOffset.UTC).going()).containsExactly("early");
    assertThat(Retention.of(keep, points, NOW, ZoneId.of("Europe/Berlin")).going()).isEmpty();
  }

  @Test
  void neverFewerThanAtLeastStay() {
    var points =
        List.of(
            verified("a", Duration.ofDays(100)),
            verified("b", Duration.ofDays(200)),
            verified("c", Duration.ofDays(300)),
            verified("d", Duration.ofDays(400)));
    assertThat(going(new Keep(null, 7, null, null, null, 3), points)).containsExactly("d");
    assertThat(fate(new Keep(null, 7, null, null, null, 3), points, "c"))
        .containsExactly("there are never fewer than 3");
  }

  @Test
  void withoutARuleAllStay() {
    var points = List.of(verified("a", Duration.ZERO), verified("b", Duration.ofDays(5000)));
    assertThat(going(Keep.EVERYTHING, points)).isEmpty();
  }

  /// Whatever is thrown at it: the newest sound one stays, the proven one stays, at least so many
  /// stay, every one has a reason or goes, and a second look after removing removes nothing.
  @Test
  void whateverLiesThereWhatMustStayStays() {
    var random = new Random(5);
    for (var round = 0; round < 400; round++) {
      var points = new ArrayList<RestorePoint>();
      for (var n = random.nextInt(30); n > 0; n--) {
        var proofs =
            List.of(
                VERIFIED, VERIFIED, Proof.NONE, BROKEN, new Proof(NOW, NOW.minusSeconds(n), null));
        points.add(
            point(
                "p" + n,
                Duration.ofMinutes(random.nextInt(60 * 24 * 90)),
                proofs.get(random.nextInt(proofs.size()))));
      }
      var keep = new Keep(rule(random), rule(random), rule(random), rule(random), rule(random), 2);
      var pruning = Retention.of(keep, points, NOW, ZoneOffset.UTC);
      var left = points.stream().filter(one -> !pruning.going().contains(one.id())).toList();
      var sound = points.stream().filter(one -> one.level() != RestorePoint.Level.BROKEN).toList();
      assertThat(left.stream().filter(sound::contains).count())
          .isGreaterThanOrEqualTo(Math.min(2, sound.size()));
      assertThat(Retention.of(keep, left, NOW, ZoneOffset.UTC).going()).isEmpty();
    }
  }

  private static @Nullable Integer rule(Random random) {
    return random.nextInt(3) == 0 ? 1 + random.nextInt(8) : null;
  }

  private static List<String> going(Keep keep, List<RestorePoint> points) {
    return Retention.of(keep, points, NOW, ZoneOffset.UTC).going();
  }

  private static List<String> fate(Keep keep, List<RestorePoint> points, String id) {
    return Retention.of(keep, points, NOW, ZoneOffset.UTC).fates().stream()
        .filter(fate -> fate.point().id().equals(id))
        .findFirst()
        .orElseThrow()
        .keptBy();
  }

  private static Keep days(int days) {
    return new Keep(null, days, null, null, null, 1);
  }

  private static RestorePoint verified(String id, Duration age) {
    return point(id, age, VERIFIED);
  }

  private static RestorePoint made(String id, Duration age) {
    return point(id, age, Proof.NONE);
  }

  private static RestorePoint point(String id, Duration age, Proof proof) {
    return new RestorePoint(
        "app",
        id,
        NOW.minus(age),
        new RestorePoint.Content(1, 1, 1, List.of()),
        new RestorePoint.Of(null, null),
        "m",
        proof);
  }

  private record Spot(String id, Instant on) {
    RestorePoint point() {
      return RetentionTest.point(id, Duration.between(on, NOW), VERIFIED);
    }
  }
}
