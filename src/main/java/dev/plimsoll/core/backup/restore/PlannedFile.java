package dev.plimsoll.core.backup.restore;

import org.jspecify.annotations.Nullable;

/// One file of a restore, before it is put back.
///
/// @param sizeNow in bytes; -1 where there is no such file
/// @param obstacle why it cannot be put back, as a whole sentence, or null
public record PlannedFile(Wanted wanted, Now now, long sizeNow, @Nullable String obstacle) {
  public enum Now {
    /// Its bytes are those of the backup: it is left alone.
    SAME("the same"),
    DIFFERS("differs"),
    MISSING("missing now"),
    /// A command wrote it: it is no file of the project, the commands after are handed it.
    HANDED("for the commands after");

    private final String words;

    Now(String words) {
      this.words = words;
    }

    /// For a person.
    public String words() {
      return words;
    }
  }

  public String path() {
    return wanted.path();
  }
}
