package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.model.RestorePoint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The backup before, which a new one is held against.
record Base(RestorePoint point, Path archive, Manifest manifest, Map<String, Member> byPath) {
  static Base of(RestorePoint point, Path archive, Manifest manifest) {
    var byPath = new HashMap<String, Member>();
    manifest.members().forEach(member -> byPath.put(member.path(), member));
    return new Base(point, archive, manifest, byPath);
  }

  @Nullable Member member(String path) {
    return byPath.get(path);
  }

  /// How much smaller its archive is than its files.
  double ratio() {
    var content = point.content();
    return content.bytes() == 0 ? 1 : (double) content.stored() / content.bytes();
  }
}
