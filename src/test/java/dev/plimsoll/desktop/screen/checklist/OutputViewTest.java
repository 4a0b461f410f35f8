package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputViewTest {
  @Test
  void showsWhatAProgramSaidWithoutWhatItToldTheTerminal() {
    assertThat(OutputView.plain("\u001b[0m\u001b[1;31mERROR\u001b[m build"))
        .isEqualTo("ERROR build");
    assertThat(OutputView.plain("\u001b[2K\u001b[1G42 passed")).isEqualTo("42 passed");
    assertThat(OutputView.plain("list[0m] and\ttab")).isEqualTo("list[0m] and    tab");
  }
}
