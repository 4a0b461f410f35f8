package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.Event;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTest {
  private static final Page TEN = Page.first(10);

  @TempDir Path folder;

  private HistoryDesk desk;

  @BeforeEach
  void writeSomething() {
    desk = new HistoryDesk(folder);
    new Walked(desk.log(), "r1", "1.2.3")
        .open()
        .conclude("tests", 1, "FAILED", "the café menu fails to load")
        .say(Event.WAIVER_GRANTED, "tests", Map.of("reason", "known to Grace, fixed upstream"))
        .say(
            Event.EVIDENCE_ATTACHED,
            "tests",
            Map.of("kind", "note", "text", "the menu loads after a second try"));
  }

  @AfterEach
  void closeHistory() {
    desk.close();
  }

  @Test
  void everyWordMustOccurAndTheNewestComesFirst() {
    assertThat(found("menu the")).containsExactly("evidence.attached", "step.concluded");
    assertThat(found("menu fails")).containsExactly("step.concluded");
    assertThat(found("menu nowhere")).isEmpty();
  }

  @Test
  void wordsInQuotesStandTogether() {
    assertThat(found("\"fixed upstream\"")).containsExactly("waiver.granted");
    assertThat(found("\"upstream fixed\"")).isEmpty();
  }

  @Test
  void aWordMayBeUnfinishedWhereItIsTheLastOrSaysSo() {
    assertThat(found("upstr")).containsExactly("waiver.granted");
    assertThat(found("upstr* known")).containsExactly("waiver.granted");
    assertThat(found("upstr known")).isEmpty();
  }

  @Test
  void versionsPeopleTitlesEventsAndAccentsAreFound() {
    assertThat(found("1.2.3")).containsExactly("run.opened");
    assertThat(found("ada@example.org")).hasSize(4);
    assertThat(found("\"changelog names the version\"")).containsExactly("run.opened");
    assertThat(found("waiver.granted")).containsExactly("waiver.granted");
    assertThat(found("cafe")).containsExactly("step.concluded");
  }

  @Test
  void aHitSaysWhereItBelongsAndShowsALineAroundTheWord() {
    var hit = desk.history().search("upstream", TEN).getFirst();

    assertThat(hit.project()).isEqualTo("lantern");
    assertThat(hit.seq()).isEqualTo(3);
    assertThat(hit.actor()).isEqualTo("ada@example.org");
    assertThat(hit.place()).isEqualTo(new SearchHit.Place("r1", "tests", null));
    assertThat(hit.excerpt()).isEqualTo("known to Grace, fixed upstream");
  }

  @Test
  void pagesOfHitsFollowOneAnother() {
    var first = desk.history().search("menu", Page.first(1));
    var second = desk.history().search("menu", Page.first(1).after(first.getLast().n()));

    assertThat(first).extracting(SearchHit::event).containsExactly("evidence.attached");
    assertThat(second).extracting(SearchHit::event).containsExactly("step.concluded");
  }

  @Test
  void hitsAreCountedOnlyAsFarAsAnybodyReads() {
    assertThat(desk.history().countHits("menu").words()).isEqualTo("2");
    assertThat(CappedCount.of(1001).words()).isEqualTo("1000+");
    assertThat(CappedCount.of(1000).words()).isEqualTo("1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "\"\"",
        "*",
        "***",
        "-",
        "a AND",
        "NOT",
        "OR OR",
        "NEAR(",
        "(",
        ")",
        "^menu",
        "words:menu",
        "{",
        "+",
        "menu\"",
        "\"menu",
        "'; DROP TABLE run; --",
        "menu\u0000",
        "—",
        "%_",
        "a:b:c",
        "\ud83d\ude80"
      })
  void nothingThatAPersonTypesBreaksTheSearch(String typed) {
    assertThat(desk.history().search(typed, TEN)).isNotNull();
    assertThat(desk.history().countHits(typed).atLeast()).isNotNegative();
  }

  @Test
  void operatorsOfTheEngineAreWordsLikeAnyOther() {
    assertThat(found("menu OR upstream")).isEmpty();
    assertThat(found("(menu)")).hasSize(2);
    assertThat(found("\"menu")).hasSize(2);
  }

  private Iterable<String> found(String typed) {
    return desk.history().search(typed, TEN).stream().map(SearchHit::event).toList();
  }
}
