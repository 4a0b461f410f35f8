package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A [CheckpointMemory] in a small file of its own, beside the log's key
/// (docs/formats/audit-chain.md, "What an installation remembers"). Written to a file beside it
/// first and moved into place: a crash leaves the old or the new one.
public final class CheckpointFile implements CheckpointMemory {
  private static final String HEAD = "head ";
  private static final String PEAK = "peak ";
  private static final long LARGEST = 64 * 1024;

  private final Path file;

  /// @param file one per log; it and its folder need not exist yet
  public CheckpointFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<SignedHead> last() {
    try {
      if (Files.size(file) > LARGEST) {
        throw damaged("It is larger than any such file.", null);
      }
      return Optional.of(parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | Problem | IllegalArgumentException e) {
      throw damaged("It cannot be read: " + e.getMessage(), e);
    }
  }

  private static SignedHead parse(String text) {
    var end = text.indexOf(HEAD);
    if (end < 0) {
      throw new IllegalArgumentException("the line that begins with \"head\" is missing.");
    }
    var head = "";
    var peaks = new ArrayList<String>();
    for (var line : text.substring(end).lines().toList()) {
      if (line.startsWith(PEAK)) {
        peaks.add(line.substring(PEAK.length()));
      } else {
        head = line.substring(HEAD.length());
      }
    }
    var signed = new SignedHead(Checkpoint.parse(text.substring(0, end)), head, peaks);
    if (!spelled(signed).equals(text) || signed.tree().size() == 0) {
      throw new IllegalArgumentException("it is not spelled as Plimsoll writes it.");
    }
    return signed;
  }

  private static String spelled(SignedHead signed) {
    var text =
        new StringBuilder(signed.checkpoint().encode())
            .append(HEAD)
            .append(signed.head())
            .append('\n');
    signed.peaks().forEach(peak -> text.append(PEAK).append(peak).append('\n'));
    return text.toString();
  }

  @Override
  public synchronized void remember(SignedHead signed) {
    var before = last();
    if (before.isPresent() && covers(before.get().checkpoint(), signed.checkpoint())) {
      return;
    }
    try {
      DurableFile.replace(file, spelled(signed));
    } catch (IOException e) {
      throw Problem.of(
          "Checkpoint not kept",
          "The file " + file + " cannot be written: " + e.getMessage() + ".",
          "Make room or give yourself access to it, then try again; nothing was published.",
          e);
    }
  }

  private static boolean covers(Checkpoint before, Checkpoint now) {
    return before.origin().equals(now.origin()) && before.size() >= now.size();
  }

  private Problem damaged(String reason, @Nullable Exception cause) {
    var what = "Last checkpoint not readable";
    var where = "The file " + file + " tells up to where this log was signed. " + reason;
    var next =
        "Restore it from a backup; or verify the log against a published checkpoint, then move the"
            + " file away.";
    return cause == null ? Problem.of(what, where, next) : Problem.of(what, where, next, cause);
  }
}
