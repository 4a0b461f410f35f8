package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Verified;
import dev.plimsoll.core.trust.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was before an act, what is to be after it, and what is wrong with what is there when the
/// act was killed and put right.
final class Aftermath {
  private final Yard yard;
  private final String act;
  private final Map<String, String> old;
  private final Map<String, String> archives;
  private final Map<String, String> fresh;

  private Aftermath(Yard yard, String act, Map<String, String> fresh) throws Exception {
    this.yard = yard;
    this.act = act;
    this.old = yard.state();
    this.archives = archives(yard);
    this.fresh = fresh;
  }

  static Aftermath expected(Yard yard, String act, String backup) throws Exception {
    var state = yard.state();
    if (act.equals("restore")) {
      overlay(state, BackupOrigin.of(yard.own(), backup));
    } else if (act.equals("undo")) {
      overlay(state, UndoOrigin.of(yard.root, new UndoPoints(yard.root).all().getFirst().number()));
    }
    return new Aftermath(yard, act, state);
  }

  private static void overlay(Map<String, String> state, Origin origin) {
    origin.gone().forEach(state::remove);
    for (var wanted : origin.wanted()) {
      Sidecars.of(wanted).forEach(state::remove);
    }
    for (var wanted : origin.wanted()) {
      if (wanted.form() == Wanted.Form.FILE) {
        state.put(wanted.path(), wanted.sha256() + " " + wanted.mode());
      }
    }
  }

  static Map<String, String> archives(Yard yard) throws Exception {
    var found = new TreeMap<String, String>();
    if (Files.isDirectory(yard.archives())) {
      try (var all = Files.list(yard.archives())) {
        for (var each : all.filter(Aftermath::isArchive).toList()) {
          found.put(String.valueOf(each.getFileName()), Digests.sha256Hex(each));
        }
      }
    }
    return found;
  }

  private static boolean isArchive(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.startsWith("backup_") && name.endsWith(".tar.zst");
  }

  /// @param said by the process that put it right
  /// @return what is wrong, a sentence each
  List<String> faults(String said, boolean hasEnded) throws Exception {
    var faults = new ArrayList<String>();
    var now = yard.state();
    var isFresh = now.equals(fresh);
    if (!isFresh && !now.equals(old)) {
      faults.add(act + ": neither the old nor the new state, but " + difference(old, now));
    }
    var word = said.split(" ", 2)[0];
    if (word.equals("FINISHED") && !isFresh) {
      faults.add(act + ": said to be finished, and is not: " + said);
    }
    if ((word.equals("UNDONE") || word.equals("UNTOUCHED")) && !now.equals(old)) {
      faults.add(act + ": said to be as it was, and is not: " + said);
    }
    if (hasEnded && !isFresh) {
      faults.add(act + ": it had ended, and its files are not there");
    }
    if (!yard.debris().isEmpty()) {
      faults.add(act + ": left behind " + yard.debris());
    }
    shelf(faults);
    return faults;
  }

  private void shelf(List<String> faults) throws Exception {
    var there = archives(yard);
    for (var each : archives.entrySet()) {
      var digest = there.get(each.getKey());
      if (digest == null && !act.equals("prune")) {
        faults.add(act + ": " + each.getKey() + " is gone");
      } else if (digest != null && !digest.equals(each.getValue())) {
        faults.add(act + ": " + each.getKey() + " was changed");
      }
    }
    for (var name : there.keySet()) {
      if (!archives.containsKey(name)) {
        if (!act.equals("take")) {
          faults.add(act + ": " + name + " came from nowhere");
        }
        if (!(yard.own().verify(name).run() instanceof Verified.Sound)) {
          faults.add(act + ": " + name + " has its name and is not sound");
        }
      }
    }
  }

  private static String difference(Map<String, String> one, Map<String, String> other) {
    var different = new TreeMap<>(other);
    different.entrySet().removeAll(one.entrySet());
    return different.keySet() + " of " + other.size();
  }
}
