package dev.plimsoll.core.check.http.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of an answer, as far as it is kept. Immutable.
public final class Content {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})\"?", Pattern.CASE_INSENSITIVE);

  private final byte[] kept;
  private final long size;
  private final @Nullable String flaw;

  /// @param size of all of it in bytes, or -1 where it was not counted to its end
  /// @param flaw why not all of it is here, a whole sentence, or null where it is
  Content(byte[] kept, long size, @Nullable String flaw) {
    this.kept = kept.clone();
    this.size = size;
    this.flaw = flaw;
  }

  static Content whole(byte[] bytes) {
    return new Content(bytes, bytes.length, null);
  }

  /// Bytes of the whole body, or -1 where nobody counted to its end.
  public long size() {
    return size;
  }

  public boolean isWhole() {
    return flaw == null;
  }

  /// Why not all of it is here, a whole sentence, or null where it is.
  public @Nullable String flaw() {
    return flaw;
  }

  byte[] bytes() {
    return kept.clone();
  }

  /// Of what is kept, in hexadecimal digits.
  public String sha256() {
    return dev.plimsoll.core.trust.Digests.sha256Hex(kept);
  }

  /// What the bytes say.
  public sealed interface Reading {
    record Text(String text) implements Reading {}

    /// @param sentence where they stop being text
    record NoText(String sentence) implements Reading {}

    /// @param sentence why nobody here can tell
    record Unread(String sentence) implements Reading {}
  }

  /// As text, strictly: a byte that is none is not replaced.
  ///
  /// @param contentType the header, or an empty text; its charset counts, UTF-8 where it has none
  public Reading text(String contentType) {
    var charset = charset(contentType);
    if (charset == null) {
      return new Reading.Unread("The body is in a charset that is not known here.");
    }
    var bytes = ByteBuffer.wrap(kept);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return new Reading.Text(decoder.decode(bytes).toString());
    } catch (CharacterCodingException malformed) {
      if (!isWhole() && bytes.remaining() < 4) {
        return new Reading.Text(lenient(charset)); // a character was cut in two
      }
      return new Reading.NoText(place(bytes.position(), charset));
    }
  }

  /// The beginning of it, for who shows it: size and flaw stay those of all.
  public Content head(int most) {
    return kept.length <= most ? this : new Content(Arrays.copyOf(kept, most), size, flaw);
  }

  private String place(int position, Charset charset) {
    var line = 1;
    for (var i = 0; i < position; i++) {
      line += kept[i] == '\n' ? 1 : 0;
    }
    return "The body is no valid "
        + charset.name()
        + " from byte "
        + (position + 1)
        + " on (line "
        + line
        + "): 0x"
        + HexFormat.of().toHexDigits(kept[position])
        + ".";
  }

  private static @Nullable Charset charset(String contentType) {
    var named = CHARSET.matcher(contentType);
    if (!named.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(named.group(1).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  private String lenient(Charset charset) {
    return new String(kept, charset);
  }

  /// How many bytes of it are kept.
  public int kept() {
    return kept.length;
  }

  /// At most so many bytes as a person may see them: what is no text stands for itself in `\x`
  /// form, so that nothing in it hides from whoever looks for secrets.
  public String shown(int most) {
    var text = new String(kept, 0, Math.min(most, kept.length), StandardCharsets.UTF_8);
    var shown = new StringBuilder(text.length());
    text.chars()
        .forEach(c -> {
          if (c == '\n' || c == '\t' || c == '\r' || c >= ' ') {
            shown.append((char) c);
          } else {
            shown.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
          }
        });
    return shown.toString();
  }
}
