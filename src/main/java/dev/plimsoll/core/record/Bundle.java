package dev.plimsoll.core.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/// The files of a record, from a zip, an unpacked folder, or the record alone. Names are checked
/// and sizes bounded; nothing is ever unpacked to disk. Reading proves nothing. For one thread.
public final class Bundle implements Closeable {
  /// How a record was handed over.
  public enum Form {
    ZIP,
    FOLDER,
    /// `release-record.json` with the signatures beside it; everything else is missing by nature.
    BARE
  }

  /// Where the files lie.
  interface Source extends Closeable {
    SortedSet<String> names();

    /// @throws IOException where the file is not there, cannot be read, or turns out larger than it
    ///   says
    InputStream open(String name) throws IOException;
  }

  private final Form form;
  private final Source source;

  Bundle(Form form, Source source) {
    this.form = form;
    this.source = source;
  }

  public Form form() {
    return form;
  }

  /// Names of its files, with `/`.
  public SortedSet<String> names() {
    return source.names();
  }

  public boolean has(String name) {
    return source.names().contains(name);
  }

  /// @throws IOException where there is no such file, or it cannot be read
  public InputStream open(String name) throws IOException {
    return source.open(name);
  }

  /// A whole file.
  ///
  /// @param max the most bytes it may have
  /// @throws IOException where it has more, is not there, or cannot be read
  public byte[] bytes(String name, int max) throws IOException {
    try (var in = open(name)) {
      var bytes = in.readNBytes(max + 1);
      if (bytes.length > max) {
        throw new IOException(name + " is larger than " + max + " bytes");
      }
      return bytes;
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
