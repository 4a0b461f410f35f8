package dev.plimsoll.bench;

import java.io.IOException;

/// Something to measure, again and again.
interface Work {
  /// Does it once, and checks that it was done.
  Sample once() throws IOException, InterruptedException;
}
