package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntryLineTest {
  private final EntryLine entry =
      new EntryLine(
          "0".repeat(64),
          0,
          Instant.parse("2026-03-01T09:30:00.5Z"),
          new Actor("ada", null),
          Map.of("note", "Ünïcode \u0001 \"quoted\" \ud83d\ude80", "list", List.of(1L, true, "x")),
          "evidence.attached");

  @Test
  void whatWasEncodedIsDecodedAndEncodesToTheSameBytes() {
    var decoded = EntryLine.decode(entry.encode());

    assertThat(decoded).isEqualTo(entry);
    assertThat(decoded.encode()).isEqualTo(entry.encode());
  }

  @Test
  void theBookkeepingMembersStandFirst() {
    assertThat(new String(entry.encode(), StandardCharsets.UTF_8))
        .startsWith(
            "{\"_prev\":\""
                + "0".repeat(64)
                + "\",\"_seq\":0,\"_time\":\"2026-03-01T09:30:00.500Z\",\"_v\":1,\"actor\":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"_seq\":0 | \"_seq\":-1 | _seq is not a number",
        "\"_seq\":0 | \"_seq\":\"0\" | _seq is not a number",
        "\"_prev\":\"0 | \"_prev\":\"A | _prev is not of the form",
        "09:30:00.500Z | 09:30:00.5Z | _time is not a time",
        "2026-03-01 | 2026-02-30 | _time is not a time",
        "09:30:00.500Z | 09:30:60.500Z | _time is not a time",
        "\"id\":\"ada\" | \"id\":7 | actor is not an id",
        "\"id\":\"ada\" | \"id\":\"ada\",\"key\":null | actor is not an id",
        "\"id\":\"ada\" | \"id\":\"ada\",\"mail\":\"x\" | actor is not an id",
        "evidence.attached | Evidence | event is not of the form",
        "\"_v\":1 | \"_v\":\"1\" | its members are not",
        "\"_v\":1 | \"_v\":2 | it is of version 2",
        "\"event\" | \"events\" | its members are not",
      })
  void aLineThatEncodeWouldNotGiveIsRefused(String from, String to, String reason) {
    var line =
        new String(entry.encode(), StandardCharsets.UTF_8)
            .replace(from, to)
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EntryLine.decode(line))
        .isInstanceOf(NotAnEntry.class)
        .hasMessageContaining(reason);
  }

  @Test
  void anEventOfANewerVersionIsKeptAsItIs() {
    var line =
        new String(entry.encode(), StandardCharsets.UTF_8)
            .replace("evidence.attached", "evidence.weighed");

    assertThat(EntryLine.decode(line.getBytes(StandardCharsets.UTF_8)).event())
        .isEqualTo("evidence.weighed");
  }

  @Test
  void everyEventOfTheListHasAWordThatIsAccepted() {
    for (var event : Event.values()) {
      var line =
          new EntryLine(entry.previous(), 1, entry.time(), entry.actor(), Map.of(), event.word());
      assertThat(EntryLine.decode(line.encode()).event()).isEqualTo(event.word());
    }
  }
}
