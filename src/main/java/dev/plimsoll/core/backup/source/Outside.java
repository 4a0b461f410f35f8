package dev.plimsoll.core.backup.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// The path in a backup of a file that does not lie in the repository.
public final class Outside {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  private Outside() {}

  /// `/var/lib/x` is `@root/var/lib/x`, `C:\x` is `@c/x`.
  public static String path(Path absolute) {
    var plain = absolute.toString().replace('\\', '/');
    if (DRIVE.matcher(plain).matches()) {
      return "@" + plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(2);
    }
    return "@root" + plain;
  }
}
