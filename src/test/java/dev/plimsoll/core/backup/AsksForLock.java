package dev.plimsoll.core.backup;

import java.nio.file.Path;

/// A process that asks whether a file's lock is held, and says so.
public final class AsksForLock {
  private AsksForLock() {}

  /// @param args the file
  public static void main(String[] args) throws Exception {
    System.out.println(HeldLock.isHeld(Path.of(args[0])) ? "held" : "free");
  }
}
