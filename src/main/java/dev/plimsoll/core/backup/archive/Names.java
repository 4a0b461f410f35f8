package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.trust.Printable;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Judges the names of an archive before anything is written under them.
final class Names {
  private Names() {}

  /// What must not be: hostile names and targets, two entries of one name, files below a file or a
  /// link.
  ///
  /// @param path makes a path below the root folder of a name
  static void judge(List<Place> places, UnaryOperator<String> path, Flaws flaws) {
    var kinds = new HashMap<String, EntryKind>();
    for (var place : places) {
      var name = place.name();
      EntryName.flaw(name)
          .ifPresent(flaw ->
              flaws.file(name, "The name \u201c" + Printable.of(name) + "\u201d " + flaw + "."));
      var target = place.head().target();
      if (target != null) {
        EntryName.targetFlaw(path.apply(name), target)
            .ifPresent(
                flaw -> flaws.file(name, "The link " + Printable.of(name) + " " + flaw + "."));
      }
      var before = kinds.put(name, place.head().kind());
      if (before != null
          && !(before == EntryKind.FOLDER && place.head().kind() == EntryKind.FOLDER)) {
        flaws.file(name, "The name " + Printable.of(name) + " is there twice.");
      }
    }
    for (var name : kinds.keySet()) {
      for (var slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
        var above = kinds.get(name.substring(0, slash));
        if (above != null && above != EntryKind.FOLDER) {
          flaws.file(
              name,
              Printable.of(name)
                  + " lies below "
                  + Printable.of(name.substring(0, slash))
                  + ", which is no folder.");
        }
      }
    }
  }

  /// Names that are one where upper and lower case, or forms of the same letter, do not count.
  static void twins(List<Place> places, Flaws flaws) {
    var folded = new HashSet<String>();
    var names = new HashSet<String>();
    for (var place : places) {
      var name = place.name();
      var plain = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      if (names.add(name) && !folded.add(plain)) {
        flaws.file(name, Printable.of(name) + " and another name would be one file on this disk.");
      }
    }
  }

  /// The one folder that all lie in, or empty.
  static String root(List<Place> places) {
    var root = "";
    for (var place : places) {
      var slash = place.name().indexOf('/');
      var first = slash < 0 ? place.name() : place.name().substring(0, slash);
      if (slash < 0 && place.head().kind() != EntryKind.FOLDER) {
        return "";
      }
      if (!root.isEmpty() && !root.equals(first)) {
        return "";
      }
      root = first;
    }
    return EntryName.flaw(root).isEmpty() ? root : "";
  }
}
