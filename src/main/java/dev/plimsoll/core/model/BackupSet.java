package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is saved together, where to, for how long, and how it is proven (docs/formats/project.md).
///
/// @param name unique in the project
/// @param around what is run before and after files are put back
public record BackupSet(
    String name, Sources sources, Place place, Keep keep, Proof proof, Around around) {
  /// How a file is read, so that what is saved is sound.
  public enum Kind {
    /// The bytes as they lie, read again where they changed meanwhile.
    PLAIN,
    /// Lines that are only ever added: the bytes up to the last whole line.
    LOG,
    /// By the driver's own copy, never by bytes.
    SQLITE,
    /// The team's export, or its write-ahead file, then the file; the copy is opened.
    DUCKDB;

    /// As in the project file.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param files paths and globs relative to the repository, `/` between parts; a folder means all
  ///   below it
  /// @param exclude globs that are left out
  /// @param kinds first match wins; what none matches is told by its name and first bytes
  /// @param outputs what commands write
  public record Sources(
      List<String> files, List<String> exclude, List<KindRule> kinds, List<Output> outputs) {
    public Sources {
      files = List.copyOf(files);
      exclude = List.copyOf(exclude);
      kinds = List.copyOf(kinds);
      outputs = List.copyOf(outputs);
    }
  }

  public record KindRule(String glob, Kind kind) {}

  /// @param name the file's name in the backup, a relative path
  /// @param run program and arguments; what it writes to standard output is saved
  public record Output(String name, List<String> run, Duration timeout) {
    public Output {
      run = List.copyOf(run);
    }
  }

  public enum Engine {
    OWN,
    RESTIC
  }

  public enum Format {
    TAR_ZST("tar.zst"),
    ZIP("zip");

    private final String suffix;

    Format(String suffix) {
      this.suffix = suffix;
    }

    /// Behind the dot of a file's name, and the word of the project file.
    public String suffix() {
      return suffix;
    }
  }

  /// @param to a folder, absolute or relative to the repository; for restic its repository
  /// @param as the archive's name without suffix, `{yyyyMMdd_HHmmss}` in it; also the root folder
  ///   within
  /// @param password the name of the secret that opens a restic repository, or null
  public record Place(
      Engine engine, String to, String as, Format format, @Nullable String password) {}

  /// What is kept; a rule that is null keeps nothing by itself, and without any rule everything is
  /// kept.
  ///
  /// @param days backups of that age or younger
  /// @param atLeast never fewer than these remain
  public record Keep(
      @Nullable Integer last,
      @Nullable Integer days,
      @Nullable Integer daily,
      @Nullable Integer weekly,
      @Nullable Integer monthly,
      int atLeast) {
    public static final Keep EVERYTHING = new Keep(null, null, null, null, null, 1);

    public boolean isEverything() {
      return last == null && days == null && daily == null && weekly == null && monthly == null;
    }
  }

  /// @param rows tables whose rows are counted when a backup is taken, and counted again
  /// @param commands programs that are run in the scratch folder of a drill; exit code 0 passes
  public record Proof(List<Rows> rows, List<List<String>> commands) {
    public static final Proof NONE = new Proof(List.of(), List.of());

    public Proof {
      rows = List.copyOf(rows);
      commands = commands.stream().map(List::copyOf).toList();
    }
  }

  /// @param file an SQLite file of the set
  public record Rows(String file, List<String> tables) {
    public Rows {
      tables = List.copyOf(tables);
    }
  }

  /// @param before such as `[docker, compose, stop]`; one that fails leaves everything as it is
  public record Around(List<List<String>> before, List<List<String>> after) {
    public static final Around NOTHING = new Around(List.of(), List.of());

    public Around {
      before = before.stream().map(List::copyOf).toList();
      after = after.stream().map(List::copyOf).toList();
    }
  }

  /// The kind that a rule of the set names for a file; empty where none does.
  public Optional<Kind> kindOf(String path) {
    return sources.kinds().stream()
        .filter(rule -> Glob.of(rule.glob()).matches(path))
        .map(KindRule::kind)
        .findFirst();
  }
}
