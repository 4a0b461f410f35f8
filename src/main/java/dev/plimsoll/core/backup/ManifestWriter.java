package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.ByteArrayOutputStream;
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
    var out = new ByteArrayOutputStream(256 * (manifest.members().size() + 1));
    var head = CanonicalJson.encode(before);
    out.write(head, 0, head.length - 1);
    text(out, before.isEmpty() ? "\"files\":[" : ",\"files\":[");
    var first = true;
    for (var member : manifest.members()) {
      if (!first) {
        out.write(',');
      }
      first = false;
      out.writeBytes(CanonicalJson.encode(member(member)));
    }
    text(out, "],");
    var tail = CanonicalJson.encode(after);
    out.write(tail, 1, tail.length - 1);
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String ascii) {
    out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
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
