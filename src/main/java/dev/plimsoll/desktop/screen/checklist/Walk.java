package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.run.Output;
import dev.plimsoll.core.run.RunView;
import java.io.IOException;
import java.io.InputStream;

/// One run as its page needs it: what it looks like now. Calls may take a moment and none of them
/// is made on the window's thread; all are safe from any thread.
public interface Walk extends AutoCloseable {
  /// An immutable snapshot; polled a few times a second.
  RunView view();

  /// What a step prints, or printed last in this process; with the responses that its last attempt
  /// kept where none came in it.
  Output output(String step);

  /// The bytes that were kept.
  InputStream open(Evidence kept) throws IOException;

  /// What came before it.
  default Past past() {
    return Past.NONE;
  }

  /// What a person may do, or null where the run can only be looked at.
  @org.jspecify.annotations.Nullable
  Acts acts();

  /// Whether something is under way.
  boolean isBusy();

  /// Gives the run back. What is recorded stays.
  @Override
  void close();
}
