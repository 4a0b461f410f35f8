package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The bytes of a project or checklist file, turned into a [Source]: its digest, and a text that
/// encodes to the same bytes.
public final class SourceFile {
  private SourceFile() {}

  /// The source, or null and a finding where the file is larger than 1 MiB or no UTF-8.
  ///
  /// @param file relative to the repository; backslashes become `/`
  public static @Nullable Source of(String file, byte[] bytes, Findings findings) {
    var name = file.replace('\\', '/');
    if (bytes.length > YamlReader.LARGEST) {
      YamlReader.tooLarge(name, bytes.length, findings);
      return null;
    }
    var text = Utf8.decode(name, bytes, findings);
    return text == null ? null : new Source(name, sha256(bytes), text);
  }

  /// What the file says its id is, or its name without `.yaml` where it says none.
  public static String id(Source source) {
    if (yaml(source, new Findings()) instanceof Node.Fields fields
        && fields.field("id").map(Node.Field::value).orElse(null) instanceof Node.Scalar id
        && !id.text().isBlank()) {
      return id.text();
    }
    var name = source.file().substring(source.file().lastIndexOf('/') + 1);
    return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
  }

  /// Lower-case hex.
  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// The document in `source`, or null after a finding.
  static @Nullable Node yaml(Source source, Findings findings) {
    return YamlReader.read(source.file(), source.text().getBytes(StandardCharsets.UTF_8), findings);
  }
}
