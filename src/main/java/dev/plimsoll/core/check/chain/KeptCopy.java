package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.check.Tap;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a damaged file was kept as evidence.
///
/// @param sentence what became of it, for the person who has to act
record KeptCopy(String sentence) {
  /// Beyond this a copy is the person's own decision.
  private static final long LARGEST = 64L << 20;

  private static final String BY_HAND =
      "Keep a copy of it before anybody touches it: plimsoll audit verify FILE --copy-aside.";

  static KeptCopy of(Path file, Tap tap) {
    try {
      if (Files.size(file) > LARGEST) {
        return new KeptCopy("The file is too large to be kept as evidence. " + BY_HAND);
      }
      try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
        tap.keep(String.valueOf(file.getFileName()), "application/jsonl", bytes);
      }
      return new KeptCopy("A copy of the file is among the evidence of this step.");
    } catch (IOException unreadable) {
      return new KeptCopy("The file could not be kept as evidence. " + BY_HAND);
    }
  }
}
