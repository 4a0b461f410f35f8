package dev.plimsoll.core.backup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// Paths of a manifest: relative, `/` between their parts, the same on every system. A file that
/// does not lie in the repository stands below `@root/` (`@c/` for a drive).
public final class MemberPaths {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
  private static final int LONGEST = 4096;

  private MemberPaths() {}

  /// Whether it stays below the folder it is put into, on every system.
  public static boolean isSafe(String path) {
    if (path.isEmpty()
        || path.length() > LONGEST
        || path.startsWith("/")
        || path.indexOf('\\') >= 0
        || path.indexOf(0) >= 0
        || DRIVE.matcher(path).matches()) {
      return false;
    }
    for (var part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /// The path in a backup of a file that lies elsewhere: `/var/lib/x` is `@root/var/lib/x`.
  public static String outside(Path absolute) {
    var plain = absolute.toString().replace('\\', '/');
    if (DRIVE.matcher(plain).matches()) {
      return Manifest.OUTSIDE + plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(2);
    }
    return Manifest.OUTSIDE + "root" + plain;
  }

  /// Where a member of a backup lies, or would lie: below the repository, or for what was named by
  /// an absolute path there.
  public static Path place(Path repository, String path) {
    if (!path.startsWith(Manifest.OUTSIDE)) {
      return repository.resolve(path);
    }
    var slash = path.indexOf('/');
    if (slash < 0) {
      return repository.resolve(path);
    }
    var where = path.substring(1, slash);
    if (where.equals("root")) {
      return Path.of(path.substring(slash));
    }
    return where.length() == 1
        ? Path.of(where.toUpperCase(Locale.ROOT) + ":" + path.substring(slash))
        : repository.resolve(path);
  }
}
