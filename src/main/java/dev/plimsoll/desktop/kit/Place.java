package dev.plimsoll.desktop.kit;

import java.nio.file.Path;

/// Somewhere a person can be. `desktop.app` turns a place into a page in one exhaustive switch;
/// nobody else does.
public sealed interface Place {
  /// Repositories, what is in flight, the trust question.
  record Home() implements Place {}

  /// One repository: may it run, is it sound, what is to be released.
  ///
  /// @param anywhereInside a folder of its work tree
  record Project(Path anywhereInside) implements Place {}

  /// One version on its way out.
  ///
  /// @param root the repository's top folder
  record Release(Path root, String version) implements Place {}

  /// One checklist of a release, walked.
  ///
  /// @param checklist its id
  record ChecklistRun(Path root, String version, String checklist) implements Place {}

  /// Logs to verify: the projects' chains, the installation's own logs, any file.
  record Audit() implements Place {}

  /// A log that lies somewhere as a file of lines.
  record AuditFile(Path file) implements Place {}

  /// A chain that a project declares.
  ///
  /// @param root the repository's top folder
  /// @param chain its name in the project file
  record AuditChain(Path root, String chain) implements Place {}

  /// The log that Plimsoll itself keeps of a project.
  ///
  /// @param root the repository's top folder
  record OwnLog(Path root) implements Place {}

  /// Backup sets and their restore points.
  record Backups() implements Place {}

  /// A backup set of a project.
  ///
  /// @param root the repository's top folder
  /// @param set its name in the project file
  record BackupSet(Path root, String set) implements Place {}

  /// Everything that was ever recorded.
  record History() implements Place {}

  /// A release record that lies somewhere as a bundle file.
  record RecordFile(Path bundle) implements Place {}

  /// A release record that this installation sealed and kept.
  ///
  /// @param bundle address of the bundle among the evidence, lower-case hex SHA-256
  record KeptRecord(String product, String version, String bundle) implements Place {}

  /// Look, keys, identity.
  record Settings() implements Place {}
}
