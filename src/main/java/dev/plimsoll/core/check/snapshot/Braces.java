package dev.plimsoll.core.check.snapshot;

import java.util.ArrayList;
import java.util.List;

/// `a.{b,c}` stands for `a.b` and `a.c`.
final class Braces {
  private static final int MOST = 1_000;

  private Braces() {}

  /// Every text that `text` stands for; itself where it would be too many or has no braces.
  static List<String> expanded(String text) {
    var texts = List.of(text);
    while (texts.size() <= MOST) {
      var next = new ArrayList<String>();
      texts.forEach(one -> next.addAll(once(one)));
      if (next.size() == texts.size()) {
        return next;
      }
      texts = next;
    }
    return List.of(text);
  }

  /// With the first innermost pair of braces that holds a comma written out.
  private static List<String> once(String text) {
    var close = text.indexOf('}');
    while (close >= 0) {
      var open = text.lastIndexOf('{', close);
      if (open >= 0 && text.substring(open, close).contains(",")) {
        var texts = new ArrayList<String>();
        for (var choice : text.substring(open + 1, close).split(",", -1)) {
          texts.add(text.substring(0, open) + choice.strip() + text.substring(close + 1));
        }
        return texts;
      }
      close = text.indexOf('}', close + 1);
    }
    return List.of(text);
  }
}
