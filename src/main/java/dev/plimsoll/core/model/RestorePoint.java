package dev.plimsoll.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A backup that could be gone back to. *Made*, *verified* and *proven* are three different things.
///
/// @param set name of its backup set
/// @param id the archive's file name, or restic's snapshot; unique in the set
/// @param takenOn by its manifest
/// @param content what is in it
/// @param of the product's version and commit when it was taken
/// @param manifest SHA-256 of the manifest's bytes, lower-case hex: what says that it is the same
///   backup
/// @param proof what the project's log says about it
public record RestorePoint(
    String set, String id, Instant takenOn, Content content, Of of, String manifest, Proof proof) {
  /// @param files number of files
  /// @param bytes of the files
  /// @param stored bytes of the archive; for restic what it added to the repository
  /// @param logs how far each log in it goes, by its path
  public record Content(long files, long bytes, long stored, List<LogHead> logs) {
    public Content {
      logs = List.copyOf(logs);
    }
  }

  /// @param path of the log in the set
  /// @param recipe that its chain was verified by, or null for lines without a chain
  /// @param head null where there is no chain
  public record LogHead(
      String path, long entries, @Nullable String recipe, @Nullable String head) {}

  /// @param version null where none could be told
  public record Of(@Nullable String version, @Nullable String commit) {}

  /// @param verifiedOn when every byte was last read back and fitted, or null
  /// @param provenOn when a restore of it was last proven in a scratch folder, or null
  /// @param failed what the last look found wrong, or null where it found nothing
  /// @param unread why the system did not let it be read just now, or null where it did: nothing is
  ///   known of its bytes then
  public record Proof(
      @Nullable Instant verifiedOn,
      @Nullable Instant provenOn,
      @Nullable String failed,
      @Nullable String unread) {
    public static final Proof NONE = new Proof(null, null, null);

    /// Of one that can be read.
    public Proof(
        @Nullable Instant verifiedOn, @Nullable Instant provenOn, @Nullable String failed) {
      this(verifiedOn, provenOn, failed, null);
    }

    /// Of one that cannot be read.
    ///
    /// @param why a whole sentence
    public static Proof unread(String why) {
      return new Proof(null, null, null, why);
    }
  }

  /// What may be said of it. A later failure takes back what was proven.
  public enum Level {
    MADE,
    VERIFIED,
    PROVEN,
    BROKEN,
    /// It could not be read just now: neither sound nor broken.
    UNREAD
  }

  public Level level() {
    if (proof.unread() != null) {
      return Level.UNREAD;
    }
    if (proof.failed() != null) {
      return Level.BROKEN;
    }
    return proof.provenOn() != null
        ? Level.PROVEN
        : proof.verifiedOn() != null ? Level.VERIFIED : Level.MADE;
  }

  public Optional<Instant> provenOn() {
    return level() == Level.PROVEN ? Optional.ofNullable(proof.provenOn()) : Optional.empty();
  }
}
