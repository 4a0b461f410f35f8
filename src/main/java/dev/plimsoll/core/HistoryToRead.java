package dev.plimsoll.core;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.history.EvidenceFiles;
import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.history.LogRow;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A history with the evidence beside it, to look at: an installation's own, or a copy that an
/// auditor was given. Nothing is written. The file is opened when it is first needed. Thread-safe.
public final class HistoryToRead implements AutoCloseable {
  private static final String NAME = "history.db";

  private final Path file;
  private @Nullable HistoryStore store;

  private HistoryToRead(Path file) {
    this.file = file;
  }

  /// @param fileOrFolder a history, or the folder that holds one under its usual name
  public static HistoryToRead at(Path fileOrFolder) {
    return new HistoryToRead(
        Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(NAME) : fileOrFolder);
  }

  /// The installation's own.
  public static HistoryToRead of(Installation installation) {
    return new HistoryToRead(installation.historyFile());
  }

  /// @throws Problem where there is no history, or it cannot be read
  public History history() {
    return opened().history();
  }

  private synchronized HistoryStore opened() {
    var open = store;
    if (open == null) {
      if (!Files.exists(file)) {
        throw Problem.of(
            "No history to show",
            "There is no file " + file + ".",
            "Open a history with: plimsoll --read-only FILE. A release bundle can be dropped on"
                + " this window.");
      }
      open = HistoryStore.openReadOnly(file);
      store = open;
    }
    return open;
  }

  /// Every log of the history, in the order of projects and epochs; none where there is no history.
  ///
  /// @throws Problem where it cannot be read
  public List<LogRow> logs() {
    return Files.exists(file) ? opened().logs() : List.of();
  }

  /// A log of [#logs()].
  public LogStore log(LogRow row) {
    return opened().log(row);
  }

  /// What lies beside the history; records are read from it.
  public EvidenceStore evidence() {
    return new EvidenceFiles(file.resolveSibling("evidence"));
  }

  public Path file() {
    return file;
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
      store = null;
    }
  }
}
