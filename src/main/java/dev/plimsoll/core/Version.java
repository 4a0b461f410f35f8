package dev.plimsoll.core;

import dev.plimsoll.core.audit.LogKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Plimsoll this is. Records and logs carry it, so the window and the command line take it
/// from the same place.
public final class Version {
  private static final String FILE = "/dev/plimsoll/version.properties";

  private Version() {}

  /// The program by its name and the version that it was built as.
  ///
  /// @throws UncheckedIOException where the program's own files are damaged
  public static LogKeeper.Tool tool() {
    var properties = new Properties();
    try (var file = Version.class.getResourceAsStream(FILE)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LogKeeper.Tool("plimsoll", properties.getProperty("version", "unknown"));
  }
}
