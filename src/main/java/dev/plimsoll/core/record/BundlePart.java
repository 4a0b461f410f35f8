package dev.plimsoll.core.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A file on its way into a bundle.
///
/// @param source writes the same bytes every time it is asked
record BundlePart(String name, Source source) {
  @FunctionalInterface
  interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  static BundlePart of(String name, byte[] bytes) {
    return new BundlePart(name, out -> out.write(bytes));
  }

  byte[] bytes() throws IOException {
    var out = new ByteArrayOutputStream();
    source.writeTo(out);
    return out.toByteArray();
  }
}
