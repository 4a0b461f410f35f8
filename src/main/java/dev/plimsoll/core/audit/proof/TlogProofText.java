package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.model.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The spelling of a C2SP tlog-proof, and its strict reading.
final class TlogProofText {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,15})");
  private static final int MOST_HASHES = 63;
  private static final int LONGEST = 256 * 1024;

  private TlogProofText() {}

  static String encode(TlogProof proof) {
    var text = new StringBuilder(HEADER).append('\n');
    if (proof.line() != null) {
      var bytes = proof.line().getBytes(StandardCharsets.UTF_8);
      text.append(EXTRA).append(Base64.getEncoder().encodeToString(bytes)).append('\n');
    }
    text.append("index ").append(proof.index()).append('\n');
    proof.hashes().forEach(hash -> text.append(Hashes.base64(hash)).append('\n'));
    return text.append('\n').append(proof.checkpoint().encode()).toString();
  }

  static TlogProof parse(String text) {
    if (text.length() > LONGEST) {
      throw unreadable("it is longer than " + LONGEST + " characters");
    }
    var end = text.indexOf("\n\n");
    if (end < 0) {
      throw unreadable("no empty line stands before its checkpoint");
    }
    var lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
    if (!lines.removeFirst().equals(HEADER)) {
      throw unreadable("its first line is not " + HEADER);
    }
    var line = extra(lines);
    var index = lines.isEmpty() ? null : INDEX.matcher(lines.removeFirst());
    if (index == null || !index.matches()) {
      throw unreadable("the line that begins with \"index\" is missing");
    }
    var proof =
        new TlogProof(
            line,
            Long.parseLong(index.group(1)),
            hashes(lines),
            Checkpoint.parse(text.substring(end + 2)));
    if (!proof.encode().equals(text)) {
      throw unreadable("it is not spelled as a proof is");
    }
    return proof;
  }

  private static @Nullable String extra(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().startsWith(EXTRA)) {
      return null;
    }
    try {
      var bytes = Base64.getDecoder().decode(lines.removeFirst().substring(EXTRA.length()));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw unreadable("its extra line does not hold an entry");
    }
  }

  /// @throws Problem for more than a proof has, or a line that is no hash
  static List<String> hashes(List<String> lines) {
    if (lines.size() > MOST_HASHES) {
      throw unreadable("it has more than " + MOST_HASHES + " hashes");
    }
    try {
      return lines.stream().map(Hashes::ofBase64).toList();
    } catch (IllegalArgumentException e) {
      throw unreadable("one of its lines is not the Base64 of a hash");
    }
  }

  private static Problem unreadable(String reason) {
    return Problem.of(
        "Proof not readable",
        "This is no proof of an entry: " + reason + ".",
        "Take it again from where it was written, with every line as it stands there.");
  }
}
