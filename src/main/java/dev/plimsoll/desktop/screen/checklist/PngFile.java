package dev.plimsoll.desktop.screen.checklist;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes pixels as a PNG (RFC 2083: 8 bits, RGBA, no filter), so that a pasted screenshot becomes
/// a file without the desktop of AWT.
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private PngFile() {}

  /// @param argb one int per pixel, row after row, not premultiplied
  static byte[] of(int width, int height, int[] argb) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 6).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", deflated(scanLines(width, height, argb)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] scanLines(int width, int height, int[] argb) {
    var lines = ByteBuffer.allocate(height * (1 + width * 4));
    for (var y = 0; y < height; y++) {
      lines.put((byte) 0);
      for (var x = 0; x < width; x++) {
        var pixel = argb[y * width + x];
        lines.putInt(pixel << 8 | pixel >>> 24);
      }
    }
    return lines.array();
  }

  private static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var room = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(room, 0, deflater.deflate(room));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    var typed =
        ByteBuffer.allocate(4 + content.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    var sum = new CRC32();
    sum.update(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
