package dev.plimsoll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PrinterTest {
  private static String printed(Charset charset, boolean colours, Consumer<Printer> act) {
    var bytes = new ByteArrayOutputStream();
    act.accept(new Printer(new PrintStream(bytes, true, charset), colours));
    return bytes.toString(charset);
  }

  @Test
  void everyStandingHasASignAWordAndAToneOfItsOwnKind() {
    for (var standing : Standing.values()) {
      var mark = Mark.of(standing);
      assertThat(mark.word()).isEqualTo(standing.words());
      assertThat(mark.word().length()).isLessThanOrEqualTo(Mark.WIDTH);
      assertThat(mark.plain()).isBetween(' ', '~');
    }
    assertThat(Arrays.stream(Standing.values()).map(s -> Mark.of(s).plain()))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(Standing.values()).map(s -> Mark.of(s).sign()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aTerminalWithoutUnicodeGetsAscii() {
    var said =
        printed(
            StandardCharsets.US_ASCII,
            false,
            printer -> printer.line(Mark.of(Standing.PASSED), "“Grüße” · 3…5 → \uD83D\uDE00"));

    assertThat(said).isEqualTo("+ PASSED          \"Gr??e\" - 3...5 -> ?\n");
  }

  @Test
  void textFromOutsideCannotSteerTheTerminal() {
    var said =
        printed(
            StandardCharsets.UTF_8,
            true,
            printer -> printer.line("red\u001b[31m bell\u0007 back\b\u202Eesrever \u009bx"));

    assertThat(said).isEqualTo("red?[31m bell? back??esrever ?x\n");
  }

  @Test
  void aColourIsTakenBackAtTheEndOfItsText() {
    assertThat(printed(StandardCharsets.UTF_8, true, p -> p.line(Mark.of(Standing.FAILED), "x")))
        .isEqualTo("\u001b[31m✗ FAILED\u001b[0m          x\n");
  }

  @Test
  void jsonIsOneLineWhateverIsInIt() {
    var json =
        new Json()
            .with("z", null)
            .with("a", List.of("x\ny", 7, true))
            .with("half", "\uD800")
            .with("time", Instant.parse("2026-03-01T09:30:00Z"))
            .with("inner", new Json().with("n", 5L));

    assertThat(json.line())
        .isEqualTo(
            "{\"a\":[\"x\\ny\",7,true],\"half\":\"?\",\"inner\":{\"n\":5},"
                + "\"time\":\"2026-03-01T09:30:00.000Z\",\"z\":null}\n");
  }

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    var said =
        printed(
            StandardCharsets.UTF_8,
            false,
            printer ->
                new Columns("A", "BB", "")
                    .row("long", "b", "")
                    .row("x", "y", "end")
                    .print(printer));

    assertThat(said).isEqualTo("A     BB\nlong  b\nx     y   end\n");
  }
}
