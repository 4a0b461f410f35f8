package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work;
import java.util.List;

/// The backup sets that there are, and what is done with them. Reads files: everything but [#work]
/// is called off the window's thread.
public interface BackupSource {
  /// What can be chosen. A project that cannot be read is told in its group; one that declares no
  /// set has a group without any.
  List<SetGroup> groups();

  /// What is known of a set now.
  ///
  /// @throws dev.plimsoll.core.model.Problem where its place cannot be read
  SetLook look(SetChoice set);

  /// The files of a restore point, by its manifest, in the manifest's order.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it cannot be read
  List<PointFile> files(SetChoice set, String id);

  /// What a restore would change; nothing is written.
  ///
  /// @param paths files of the point; none means all of them
  /// @throws dev.plimsoll.core.model.Problem where it cannot be told
  RestoreOffer offer(SetChoice set, String id, List<String> paths) throws InterruptedException;

  /// What taking the last restore back would change; nothing is written.
  ///
  /// @param number of the undo point
  /// @throws dev.plimsoll.core.model.Problem where it cannot be told
  RestoreOffer undoOffer(SetChoice set, String number) throws InterruptedException;

  /// A piece of work, not begun. Reads nothing yet.
  Work<Ended> work(SetChoice set, Act act);
}
