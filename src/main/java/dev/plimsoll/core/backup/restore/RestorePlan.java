package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a restore would do. Facts; nothing was changed to learn them, and what a person confirms is
/// this plan: a restore refuses where the logs have moved since.
///
/// @param name of what would be put back
/// @param files what was chosen, files and links alone, in the order of the backup
/// @param logs those among them
/// @param stays paths that are there now and not in the backup: they stay; without the files that
///   lie beside a database, which are kept aside with it
/// @param folders folders among what was chosen: they are made where they are missing
/// @param gone paths that would be gone: what was not there then
/// @param stranger why this backup may be none of this project's, as a whole sentence, or null
public record RestorePlan(
    Origin.Name name,
    List<PlannedFile> files,
    List<PlannedLog> logs,
    List<String> stays,
    List<Wanted> folders,
    List<String> gone,
    @Nullable String stranger) {
  /// What is typed where nobody can tell how many entries would be lost.
  public static final String UNKNOWN = "unknown";

  public RestorePlan {
    files = List.copyOf(files);
    logs = List.copyOf(logs);
    stays = List.copyOf(stays);
    folders = List.copyOf(folders);
    gone = List.copyOf(gone);
  }

  /// What a person has to type before anything is put back.
  public sealed interface Ask {
    /// For a person.
    String sentence();

    /// No entry of a log would be lost.
    record Nothing() implements Ask {
      @Override
      public String sentence() {
        return "No entry of a log would be lost.";
      }
    }

    /// @param lost entries of all logs together
    record Count(long lost) implements Ask {
      @Override
      public String sentence() {
        return Plural.of(lost, "entry", "entries")
            + " would be lost. Type "
            + lost
            + " to confirm that.";
      }
    }

    /// It could not be told how many.
    record Word(String word) implements Ask {
      @Override
      public String sentence() {
        return "How many entries would be lost could not be told. Type "
            + word
            + " to put the files back nevertheless.";
      }
    }
  }

  public Ask ask() {
    if (logs.stream().anyMatch(log -> log.lost() < 0)) {
      return new Ask.Word(UNKNOWN);
    }
    var lost = logs.stream().mapToLong(PlannedLog::lost).sum();
    return lost == 0 ? new Ask.Nothing() : new Ask.Count(lost);
  }

  /// How many files are in that state.
  public long count(PlannedFile.Now now) {
    return files.stream().filter(file -> file.now() == now).count();
  }

  /// Bytes of the files that would be put in place.
  public long bytes() {
    return files.stream()
        .filter(file -> file.now() != PlannedFile.Now.SAME)
        .mapToLong(file -> file.wanted().size())
        .sum();
  }

  /// Why it cannot be done, a whole sentence each.
  public List<String> obstacles() {
    var obstacles = new ArrayList<String>();
    files.forEach(file -> Optional.ofNullable(file.obstacle()).ifPresent(obstacles::add));
    return obstacles.stream().distinct().toList();
  }

  /// For a person, what would happen.
  public String sentence() {
    var differ = count(PlannedFile.Now.DIFFERS);
    var missing = count(PlannedFile.Now.MISSING);
    return Plural.of(files.size(), "file")
        + ": "
        + differ
        + (differ == 1 ? " differs, " : " differ, ")
        + missing
        + (missing == 1 ? " is" : " are")
        + " missing now, "
        + count(PlannedFile.Now.SAME)
        + " the same; "
        + stays.size()
        + " that the backup does not have "
        + (stays.size() == 1 ? "stays" : "stay")
        + " as "
        + (stays.size() == 1 ? "it is." : "they are.");
  }
}
