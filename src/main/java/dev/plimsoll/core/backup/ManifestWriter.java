package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.trust.CanonicalJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A manifest as canonical JSON, member by member, so that a hundred thousand of them take no more
/// memory than their text.
final class ManifestWriter {
  private ManifestWriter() {}

  static byte[] written(Manifest manifest) {
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
    var opening = ascii(before.isEmpty() ? "\"files\":[" : ",\"files\":[");
    var closing = ascii("],");
    // spelled twice, first to know the length: a buffer that grows would hold it three times
    var length = (long) head.length - 1 + opening.length + closing.length + tail.length - 1;
    for (var member : manifest.members()) {
      length += CanonicalJson.encode(member(member)).length + 1;
    }
    var out = ByteBuffer.allocate(Math.toIntExact(length - (manifest.members().isEmpty() ? 0 : 1)));
    out.put(head, 0, head.length - 1).put(opening);
    var first = true;
    for (var member : manifest.members()) {
      if (!first) {
        out.put((byte) ',');
      }
      first = false;
      out.put(CanonicalJson.encode(member(member)));
    }
    out.put(closing).put(tail, 1, tail.length - 1);
    return out.array();
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
    return String.format(Locale.ROOT, "%04o", mode & 07777);
  }

  private static void put(Map<String, @Nullable Object> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value);
    }
  }
}
