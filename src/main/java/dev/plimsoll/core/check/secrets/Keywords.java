package dev.plimsoll.core.check.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Finds many words in one pass over bytes, upper or lower case (Aho and Corasick, 1975).
/// Immutable, thread-safe.
final class Keywords {
  private static final int[] NONE = {};

  /// By state and byte, the next state.
  private final int[] next;

  /// By state, which rules have a word that ends here.
  private final int[][] rulesAt;

  /// @param wordsOfRules words by rule
  Keywords(List<List<String>> wordsOfRules) {
    var letters = wordsOfRules.stream().flatMap(List::stream).mapToInt(String::length).sum();
    next = new int[(letters + 1) * 256];
    rulesAt = new int[letters + 1][];
    Arrays.fill(rulesAt, NONE);
    var states = 1;
    for (var rule = 0; rule < wordsOfRules.size(); rule++) {
      for (var word : wordsOfRules.get(rule)) {
        var state = 0;
        for (var letter : word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1)) {
          var slot = state * 256 + (letter & 0xff);
          if (next[slot] == 0) {
            next[slot] = states++;
          }
          state = next[slot];
        }
        rulesAt[state] = with(rulesAt[state], new int[] {rule});
      }
    }
    complete(states);
    foldCase(states);
  }

  /// Fills in where to go on after a mismatch, breadth first.
  private void complete(int states) {
    var fallback = new int[states];
    var queue = new ArrayDeque<Integer>();
    for (var letter = 0; letter < 256; letter++) {
      if (next[letter] != 0) {
        queue.add(next[letter]);
      }
    }
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (var letter = 0; letter < 256; letter++) {
        var target = next[state * 256 + letter];
        var elsewhere = next[fallback[state] * 256 + letter];
        if (target == 0) {
          next[state * 256 + letter] = elsewhere;
        } else {
          fallback[target] = elsewhere;
          rulesAt[target] = with(rulesAt[target], rulesAt[elsewhere]);
          queue.add(target);
        }
      }
    }
  }

  private void foldCase(int states) {
    for (var state = 0; state < states; state++) {
      System.arraycopy(next, state * 256 + 'a', next, state * 256 + 'A', 26);
    }
  }

  private static int[] with(int[] some, int[] others) {
    return IntStream.concat(Arrays.stream(some), Arrays.stream(others)).distinct().toArray();
  }

  interface Hit {
    /// @param end behind the last letter of the word
    void found(int rule, int end);
  }

  void find(byte[] bytes, int length, Hit hit) {
    var state = 0;
    for (var i = 0; i < length; i++) {
      state = next[state * 256 + (bytes[i] & 0xff)];
      for (var rule : rulesAt[state]) {
        hit.found(rule, i + 1);
      }
    }
  }
}
