package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Opens a record in whatever form it was handed over. Stateless and thread-safe.
public final class BundleReader {
  private final BundleLimits limits;

  public BundleReader(BundleLimits limits) {
    this.limits = limits;
  }

  /// @param file a bundle (`.release.zip`), the folder it was unpacked into, or a
  ///   `release-record.json`, with its signatures beside it; one that lies in an unpacked bundle
  ///   opens the whole of it
  /// @throws Problem where it is none of these, a name in it leads outside, stands twice or is not
  ///   a bundle's, or it is larger than [BundleLimits] allow
  public Bundle open(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return new Bundle(Bundle.Form.FOLDER, FolderSource.of(file, limits));
      }
      if (!Files.isRegularFile(file)) {
        throw refusal(
            file,
            "there is no such file",
            "Give the path of a bundle, of its folder, or of a release-record.json.");
      }
      if (ZipSource.isZip(file)) {
        return new Bundle(Bundle.Form.ZIP, ZipSource.of(file, limits));
      }
      return record(file);
    } catch (Unacceptable e) {
      throw refusal(
          file, e.reason(), "Do not unpack it. Get the bundle again from where it was published.");
    } catch (IOException e) {
      throw Problem.of(
          "Bundle not readable",
          file + " could not be read: " + e.getMessage() + ".",
          "The file may be cut off; get it again from where it was published.",
          e);
    }
  }

  private Bundle record(Path file) throws IOException {
    var folder = file.toAbsolutePath().resolveSibling("");
    var unpacked =
        file.endsWith(BundleNames.RECORD)
            && Files.isRegularFile(folder.resolve(BundleNames.AUDIT), LinkOption.NOFOLLOW_LINKS);
    return unpacked
        ? new Bundle(Bundle.Form.FOLDER, FolderSource.of(folder, limits))
        : new Bundle(Bundle.Form.BARE, FolderSource.ofRecord(file, limits));
  }

  private static Problem refusal(Path file, String reason, String next) {
    return Problem.of("Bundle not readable", file + " is not read: " + reason + ".", next);
  }
}
