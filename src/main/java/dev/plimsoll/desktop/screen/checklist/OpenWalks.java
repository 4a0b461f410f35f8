package dev.plimsoll.desktop.screen.checklist;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The walks of this window that nobody looks at: a page that is left gives its run back here. A
/// run at which something is under way goes on until that has ended; any other is closed by the
/// next [#settle()], so that the release can be sealed and other windows may walk it. Thread-safe.
public final class OpenWalks implements AutoCloseable {
  private final Map<Object, Walk> kept = new HashMap<>();

  /// The walk that was left under `key`, if it still goes on. It is the caller's then.
  public synchronized Optional<Walk> take(Object key) {
    return Optional.ofNullable(kept.remove(key));
  }

  /// Gives a walk back. Quick; whoever calls it lets [#settle()] follow in the background.
  public synchronized void giveBack(Object key, Walk walk) {
    kept.put(key, walk);
  }

  /// Closes the walks at which nothing is under way any more; called now and then, off the window's
  /// thread.
  public synchronized void settle() {
    kept.values()
        .removeIf(walk -> {
          if (walk.isBusy()) {
            return false;
          }
          walk.close();
          return true;
        });
  }

  public synchronized boolean isEmpty() {
    return kept.isEmpty();
  }

  @Override
  public synchronized void close() {
    kept.values().forEach(Walk::close);
    kept.clear();
  }
}
