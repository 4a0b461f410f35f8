package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The spelling of a [ConsistencyProof] by itself, and its strict reading.
public final class ConsistencyText {
  private static final String HEADER = "plimsoll.dev/consistency-proof@v1";
  private static final Pattern FROM =
      Pattern.compile("from (0|[1-9][0-9]{0,15}) ([A-Za-z0-9+/=]{44})");
  private static final Pattern TO = Pattern.compile("to ([1-9][0-9]{0,15}) ([A-Za-z0-9+/=]{44})");
  private static final int LONGEST = 64 * 1024;

  private ConsistencyText() {}

  /// Whether a text begins as one does.
  public static boolean isOne(String text) {
    return text.startsWith(HEADER + "\n");
  }

  /// The whole text, with its last line feed.
  public static String encode(ConsistencyProof proof) {
    var text =
        new StringBuilder(HEADER)
            .append("\nfrom ")
            .append(proof.from())
            .append(' ')
            .append(Hashes.base64(proof.ends().fromRoot()))
            .append("\nto ")
            .append(proof.to())
            .append(' ')
            .append(Hashes.base64(proof.ends().toRoot()))
            .append('\n');
    proof.hashes().forEach(hash -> text.append(Hashes.base64(hash)).append('\n'));
    return text.toString();
  }

  /// @throws Problem for anything that is not exactly what [#encode(ConsistencyProof)] gives
  public static ConsistencyProof parse(String text) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (text.length() > LONGEST || lines.size() < 4 || !isOne(text)) {
      throw unreadable("it does not begin with " + HEADER + " and two sizes");
    }
    var from = FROM.matcher(lines.get(1));
    var to = TO.matcher(lines.get(2));
    if (!from.matches() || !to.matches()) {
      throw unreadable("its second and third line do not name a size and a root each");
    }
    try {
      var proof =
          new ConsistencyProof(
              Long.parseLong(from.group(1)),
              Long.parseLong(to.group(1)),
              TlogProofText.hashes(lines.subList(3, lines.size() - 1)),
              new ConsistencyProof.Ends(
                  Hashes.ofBase64(from.group(2)), Hashes.ofBase64(to.group(2))));
      if (encode(proof).equals(text)) {
        return proof;
      }
    } catch (IllegalArgumentException e) {
      throw unreadable("one of its roots is none");
    }
    throw unreadable("it is not spelled as a consistency proof is");
  }

  private static Problem unreadable(String reason) {
    return Problem.of(
        "Proof not readable",
        "This is no consistency proof: " + reason + ".",
        "Take it again from where it was written, with every line as it stands there.");
  }
}
