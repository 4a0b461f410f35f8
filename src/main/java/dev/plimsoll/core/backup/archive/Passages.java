package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Knows where the bytes of each file go. Thread-safe.
interface Passages {
  /// @return null where nobody wants them; the same one for the same place
  @Nullable Passage of(Place place) throws IOException;
}
