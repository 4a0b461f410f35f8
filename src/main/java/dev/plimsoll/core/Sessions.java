package dev.plimsoll.core;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.RunSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The runs that this process owns. A run that is open already is handed out again, so that leaving
/// a page and coming back neither stops its steps nor collides with itself. Thread-safe.
final class Sessions {
  private final Map<String, RunSession> open = new ConcurrentHashMap<>();

  Optional<RunSession> of(String run) {
    var session = open.get(run);
    if (session != null && session.isClosed()) {
      open.remove(run, session);
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  RunSession keep(RunSession session) {
    open.put(session.state().id(), session);
    return session;
  }

  /// Lets go of a run, so that it can be sealed or replaced.
  ///
  /// @throws Problem where one of its steps is running
  void release(String run) {
    of(run)
        .ifPresent(session -> {
          if (session.isBusy()) {
            throw Problem.of(
                "Run not closed",
                "A step of " + session.state().opening().checklistTitle() + " is still running.",
                "Wait for it or cancel it, then try again.");
          }
          session.close();
          open.remove(run, session);
        });
  }

  /// Closes every run, whatever happens at one of them.
  void closeAll() {
    open.values().forEach(RunSession::cancelAll);
    for (var session : open.values()) {
      try {
        session.close();
      } catch (Problem notRecorded) {
        // The run reads as interrupted where it could not be paused; its processes are gone either
        // way.
      }
    }
    open.clear();
  }
}
