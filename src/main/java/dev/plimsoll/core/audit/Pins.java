package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an auditor saw of a log when it last proved whole: one small file per log, in a folder of
/// the auditor's own (docs/formats/audit-chain.md, "Pins"). A log that is shorter next time was
/// rolled back, one with another entry at that place is another one. Thread-safe.
public final class Pins {
  private static final String HEADER = "plimsoll.dev/pin@v1";
  private static final Pattern FORM =
      Pattern.compile(
          HEADER
              + "\norigin (plimsoll\\.dev/log/[0-9a-f]{32})\ngenesis ([0-9a-f]{64})\n"
              + "entries ([1-9][0-9]{0,15})\nhead ([0-9a-f]{64})\nroot ([0-9a-f]{64})\n");
  private static final int LONGEST = 4096;

  private final Path folder;

  /// @param origin name of the log
  /// @param genesis hash of entry 0, lower-case hex
  /// @param entries how many there were, at least one
  /// @param head hash of the last of them, lower-case hex
  /// @param rootHash RFC 6962 root over them, lower-case hex
  public record Pin(String origin, String genesis, long entries, String head, String rootHash) {
    /// What a verification holds the log against.
    public Known.Pin known() {
      return new Known.Pin(entries, head, "pin of this auditor");
    }
  }

  /// @param folder need not exist yet
  public Pins(Path folder) {
    this.folder = folder;
  }

  /// @param origin of the log
  /// @throws Problem where there is one that cannot be read: then it must not pass as none
  public Optional<Pin> of(String origin) {
    var file = file(origin);
    try {
      if (Files.size(file) > LONGEST) {
        throw damaged(file, "It is larger than any pin.");
      }
      var match = FORM.matcher(Files.readString(file));
      if (!match.matches() || !match.group(1).equals(origin)) {
        throw damaged(file, "It is not spelled as a pin of " + origin + " is.");
      }
      return Optional.of(
          new Pin(
              origin,
              match.group(2),
              Long.parseLong(match.group(3)),
              match.group(4),
              match.group(5)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw damaged(file, "It cannot be read: " + e.getMessage() + ".");
    }
  }

  /// The pin of the log whose lines these are; empty where they are no log's.
  ///
  /// @param lines read for the log's name, and closed
  public Optional<Pin> of(ChainLines lines) {
    return Genesis.ofLines(lines).map(Genesis::origin).flatMap(this::of);
  }

  /// Pins a log as a verification just proved it. It never goes back: a pin of more entries stays.
  ///
  /// @param lines of the same log, for its name
  /// @return the pin that holds now
  /// @throws Problem where the log has no name, or the pin cannot be written
  public Pin set(ChainLines lines, ChainVerdict.Whole whole) {
    var origin =
        Genesis.ofLines(lines)
            .map(Genesis::origin)
            .orElseThrow(() ->
                Problem.of(
                    "Log not pinned",
                    "Its first entry does not name it.",
                    "Only logs of Plimsoll are pinned; keep the head of another by hand."));
    var pin = new Pin(origin, whole.genesis(), whole.entries(), whole.head(), whole.rootHash());
    var before = of(origin);
    if (before.isPresent() && before.get().entries() > pin.entries()) {
      return before.get();
    }
    try {
      DurableFile.replace(file(origin), spelled(pin));
      return pin;
    } catch (IOException e) {
      throw Problem.of(
          "Log not pinned",
          file(origin) + " cannot be written: " + e.getMessage() + ".",
          "Make room or give yourself access to " + folder + ", then verify again.",
          e);
    }
  }

  private static String spelled(Pin pin) {
    return HEADER
        + "\norigin "
        + pin.origin()
        + "\ngenesis "
        + pin.genesis()
        + "\nentries "
        + pin.entries()
        + "\nhead "
        + pin.head()
        + "\nroot "
        + pin.rootHash()
        + "\n";
  }

  /// The file of a log's pin, there or not.
  public Path file(String origin) {
    return folder.resolve(origin.substring(origin.lastIndexOf('/') + 1));
  }

  private static Problem damaged(Path file, String reason) {
    return Problem.of(
        "Pin not readable",
        "The file " + file + " says what was seen of this log before. " + reason,
        "Restore it from a backup; or look at the log by other means, then move the file away.");
  }
}
