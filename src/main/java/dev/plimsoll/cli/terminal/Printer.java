package dev.plimsoll.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes lines for a person to one stream. Text from outside (output of programs, file names)
/// cannot steer the terminal: what would is replaced. Where the stream cannot show more than ASCII,
/// everything is written in ASCII.
public final class Printer {
  private static final Map<Character, String> ASCII =
      Map.ofEntries(
          Map.entry('\u201c', "\""),
          Map.entry('\u201d', "\""),
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u00b7', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\u2026', "..."),
          Map.entry('\u2192', "->"),
          Map.entry('\u00a0', " "));

  private final PrintStream stream;
  private final boolean colours;
  private final boolean unicode;

  public Printer(PrintStream stream, boolean colours) {
    this.stream = stream;
    this.colours = colours;
    this.unicode = stream.charset().newEncoder().canEncode("✓◈↯");
  }

  public void blank() {
    stream.println();
  }

  public void line(String text) {
    line(Tone.PLAIN, text);
  }

  public void line(Tone tone, String text) {
    stream.println(painted(tone, text));
  }

  /// A line that begins with a mark: its sign, its word in a column, the text.
  public void line(Mark mark, String text) {
    stream.println(marked(mark) + " ".repeat(gap(mark)) + safe(text));
  }

  /// A line below a mark's text.
  public void under(Tone tone, String text) {
    stream.println(" ".repeat(Mark.WIDTH + 4) + painted(tone, text));
  }

  /// The mark, then the text right behind its word: for a headline.
  public void headline(Mark mark, String text) {
    stream.println(marked(mark) + (text.isEmpty() ? "" : "  " + safe(text)));
  }

  private static int gap(Mark mark) {
    return Math.max(0, Mark.WIDTH - mark.word().length()) + 2;
  }

  private String marked(Mark mark) {
    var sign = String.valueOf(unicode ? mark.sign() : mark.plain());
    return painted(mark.tone(), sign + " " + mark.word());
  }

  private String painted(Tone tone, String text) {
    return colours ? tone.paint(safe(text)) : safe(text);
  }

  private String safe(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private void append(StringBuilder out, int c) {
    if (c == '\n' || c == '\t') {
      out.append((char) c);
    } else if (Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE) {
      out.append('?');
    } else if (unicode || c < 0x80) {
      out.appendCodePoint(c);
    } else {
      out.append(c < 0x10000 ? ASCII.getOrDefault((char) c, "?") : "?");
    }
  }

  /// The lines of a text that another program reads, as they are, in UTF-8.
  public void bytes(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  /// The stream itself, for bytes of somebody else.
  public PrintStream stream() {
    return stream;
  }
}
