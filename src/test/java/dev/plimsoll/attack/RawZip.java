package dev.plimsoll.attack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A zip written byte by byte, with names that no decent program would write.
final class RawZip {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<byte[]> central = new ArrayList<>();

  /// @param inside the name in front of the file's bytes
  /// @param listed the name in the list at the end
  /// @param mode of the file as Unix knows it, or 0
  RawZip add(String inside, String listed, byte[] bytes, int mode) {
    var crc = new CRC32();
    crc.update(bytes);
    var deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    var packed = new ByteArrayOutputStream();
    var block = new byte[8192];
    while (!deflater.finished()) {
      packed.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    var name = listed.getBytes(StandardCharsets.UTF_8);
    var entry =
        little(46 + name.length)
            .putInt(0x02014b50)
            .putShort((short) 0x0314)
            .putShort((short) 20)
            .putShort((short) 0x0800)
            .putShort((short) 8)
            .putInt(0x00210000)
            .putInt((int) crc.getValue())
            .putInt(packed.size())
            .putInt(bytes.length)
            .putShort((short) name.length)
            .putInt(0)
            .putInt(0)
            .putInt(mode << 16)
            .putInt(out.size())
            .put(name);
    central.add(written(entry));
    var before = inside.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(
        little(30 + before.length)
            .putInt(0x04034b50)
            .putShort((short) 20)
            .putShort((short) 0x0800)
            .putShort((short) 8)
            .putInt(0x00210000)
            .putInt((int) crc.getValue())
            .putInt(packed.size())
            .putInt(bytes.length)
            .putShort((short) before.length)
            .putShort((short) 0)
            .put(before)
            .array());
    out.writeBytes(packed.toByteArray());
    return this;
  }

  RawZip add(String name, byte[] bytes) {
    return add(name, name, bytes, 0100644);
  }

  byte[] bytes() {
    var start = out.size();
    central.forEach(out::writeBytes);
    var end =
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) central.size())
            .putShort((short) central.size())
            .putInt(out.size() - start)
            .putInt(start);
    out.writeBytes(written(end));
    return out.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] written(ByteBuffer buffer) {
    var bytes = new byte[buffer.capacity()];
    buffer.clear().get(bytes);
    return bytes;
  }
}
