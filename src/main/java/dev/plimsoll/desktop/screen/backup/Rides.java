package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.task.TaskRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this window does with backups now, and how the last act on each set ended. An act goes on
/// when its page is left. One at a time for each set. On the window's thread.
public final class Rides implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TaskRunner tasks;
  private final InstantSource clock;
  private final List<Ride> running = new ArrayList<>();
  private final List<Past> past = new ArrayList<>();
  private @Nullable Listener listener;

  /// An act that has ended.
  record Past(Ride ride, Ride.Over over, Duration took) {}

  /// The page that is looked at.
  interface Listener {
    void over(Past past);
  }

  public Rides(TaskRunner tasks, InstantSource clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  void listener(@Nullable Listener page) {
    listener = page;
  }

  Optional<Ride> running(SetChoice set) {
    return running.stream().filter(ride -> ride.set().isThe(set)).findFirst();
  }

  Optional<Past> past(SetChoice set) {
    return past.stream().filter(each -> each.ride().set().isThe(set)).findFirst();
  }

  void forgetPast(SetChoice set) {
    past.removeIf(each -> each.ride().set().isThe(set));
  }

  /// Begins; the caller has seen that nothing runs on this set.
  ///
  /// @param begun called before anything is done
  void start(Ride ride, Runnable begun) {
    var startedOn = clock.instant();
    forgetPast(ride.set());
    running.add(ride);
    begun.run();
    tasks.run(
        ride::run,
        over -> over(ride, over, Duration.between(startedOn, clock.instant())),
        fault ->
            over(ride, new Ride.Over.Failed(fault), Duration.between(startedOn, clock.instant())));
  }

  private void over(Ride ride, Ride.Over over, Duration took) {
    running.remove(ride);
    ride.trail().end(clock.instant());
    var ended = new Past(ride, over, took);
    past.add(ended);
    if (listener != null) {
      listener.over(ended);
    }
  }

  /// What goes on now, in words: `Taking a backup (operations)`.
  public List<String> underWay() {
    return running.stream()
        .map(ride -> ride.act().words() + " (" + ride.set().name() + ")")
        .toList();
  }

  /// Stops everything, and waits until nothing half-made is left.
  @Override
  public void close() {
    running.forEach(Ride::stop);
    try {
      for (var ride : running) {
        if (!ride.awaitOver(PATIENCE)) {
          return; // the next start finds what it left
        }
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
