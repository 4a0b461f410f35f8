package dev.plimsoll.core.check.links;

import dev.plimsoll.core.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Anchors of documents, read when they are asked for. The least recently asked are forgotten
/// before they become too many. Not thread-safe.
final class Anchors {
  private static final long MOST_CHARACTERS = 24L << 20;
  private static final String PART = "\n";

  private final Documents documents;
  private final LinkedHashMap<String, String> byFile = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  Anchors(Documents documents) {
    this.documents = documents;
  }

  /// One text for each document takes a tenth of the room of a set.
  void put(String file, List<String> anchors) {
    var text = PART + String.join(PART, anchors) + PART;
    var before = byFile.put(file, text);
    characters += text.length() - (before == null ? 0 : before.length());
    var eldest = byFile.entrySet().iterator();
    while (characters > MOST_CHARACTERS && byFile.size() > 1) {
      characters -= eldest.next().getValue().length();
      eldest.remove();
    }
  }

  /// The anchors of a document; empty where it cannot be read.
  Optional<List<String>> of(String file) {
    var known = byFile.get(file);
    if (known == null) {
      try {
        put(file, documents.read(file).anchors());
      } catch (Problem unreadable) {
        return Optional.empty();
      }
      known = byFile.get(file);
    }
    return Optional.of(List.of(String.valueOf(known).strip().split(PART)));
  }

  boolean holds(String file, String anchor) {
    var known = byFile.get(file);
    return known == null
        ? of(file).map(anchors -> anchors.contains(anchor)).orElse(false)
        : known.contains(PART + anchor + PART);
  }
}
