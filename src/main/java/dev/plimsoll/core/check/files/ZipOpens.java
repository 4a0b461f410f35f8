package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Plural;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// `zipOpens`: every archive of a pattern can be read to the end, each entry with the checksum that
/// it names.
record ZipOpens(String path) implements FileRule {
  private static final long MOST_UNPACKED = 64L << 30;

  @Override
  public String words() {
    return path + " opens";
  }

  @Override
  public Clause check(FilePlace place) throws InterruptedIOException {
    var files = place.files(path);
    var name = place.resolved(path);
    if (files.isEmpty()) {
      return Clause.broken("no " + name, Finding.error("No file is there under " + name + "."));
    }
    var findings = new ArrayList<Finding>();
    var entries = 0;
    for (var file : files) {
      try {
        var read = read(file);
        entries += read;
        if (read == 0) {
          findings.add(place.error(file, place.shown(file) + " is empty."));
        }
      } catch (InterruptedIOException cancelled) {
        throw cancelled;
      } catch (IOException broken) {
        findings.add(
            place.error(
                file,
                place.shown(file) + " cannot be read to the end: " + broken.getMessage() + "."));
      }
    }
    return findings.isEmpty()
        ? Clause.held(name + " opens, " + Plural.of(entries, "entry", "entries"))
        : Clause.broken(name + " does not open", findings);
  }

  private static int read(Path file) throws IOException {
    var unpacked = 0L;
    var bytes = new byte[1 << 16];
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          var crc = new CRC32();
          var count = content.read(bytes);
          while (count >= 0) {
            if (Thread.currentThread().isInterrupted()) {
              throw new InterruptedIOException("cancelled");
            }
            crc.update(bytes, 0, count);
            unpacked += count;
            if (unpacked > MOST_UNPACKED) {
              throw new IOException("it unpacks to more than 64 GiB");
            }
            count = content.read(bytes);
          }
          if (entry.getCrc() != crc.getValue()) {
            throw new IOException(
                entry.getName() + " does not have the checksum that the archive names");
          }
        }
      }
      return zip.size();
    }
  }
}
