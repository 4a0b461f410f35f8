package dev.plimsoll.core;

import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogStore;

/// A project's audit log as it lies in the history, for verifying and exporting.
///
/// @param project what the log is kept under
/// @param lines the lines; read-only by habit: what is appended here is no entry of a run
/// @param known what this installation remembers of it: the last checkpoint that it signed
public record StoredLog(String project, LogStore lines, Known known) {}
