package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whether something is held against itself.
final class SelfComparison {
  private SelfComparison() {}

  /// @param name relative to the repository, with `/`
  /// @param digest of its bytes
  record Side(String name, Path file, String digest) {}

  static Clause clause(Side computed, Side reference) throws IOException {
    var sentence = sentence(computed, reference);
    return sentence == null
        ? Clause.held("the reference is another file")
        : Clause.broken(
            "held against itself",
            Finding.error(
                sentence,
                Position.of(reference.name()),
                "Take a reference that was computed by something else, and keep it apart."));
  }

  private static @Nullable String sentence(Side computed, Side reference) throws IOException {
    if (computed.file().toRealPath().equals(reference.file().toRealPath())) {
      return reference.name() + " and " + computed.name() + " are the same file.";
    }
    if (computed.digest().equals(reference.digest())) {
      return reference.name()
          + " is "
          + computed.name()
          + " byte for byte, so it was made by the same program.";
    }
    var slash = computed.name().lastIndexOf('/');
    if (slash > 0 && reference.name().startsWith(computed.name().substring(0, slash + 1))) {
      return reference.name()
          + " lies in "
          + computed.name().substring(0, slash)
          + ", where the output is written.";
    }
    return null;
  }
}
