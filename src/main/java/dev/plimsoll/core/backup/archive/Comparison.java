package dev.plimsoll.core.backup.archive;

import java.util.Map;

/// Holds what was read against what the manifest says.
///
/// @param expected by path; empty where nothing says anything
/// @param digests of what could be read, by path
record Comparison(Map<String, Expected> expected, Map<String, String> digests, Flaws flaws) {
  /// @param sizes of all files that the archive names, by path
  void run(Map<String, Long> sizes) {
    if (expected.isEmpty()) {
      return;
    }
    expected.forEach((path, file) -> {
      var size = sizes.get(path);
      var digest = digests.get(path);
      if (size == null) {
        flaws.file(path, path + " is in the manifest but not in the archive.");
      } else if (size != file.size()) {
        flaws.file(path, path + " has " + size + " bytes, in the manifest " + file.size() + ".");
      } else if (digest != null && !digest.equals(file.sha256())) {
        flaws.file(path, path + " is not the file that the manifest names: its SHA-256 differs.");
      }
    });
    sizes.keySet().stream()
        .filter(path -> !expected.containsKey(path))
        .forEach(path -> flaws.file(path, path + " is in the archive but not in the manifest."));
  }
}
