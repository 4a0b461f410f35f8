package dev.plimsoll.core.check.http.exchange;

import java.util.concurrent.Executor;

/// Where the steps of an exchange run: an answer is put together on the thread that reads it from
/// its connection, everything else on a virtual thread of its own. The body's subscriber never
/// waits, and neither does anything else of an answer, so that there is no hand-over to pay for.
/// What may wait, looking up a name and connecting, begins elsewhere and so never runs here.
///
/// Java's client hands over what it finds on that thread alone; it is told by its name.
final class WhereItComes implements Executor {
  private static final String READER = "-SelectorManager";

  @Override
  public void execute(Runnable task) {
    if (Thread.currentThread().getName().endsWith(READER)) {
      task.run();
    } else {
      Thread.startVirtualThread(task);
    }
  }
}
