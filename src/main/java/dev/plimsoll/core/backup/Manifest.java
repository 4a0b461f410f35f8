package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.trust.Digests;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is in a backup, as the last member of its archive (docs/formats/backup.md). Immutable.
///
/// @param takenOn when it was begun, in whole milliseconds
/// @param members in the order of the archive, paths unique
public record Manifest(
    String product, String set, Instant takenOn, RestorePoint.Of of, List<Member> members) {
  /// `schema`.
  public static final String SCHEMA = "plimsoll/backup/v1";

  /// The first part of the path of a file that does not lie in the repository: `@root/var/lib/x`,
  /// `@c/data/x`.
  public static final String OUTSIDE = "@";

  /// No more members than this.
  public static final int MOST_MEMBERS = 250_000;

  public Manifest {
    members = List.copyOf(members);
  }

  public enum Shape {
    FILE,
    FOLDER,
    LINK;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a file was read.
  public enum Kind {
    PLAIN,
    LOG,
    SQLITE,
    DUCKDB,
    /// A command wrote it; it lies nowhere in the repository.
    OUTPUT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(BackupSet.Kind kind) {
      return switch (kind) {
        case PLAIN -> PLAIN;
        case LOG -> LOG;
        case SQLITE -> SQLITE;
        case DUCKDB -> DUCKDB;
      };
    }
  }

  /// @param path in the archive below its root folder, and in the repository; `/` between parts
  /// @param kind [Kind#PLAIN] for folders and links
  /// @param size in bytes; 0 for folders and links
  /// @param mode permission bits, such as 0644 octal
  /// @param facts what else is known
  public record Member(
      String path, Shape shape, Kind kind, long size, int mode, Instant modifiedOn, Facts facts) {
    public boolean isFile() {
      return shape == Shape.FILE;
    }

    /// Of a file.
    public String sha256() {
      return Optional.ofNullable(facts.sha256()).orElse("");
    }
  }

  /// @param sha256 of a file's bytes in the archive, lower-case hex; null for folders and links
  /// @param target where a link leads; null for all else
  /// @param stamp size, times and inode of what was read, to tell whether it has changed since;
  ///   null where that cannot tell
  /// @param log how far it goes, of a log
  /// @param rows counted rows by table, where the set asks for them
  public record Facts(
      @Nullable String sha256,
      @Nullable String target,
      @Nullable String stamp,
      @Nullable LogFacts log,
      SortedMap<String, Long> rows) {
    public static final Facts NONE = new Facts(null, null, null, null, new TreeMap<>());

    public Facts {
      rows =
          rows.isEmpty()
              ? Collections.emptySortedMap()
              : Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    public static Facts of(String sha256, @Nullable String stamp) {
      return new Facts(sha256, null, stamp, null, new TreeMap<>());
    }

    static Facts read(Map<String, String> texts, @Nullable LogFacts log, Map<String, Long> rows) {
      return new Facts(
          texts.get("sha256"), texts.get("target"), texts.get("stamp"), log, new TreeMap<>(rows));
    }

    public Facts counted(Map<String, Long> counted) {
      return new Facts(sha256, target, stamp, log, new TreeMap<>(counted));
    }
  }

  /// @param entries lines that hold something
  /// @param recipe that its chain was verified by, or null for lines without a chain
  /// @param head hash of the last entry, null where there is no chain
  public record LogFacts(long entries, @Nullable String recipe, @Nullable String head) {}

  /// Looks through them one by one.
  public Optional<Member> member(String path) {
    return members.stream().filter(member -> member.path().equals(path)).findFirst();
  }

  public Stream<Member> files() {
    return members.stream().filter(Member::isFile);
  }

  public long bytes() {
    return members.stream().mapToLong(Member::size).sum();
  }

  /// How far each log goes.
  public List<RestorePoint.LogHead> logs() {
    return files()
        .filter(member -> member.facts().log() != null)
        .map(member -> head(member.path(), Objects.requireNonNull(member.facts().log())))
        .toList();
  }

  private static RestorePoint.LogHead head(String path, LogFacts log) {
    return new RestorePoint.LogHead(path, log.entries(), log.recipe(), log.head());
  }

  /// The one spelling: canonical JSON (docs/formats/trust.md), UTF-8.
  public byte[] encoded() {
    return ManifestWriter.written(this);
  }

  /// SHA-256 of [#encoded], lower-case hex; the spelling is not held for it.
  public String digest() {
    return Digests.sha256Hex(sink -> ManifestWriter.write(this, sink));
  }
}
