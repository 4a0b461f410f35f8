package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a backup would hold what the one before holds.
final class NothingNew {
  private NothingNew() {}

  static boolean since(Base base, List<Planned> planned, List<Prepared> prepared) {
    var paths = new HashSet<String>();
    for (var one : planned) {
      if (one.isToBeRead()) {
        continue; // among those prepared
      }
      if (one.same() == null) {
        return false;
      }
      paths.addAll(Carried.with(one, base).stream().map(Member::path).toList());
    }
    for (var one : prepared) {
      if (!isSame(one, base.member(one.path()))) {
        return false;
      }
      paths.add(one.path());
    }
    return paths.equals(base.byPath().keySet());
  }

  private static boolean isSame(Prepared one, @Nullable Member before) {
    return before != null
        && before.mode() == one.mode()
        && (one.digest() != null || one.kind() == Manifest.Kind.LOG)
        && before.sha256().equals(one.digest() == null ? digest(one) : one.digest());
  }

  /// Of a log that looks as if it could have changed; bytes that others add meanwhile are not in
  /// it.
  private static String digest(Prepared log) {
    try (var in = log.content().open()) {
      return Digests.sha256Hex(in);
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(log.path(), unreadable);
    }
  }
}
