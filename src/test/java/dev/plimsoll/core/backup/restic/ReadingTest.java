package dev.plimsoll.core.backup.restic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What restic writes is read within bounds.
class ReadingTest {
  private static InputStream out(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> lines(InputStream out) throws Exception {
    var lines = new ArrayList<String>();
    Program.lines(lines::add).read(out);
    return lines;
  }

  @Test
  void linesAreToldAsTheyEndOnEverySystem() throws Exception {
    assertThat(lines(out("one\r\n\ntwo\nthree"))).containsExactly("one", "", "two", "three");
    assertThat(lines(out("one\n"))).containsExactly("one");
    assertThat(lines(out(""))).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsPassedOver() throws Exception {
    assertThat(lines(out("before\n" + "x".repeat(2 << 20) + "\nafter")))
        .containsExactly("before", "after");
    assertThat(lines(out("before\n" + "x".repeat(2 << 20)))).containsExactly("before");
  }

  @Test
  void aTextThatIsTooLongIsNoText() {
    assertThatThrownBy(() -> Program.text(new StringBuilder(), 10).read(out("x".repeat(11))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 10 characters");
  }

  @Test
  void theRoomThatIsFreedIsReadInEveryUnit() {
    assertThat(Lines.freed("total prune:           4 blobs / 586.523 KiB")).hasValue(600_599);
    assertThat(Lines.freed("total prune:  1 blobs / 17 B")).hasValue(17);
    assertThat(Lines.freed("total prune:  9 blobs / 2.000 GiB")).hasValue(2L << 30);
    assertThat(Lines.freed("to delete:             4 blobs / 586.523 KiB")).isEmpty();
    assertThat(Lines.freed("total prune:  9 blobs / 2.000 XiB")).isEmpty();
  }
}
