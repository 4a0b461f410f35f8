package dev.plimsoll.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that the project's own files ask for regularly, and that was not done in time.
public sealed interface Overdue {
  /// The wizard that it belongs to, or null for none of the four.
  Wizard.@Nullable Kind kind();

  /// A checklist of the maintenance plan.
  ///
  /// @param title of the checklist
  /// @param every how often, in the words of the project file
  /// @param last its last walk, or null for never; one that failed or was not finished does not
  ///   count as done
  record Walk(
      Wizard.@Nullable Kind kind,
      String checklist,
      String title,
      String every,
      @Nullable Walked last)
      implements Overdue {}

  /// @param on when something was done at it last
  record Walked(Instant on, End end) {}

  /// How a walk ended.
  enum End {
    DONE,
    FAILED,
    /// Nothing failed, but a step could not be told.
    UNTOLD,
    /// Steps were not walked, or the gate did not let it go.
    UNFINISHED
  }

  /// The newest backup of a set.
  ///
  /// @param limit the greatest age that a checklist outside of the plan allows
  /// @param last when it was taken, or null for never
  record Backup(String set, Duration limit, @Nullable Instant last) implements Overdue {
    @Override
    public Wizard.Kind kind() {
      return Wizard.Kind.BACKUP_AND_RESTORE;
    }
  }

  /// The proof that a set restores.
  ///
  /// @param limit as above
  /// @param last when it was proven, or null for never
  record Proof(String set, Duration limit, @Nullable Instant last) implements Overdue {
    @Override
    public Wizard.Kind kind() {
      return Wizard.Kind.BACKUP_AND_RESTORE;
    }
  }
}
