package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// The strict reading of a checkpoint's note.
final class CheckpointText {
  private static final Pattern ORIGIN = Pattern.compile("plimsoll\\.dev/log/[0-9a-f]{32}");
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,15}");
  private static final Pattern SIGNATURE =
      Pattern.compile("— ([^ +\\p{Cntrl}]+) ([A-Za-z0-9+/]+={0,2})");
  private static final int LONGEST = 16 * 1024;

  private CheckpointText() {}

  static Checkpoint parse(String note) {
    if (note.length() > LONGEST) {
      throw unreadable("it is longer than " + LONGEST + " characters");
    }
    var lines = note.split("\n", -1);
    if (lines.length < 6 || !lines[3].isEmpty() || !lines[lines.length - 1].isEmpty()) {
      throw unreadable(
          "it is not three lines, an empty line and signature lines, each with its line feed");
    }
    if (!ORIGIN.matcher(lines[0]).matches()) {
      throw unreadable("its first line does not name a log of Plimsoll");
    }
    if (!SIZE.matcher(lines[1]).matches()) {
      throw unreadable("its second line is not a number of entries");
    }
    var parsed =
        new Checkpoint(lines[0], Long.parseLong(lines[1]), root(lines[2]), signatures(lines));
    if (!parsed.encode().equals(note)) {
      throw unreadable("it is not spelled as a checkpoint is");
    }
    return parsed;
  }

  private static String root(String line) {
    try {
      var root = Base64.getDecoder().decode(line);
      if (root.length == 32) {
        return HexFormat.of().formatHex(root);
      }
    } catch (IllegalArgumentException e) {
      throw unreadable("its third line is not Base64");
    }
    throw unreadable("its third line is not 32 bytes");
  }

  private static List<Checkpoint.Signature> signatures(String[] lines) {
    var signatures = new ArrayList<Checkpoint.Signature>();
    for (var i = 4; i < lines.length - 1; i++) {
      var match = SIGNATURE.matcher(lines[i]);
      if (!match.matches()) {
        throw unreadable("line " + (i + 1) + " is not a signature line");
      }
      if (!isCanonical(match.group(2))) {
        throw unreadable("the Base64 of line " + (i + 1) + " is not spelled canonically");
      }
      signatures.add(new Checkpoint.Signature(match.group(1), match.group(2)));
    }
    return signatures;
  }

  /// Whether it is the one spelling of its bytes: the bits that the padding leaves over are zero.
  private static boolean isCanonical(String base64) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(base64)).equals(base64);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static Problem unreadable(String reason) {
    return Problem.of(
        "Checkpoint not readable",
        "This is not a checkpoint of an audit log: " + reason + ".",
        "Take it again from where it was published, with every line as it stands there.");
  }
}
