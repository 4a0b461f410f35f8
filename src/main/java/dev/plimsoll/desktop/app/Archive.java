package dev.plimsoll.desktop.app;

import dev.plimsoll.core.HistoryToRead;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.history.History;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What the history page and its records are read from.
///
/// @param history opened when it is first asked for
/// @param evidence where kept bundles lie
/// @param place what is told as its place
/// @param logs the audit logs in the same history, opened when they are first asked for
/// @param closing gives back what was opened
record Archive(
    Supplier<History> history,
    EvidenceStore evidence,
    Path place,
    HistoryToRead logs,
    Runnable closing) {
  /// The installation's own to work with; the history that was named, or the installation's own, to
  /// read.
  static Archive of(Plimsoll plimsoll, Arrival arrival) {
    return switch (arrival) {
      case Arrival.ToWork _, Arrival.ToWorkOn _ -> {
        var logs = HistoryToRead.of(plimsoll.installation());
        yield new Archive(
            plimsoll::history,
            plimsoll.evidence(),
            plimsoll.installation().home(),
            logs,
            logs::close);
      }
      case Arrival.ToAuditHome _ -> of(HistoryToRead.of(plimsoll.installation()));
      case Arrival.ToAudit audit ->
          DropVeil.placeOf(audit.file(), true).isPresent()
              ? of(HistoryToRead.of(plimsoll.installation()))
              : of(HistoryToRead.at(audit.file()));
    };
  }

  private static Archive of(HistoryToRead read) {
    return new Archive(read::history, read.evidence(), read.file(), read, read::close);
  }
}
