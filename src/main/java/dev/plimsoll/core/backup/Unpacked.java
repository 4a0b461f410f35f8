package dev.plimsoll.core.backup;

import java.nio.file.Path;
import java.util.Map;

/// Files of a backup in a folder, each as the manifest says.
///
/// @param folder a file lies in it under its path in the manifest
/// @param sha256 of what was written, by path, lower-case hex; files only
public record Unpacked(String id, Path folder, Map<String, String> sha256, long bytes) {
  public Unpacked {
    sha256 = Map.copyOf(sha256);
  }
}
