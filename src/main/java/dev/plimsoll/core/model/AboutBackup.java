package dev.plimsoll.core.model;

/// A verb about a backup set, which the project file must name.
public interface AboutBackup {
  /// Name of the backup set.
  String set();
}
