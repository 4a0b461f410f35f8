package dev.plimsoll.desktop.screen.checklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where two short texts differ, word by word, so that a person's eye goes there at once. Pure.
///
/// @param parts the words of one of the two, in order, joined where neighbours are alike
record Difference(List<Part> parts) {
  private static final int LONGEST = 240;

  /// @param differs whether the other text lacks it there
  record Part(String text, boolean differs) {}

  /// @param marked the text that is shown
  /// @param against the other one
  /// @return `marked` in parts; one that does not differ where the texts are long, or have so
  ///   little in common that marks would be noise
  static Difference of(String marked, String against) {
    var whole = new Difference(List.of(new Part(marked, false)));
    if (marked.length() + against.length() > LONGEST || marked.isBlank() || against.isBlank()) {
      return whole;
    }
    var here = words(marked);
    var there = words(against);
    var common = common(here, there);
    var alike = count(common);
    return alike == 0 || alike * 3 < Math.max(here.size(), there.size())
        ? whole
        : new Difference(joined(here, common));
  }

  boolean isMarked() {
    return parts.stream().anyMatch(Part::differs);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).toList();
  }

  /// For every word of `here` whether it belongs to the longest common sequence.
  private static boolean[] common(List<String> here, List<String> there) {
    var longest = new int[here.size() + 1][there.size() + 1];
    for (var i = here.size() - 1; i >= 0; i--) {
      for (var j = there.size() - 1; j >= 0; j--) {
        longest[i][j] =
            alike(here.get(i), there.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    var common = new boolean[here.size()];
    var i = 0;
    var j = 0;
    while (i < here.size() && j < there.size()) {
      if (alike(here.get(i), there.get(j))) {
        common[i++] = true;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /// Punctuation at the end of a clause is no difference.
  private static boolean alike(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String word) {
    return word.length() > 1 && ",;.:".indexOf(word.charAt(word.length() - 1)) >= 0
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static int count(boolean[] common) {
    var count = 0;
    for (var each : common) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private static List<Part> joined(List<String> words, boolean[] common) {
    var parts = new ArrayList<Part>();
    for (var i = 0; i < words.size(); i++) {
      var last = parts.isEmpty() ? null : parts.getLast();
      if (last != null && last.differs() == !common[i]) {
        parts.set(parts.size() - 1, new Part(last.text() + " " + words.get(i), !common[i]));
      } else {
        parts.add(new Part(words.get(i), !common[i]));
      }
    }
    return parts;
  }
}
