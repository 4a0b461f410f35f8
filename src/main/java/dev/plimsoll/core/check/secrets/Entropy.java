package dev.plimsoll.core.check.secrets;

import java.util.HashMap;

/// How evenly the characters of a text are spread.
final class Entropy {
  private Entropy() {}

  /// Shannon's, in bits for each character.
  static double of(String text) {
    var counts = new HashMap<Integer, Integer>();
    text.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
    var bits = 0.0;
    for (var count : counts.values()) {
      var share = count / (double) text.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
