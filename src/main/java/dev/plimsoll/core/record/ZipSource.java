package dev.plimsoll.core.record;

import dev.plimsoll.core.trust.Printable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The files of a zip, read where they lie. Its names and announced sizes are judged before any of
/// it is unpacked.
final class ZipSource implements Bundle.Source {
  private static final byte[] MAGIC = {'P', 'K', 3, 4};
  private static final Set<String> FOLDERS =
      Set.of(BundleNames.CHECKLISTS, BundleNames.SIGNOFFS, BundleNames.EVIDENCE);

  private final ZipFile zip;
  private final SortedSet<String> names;

  private ZipSource(ZipFile zip, SortedSet<String> names) {
    this.zip = zip;
    this.names = Collections.unmodifiableSortedSet(names);
  }

  static boolean isZip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  static ZipSource of(Path file, BundleLimits limits) throws IOException {
    var zip = new ZipFile(file.toFile());
    try {
      return new ZipSource(zip, judged(zip, limits));
    } catch (RuntimeException | Error e) {
      zip.close();
      throw e;
    }
  }

  private static SortedSet<String> judged(ZipFile zip, BundleLimits limits) {
    var names = new TreeSet<String>();
    var seen = new HashSet<String>();
    var total = 0L;
    if (zip.size() > limits.entries()) {
      throw new Unacceptable(
          "it has " + zip.size() + " files, more than the " + limits.entries() + " allowed");
    }
    for (var entry : Collections.list(zip.entries())) {
      if (FOLDERS.contains(entry.getName())) {
        continue;
      }
      judge(entry);
      if (!seen.add(entry.getName().toLowerCase(Locale.ROOT))) {
        throw new Unacceptable("it holds \u201c" + entry.getName() + "\u201d twice");
      }
      total += entry.getSize();
      if (total > limits.total()) {
        throw new Unacceptable("it unpacks to more than the " + limits.total() + " bytes allowed");
      }
      names.add(entry.getName());
    }
    return names;
  }

  private static void judge(ZipEntry entry) {
    if (!BundleNames.isName(entry.getName())) {
      throw new Unacceptable(
          "it holds \u201c"
              + Printable.of(entry.getName())
              + "\u201d, which is no name for a file of a bundle");
    }
    if (entry.getSize() < 0
        || BundleLimits.isSuspicious(entry.getSize(), entry.getCompressedSize())) {
      throw new Unacceptable(
          "\u201c"
              + entry.getName()
              + "\u201d unpacks from "
              + entry.getCompressedSize()
              + " to "
              + entry.getSize()
              + " bytes");
    }
  }

  @Override
  public SortedSet<String> names() {
    return names;
  }

  @Override
  public InputStream open(String name) throws IOException {
    var entry = names.contains(name) ? zip.getEntry(name) : null;
    if (entry == null) {
      throw new FileNotFoundException("there is no file " + name);
    }
    return new BoundedStream(zip.getInputStream(entry), entry.getSize());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
