package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.LogDesk;
import java.nio.file.Path;
import java.time.Duration;

/// A history in a folder of the test's own.
final class HistoryDesk implements AutoCloseable {
  final LogDesk desk = new LogDesk();
  final Path file;
  final HistoryStore store;

  HistoryDesk(Path folder) {
    file = folder.resolve("history.db");
    store = HistoryStore.open(file, Duration.ofSeconds(60));
  }

  AuditLog log() {
    return desk.open(store.log("lantern"));
  }

  History history() {
    return store.history();
  }

  @Override
  public void close() {
    store.close();
  }
}
