package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import java.util.HashSet;
import java.util.List;

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
      var before = base.member(one.path());
      if (before == null
          || one.digest() == null
          || !one.digest().equals(before.sha256())
          || before.mode() != one.mode()) {
        return false;
      }
      paths.add(one.path());
    }
    return paths.equals(base.byPath().keySet());
  }
}
