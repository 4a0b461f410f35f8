package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes an audit trail as the service of the recipe `aetherlink` does: SHA-256 over the compact,
/// sorted JSON of an entry without its hash.
public final class Trail {
  private final List<String> lines = new ArrayList<>();
  private final List<String> heads = new ArrayList<>();

  public static Trail of(int entries) {
    return new Trail().and(entries);
  }

  /// That many further entries.
  public Trail and(int entries) {
    for (var i = 0; i < entries; i++) {
      var n = lines.size();
      var prev = n == 0 ? "null" : "\"" + heads.getLast() + "\"";
      var event = "\"event\":{\"type\":\"" + (n % 3 == 0 ? "ingest-url" : "search") + "\"}";
      var rest = "\"prev_hash\":" + prev + ",\"took\":" + n + ".50}";
      var hash = Digests.sha256Hex(("{" + event + "," + rest).getBytes(StandardCharsets.UTF_8));
      heads.add(hash);
      lines.add("{" + event + ",\"hash\":\"" + hash + "\"," + rest);
    }
    return this;
  }

  public String head() {
    return heads.getLast();
  }

  /// The head when there were so many.
  public String head(int entries) {
    return heads.get(entries - 1);
  }

  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /// The first so many of them.
  public String text(int entries) {
    return String.join("\n", lines.subList(0, entries)) + "\n";
  }

  /// With one entry altered, from 0.
  public String altered(int entry) {
    var changed = new ArrayList<>(lines);
    changed.set(entry, changed.get(entry).replace(".50}", ".51}"));
    return String.join("\n", changed) + "\n";
  }

  public Trail write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text());
    return this;
  }
}
