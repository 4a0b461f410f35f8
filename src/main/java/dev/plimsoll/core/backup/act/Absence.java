package dev.plimsoll.core.backup.act;

/// What has to be said where no backup is found and that may mean something else than none.
///
/// @param told whether the log tells of backups that were made
/// @param sentence what is the case, and what to do next
public record Absence(boolean told, String sentence) {}
