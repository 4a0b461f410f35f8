package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.trust.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which names an entry may have: a path below its folder on any system.
final class EntryName {
  /// The last entry of an archive of ours.
  static final String MANIFEST = "manifest.json";

  static final int BYTES_MAX = 4096;
  private static final int PARTS_MAX = 255;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private EntryName() {}

  /// What is wrong with the name, as the end of a sentence that begins with it; empty where nothing
  /// is.
  static Optional<String> flaw(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (name.indexOf('\0') >= 0) {
      return Optional.of("has a zero byte in it");
    }
    if (name.indexOf('\\') >= 0) {
      return Optional.of("has a backslash in it, which some systems take for a folder's end");
    }
    if (name.startsWith("/")) {
      return Optional.of("begins at the root of the file system");
    }
    if (DRIVE.matcher(name).matches()) {
      return Optional.of("begins with a drive letter");
    }
    if (!new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(name)) {
      return Optional.of("is no valid Unicode");
    }
    return parts(name);
  }

  private static Optional<String> parts(String name) {
    var parts = List.of(name.split("/", -1));
    if (parts.contains("..")) {
      return Optional.of("leads out of the folder by ..");
    }
    if (parts.contains("") || parts.contains(".")) {
      return Optional.of("has an empty part or a dot for a part");
    }
    if (parts.size() > PARTS_MAX || name.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
      return Optional.of("is too long");
    }
    return Optional.empty();
  }

  /// What is wrong with a link's target: it must stay in the tree. Up leads only its beginning:
  /// what a later `..` would mean depends on where other links lead.
  static Optional<String> targetFlaw(String path, String target) {
    if (target.isEmpty() || target.indexOf('\0') >= 0 || target.indexOf('\\') >= 0) {
      return Optional.of("has no usable target");
    }
    if (target.startsWith("/") || DRIVE.matcher(target).matches()) {
      return Optional.of("points out of the tree, to " + Printable.of(target));
    }
    var depth = path.split("/", -1).length - 1;
    var down = false;
    for (var part : target.split("/", -1)) {
      var up = part.equals("..");
      depth -= up ? 1 : 0;
      if (depth < 0 || (up && down)) {
        return Optional.of("points out of the tree, to " + Printable.of(target));
      }
      down |= !up && !part.equals(".") && !part.isEmpty();
    }
    return Optional.empty();
  }
}
