package dev.plimsoll.attack;

import java.util.List;
import java.util.stream.Stream;

/// Every attack, in the order of the table.
final class Corpus {
  private Corpus() {}

  static List<Attack> all() {
    return Stream.of(
            LogAttacks.all(),
            SpellingAttacks.all(),
            BundleBitAttacks.all(),
            FileAttacks.all(),
            SignatureAttacks.all(),
            TrustAttacks.all(),
            RecordAttacks.all(),
            ZipAttacks.all(),
            ForeignAttacks.all())
        .flatMap(List::stream)
        .toList();
  }
}
