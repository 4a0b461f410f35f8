package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What one installation sends another so that it cosigns a checkpoint: the log's key, which tree
/// the witness knew last, the way from there, the checkpoint. From the line that begins with `old`
/// on it is the body of an `add-checkpoint` of C2SP tlog-witness, byte for byte.
///
/// @param log the log's own key, by its giver's word
/// @param old lines of the tree that the witness cosigned last, 0 for none
/// @param hashes consistency proof from there, lower-case hex
public record WitnessRequest(Vkey log, long old, List<String> hashes, Checkpoint checkpoint) {
  private static final String HEADER = "plimsoll.dev/witness-request@v1";
  private static final String LOG = "log ";
  private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,15})");
  private static final int LONGEST = 64 * 1024;

  public WitnessRequest {
    hashes = List.copyOf(hashes);
  }

  /// The whole text, with its last line feed.
  public String encode() {
    var text =
        new StringBuilder(HEADER)
            .append('\n')
            .append(LOG)
            .append(log.text())
            .append("\nold ")
            .append(old)
            .append('\n');
    hashes.forEach(hash -> text.append(Hashes.base64(hash)).append('\n'));
    return text.append('\n').append(checkpoint.encode()).toString();
  }

  /// @throws Problem for anything that is not exactly what [#encode()] gives
  public static WitnessRequest parse(String text) {
    var end = text.indexOf("\n\n");
    if (text.length() > LONGEST || end < 0) {
      throw unreadable("it is too long, or no empty line stands before its checkpoint");
    }
    var lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
    if (lines.size() < 3
        || !lines.removeFirst().equals(HEADER)
        || !lines.getFirst().startsWith(LOG)) {
      throw unreadable("it does not begin with " + HEADER + " and the log's key");
    }
    var log = Vkey.parse(lines.removeFirst().substring(LOG.length()));
    var old = OLD.matcher(lines.removeFirst());
    if (!old.matches()) {
      throw unreadable("the line that begins with \"old\" is missing");
    }
    var request =
        new WitnessRequest(
            log,
            Long.parseLong(old.group(1)),
            TlogProofText.hashes(lines),
            Checkpoint.parse(text.substring(end + 2)));
    if (log.kind() != Vkey.Kind.LOG || !log.name().equals(request.checkpoint.origin())) {
      throw unreadable("its key is not that of the log whose checkpoint it brings");
    }
    if (!request.encode().equals(text)) {
      throw unreadable("it is not spelled as a request is");
    }
    return request;
  }

  private static Problem unreadable(String reason) {
    return Problem.of(
        "Request not readable",
        "This is no request to cosign a checkpoint: " + reason + ".",
        "Ask for a file made with: plimsoll audit checkpoint --for-witness NAME --out FILE");
  }
}
