package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work;
import java.util.List;

/// The backup sets that there are, and what is done with them. Reads files: everything that is no
/// [Work] is called off the window's thread.
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

  /// Looks what a restore would change; nothing is written. A piece of work, not begun, which
  /// throws a [dev.plimsoll.core.model.Problem] where it cannot be told.
  ///
  /// @param paths files of the point; none means all of them
  Work<RestoreOffer> offer(SetChoice set, String id, List<String> paths);

  /// The same of taking the last restore back.
  ///
  /// @param number of the undo point
  Work<RestoreOffer> undoOffer(SetChoice set, String number);

  /// A piece of work, not begun. Reads nothing yet.
  Work<Ended> work(SetChoice set, Act act);
}
