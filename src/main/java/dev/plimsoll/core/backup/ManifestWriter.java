package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests.Sink;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A manifest as canonical JSON, member by member, so that a hundred thousand of them take no more
/// memory than their text, and none where it is only looked at.
final class ManifestWriter {
  private static final int OCTAL_DIGITS = 4;

  private ManifestWriter() {}

  static byte[] written(Manifest manifest) {
    // spelled twice, first to know the length: a buffer that grows would hold it three times
    var length = new long[1];
    write(manifest, (bytes, from, count) -> length[0] += count);
    var out = ByteBuffer.allocate(Math.toIntExact(length[0]));
    write(manifest, out::put);
    return out.array();
  }

  /// Whether those bytes are its spelling.
  static boolean isSpelling(byte[] bytes, Manifest manifest) {
    var matching = new int[1];
    write(
        manifest,
        (piece, from, count) -> {
          var at = matching[0];
          if (at >= 0) {
            var same =
                count <= bytes.length - at
                    && Arrays.equals(piece, from, from + count, bytes, at, at + count);
            matching[0] = same ? at + count : -1;
          }
        });
    return matching[0] == bytes.length;
  }

  /// Gives the spelling to the sink, piece by piece.
  static void write(Manifest manifest, Sink sink) {
    // members in canonical order: commit, files, product, schema, set, takenOn, version
    var before = new TreeMap<String, @Nullable Object>();
    put(before, "commit", manifest.of().commit());
    var after = new TreeMap<String, @Nullable Object>();
    after.put("product", manifest.product());
    after.put("schema", Manifest.SCHEMA);
    after.put("set", manifest.set());
    after.put("takenOn", manifest.takenOn().toString());
    put(after, "version", manifest.of().version());
    var head = CanonicalJson.encode(before);
    var tail = CanonicalJson.encode(after);
    sink.take(head, 0, head.length - 1);
    all(sink, ascii(before.isEmpty() ? "\"files\":[" : ",\"files\":["));
    var comma = ascii(",");
    var first = true;
    for (var member : manifest.members()) {
      if (!first) {
        all(sink, comma);
      }
      first = false;
      all(sink, CanonicalJson.encode(member(member)));
    }
    all(sink, ascii("],"));
    sink.take(tail, 1, tail.length - 1);
  }

  private static void all(Sink sink, byte[] bytes) {
    sink.take(bytes, 0, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<String, @Nullable Object> member(Member member) {
    var data = new TreeMap<String, @Nullable Object>();
    data.put("path", member.path());
    data.put("shape", member.shape().word());
    data.put("mode", mode(member.mode()));
    data.put("modifiedOn", member.modifiedOn().toString());
    var facts = member.facts();
    if (member.isFile()) {
      data.put("kind", member.kind().word());
      data.put("size", member.size());
    }
    put(data, "sha256", facts.sha256());
    put(data, "target", facts.target());
    put(data, "stamp", facts.stamp());
    if (facts.log() != null) {
      var log = new TreeMap<String, @Nullable Object>();
      log.put("entries", facts.log().entries());
      put(log, "recipe", facts.log().recipe());
      put(log, "head", facts.log().head());
      data.put("log", log);
    }
    if (!facts.rows().isEmpty()) {
      data.put("rows", facts.rows());
    }
    return data;
  }

  /// `0644`.
  static String mode(int mode) {
    var octal = Integer.toOctalString(mode & 07777);
    return "0".repeat(OCTAL_DIGITS - octal.length()) + octal;
  }

  private static void put(Map<String, @Nullable Object> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value);
    }
  }
}
