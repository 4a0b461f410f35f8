package dev.plimsoll.core.check;

import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Sample;
import java.io.IOException;
import java.io.InputStream;

/// Takes what a verb sees while it works. Thread-safe; secrets are masked before anything leaves
/// it.
public interface Tap {
  /// One line of live output for the person who watches; `stream` is `out`, `err` or `note`.
  void line(String stream, String text);

  /// One response of a step that sends many, for the person who watches; called for each, as it
  /// comes. Cheap: only a bounded picture of them is kept.
  default void sample(Sample sample) {}

  /// Keeps bytes as evidence of this attempt: redacted, digested, flushed to disk before it
  /// returns.
  ///
  /// @param name file name for a person, no path in it
  /// @param mediaType what is kept beside the digest; everything but binary bytes is redacted,
  ///   whatever it says
  Evidence keep(String name, String mediaType, InputStream bytes) throws IOException;
}
