package dev.plimsoll.core.record;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files of an unpacked bundle, or of a record with its signatures beside it. Links are not
/// followed, and what could not be a file of a bundle is not looked at: the folder is its owner's,
/// who may keep other things in it.
final class FolderSource implements Bundle.Source {
  private final SortedMap<String, Path> files;

  private FolderSource(SortedMap<String, Path> files) {
    this.files = files;
  }

  static FolderSource of(Path folder, BundleLimits limits) throws IOException {
    var files = new TreeMap<String, Path>();
    add(files, folder, "", limits);
    for (var inner :
        new String[] {BundleNames.CHECKLISTS, BundleNames.SIGNOFFS, BundleNames.EVIDENCE}) {
      var sub = folder.resolve(inner);
      if (Files.isDirectory(sub, LinkOption.NOFOLLOW_LINKS)) {
        add(files, sub, inner, limits);
      }
    }
    if (!files.containsKey(BundleNames.RECORD)) {
      throw new Unacceptable("it holds no " + BundleNames.RECORD);
    }
    return new FolderSource(files);
  }

  /// `NAME.json` with every `NAME.json.*.sig` and, if there is one, the envelope beside it.
  static FolderSource ofRecord(Path record, BundleLimits limits) throws IOException {
    var files = new TreeMap<String, Path>();
    files.put(BundleNames.RECORD, record);
    var own = record.getFileName().toString();
    var beside = new TreeMap<String, Path>();
    add(beside, record.toAbsolutePath().resolveSibling(""), "", limits);
    for (Map.Entry<String, Path> file : beside.entrySet()) {
      var name = file.getKey();
      if (name.startsWith(own + ".") && name.endsWith(BundleNames.SIGNATURE_SUFFIX)) {
        files.put(BundleNames.RECORD + name.substring(own.length()), file.getValue());
      }
      if (own.equals(BundleNames.RECORD) && name.equals(BundleNames.DSSE)) {
        files.put(name, file.getValue());
      }
    }
    return new FolderSource(files);
  }

  private static void add(
      SortedMap<String, Path> files, Path folder, String prefix, BundleLimits limits)
      throws IOException {
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        var name = prefix + entry.getFileName();
        if (BundleNames.isName(name) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          files.put(name, entry);
        }
        if (files.size() > limits.entries()) {
          throw new Unacceptable("it has more than the " + limits.entries() + " files allowed");
        }
      }
    }
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
  }

  @Override
  public InputStream open(String name) throws IOException {
    var file = files.get(name);
    if (file == null) {
      throw new FileNotFoundException("there is no file " + name);
    }
    return new BoundedStream(
        Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), Files.size(file));
  }

  @Override
  public void close() {
    // nothing is held open between two reads
  }
}
