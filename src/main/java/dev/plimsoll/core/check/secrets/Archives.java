package dev.plimsoll.core.check.secrets;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Opens zip and tar archives, within bounds: 100,000 entries and 2 GiB unpacked. Archives in
/// archives are not opened.
final class Archives {
  private static final int MOST_ENTRIES = 100_000;
  private static final long MOST_BYTES = 2L << 30;

  private Archives() {}

  static boolean isArchive(String name) {
    return isZip(name) || isTar(name);
  }

  private static boolean isZip(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:zip|whl|jar|war|ear|nupkg|vsix|egg|apk)");
  }

  private static boolean isTar(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:tar|tar\\.gz|tgz|crate|gem)");
  }

  interface Entry {
    /// @param content ends where the entry does; need not be read to its end
    void found(String name, InputStream content) throws IOException, InterruptedException;
  }

  /// Hands over every regular entry.
  ///
  /// @throws IOException where the archive is broken or beyond the bounds
  static void each(Path archive, String name, Entry entry)
      throws IOException, InterruptedException {
    try (var file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16)) {
      if (isZip(name)) {
        zip(file, entry);
      } else {
        file.mark(2);
        var packed = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        new Tar(new Limited(packed ? new GZIPInputStream(file, 1 << 16) : file), MOST_ENTRIES)
            .each(entry);
      }
    }
  }

  private static void zip(InputStream file, Entry entry) throws IOException, InterruptedException {
    var count = 0;
    try (var zip = new ZipInputStream(file)) {
      var content = new Limited(zip);
      for (var next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        if (++count > MOST_ENTRIES) {
          throw new IOException("it holds more than 100,000 entries");
        }
        if (!next.isDirectory()) {
          entry.found(next.getName(), content);
        }
      }
    }
    if (count == 0) {
      throw new IOException("it holds nothing, or is no zip archive");
    }
  }

  /// Refuses to unpack without an end.
  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
      var read = super.read(target, from, count);
      return counted(read, read);
    }

    private int counted(int read, int bytes) throws IOException {
      left -= read < 0 ? 0 : bytes;
      if (left < 0) {
        throw new IOException("it unpacks to more than 2 GiB");
      }
      return read;
    }
  }
}
