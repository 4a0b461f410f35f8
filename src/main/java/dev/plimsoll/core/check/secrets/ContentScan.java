package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.check.placeholder.Placeholders;
import dev.plimsoll.core.check.text.BoundedPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Looks for secrets in the bytes of one file after another. One for each thread.
final class ContentScan {
  private static final int BEFORE = 400;
  private static final int LINE = 4_000;
  private static final int BLOCK = 32_000;
  private static final int MOST_IN_A_WINDOW = 50;

  private final List<SecretRule> rules;
  private final Keywords keywords;
  private final int[] seenUpTo;
  private int tooCostly;

  ContentScan(List<SecretRule> rules, Keywords keywords) {
    this.rules = List.copyOf(rules);
    this.keywords = keywords;
    this.seenUpTo = new int[rules.size()];
  }

  static Keywords keywords(List<SecretRule> rules) {
    return new Keywords(rules.stream().map(SecretRule::words).toList());
  }

  /// How many places so far no expression could decide.
  int tooCostly() {
    return tooCostly;
  }

  /// A place in the bytes.
  private record Span(int rule, int start, int end, String fingerprint) {
    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }
  }

  List<Found> scan(String file, byte[] bytes, int length) {
    Arrays.fill(seenUpTo, 0);
    var spans = new ArrayList<Span>();
    keywords.find(bytes, length, (rule, end) -> look(file, bytes, length, rule, end, spans));
    if (spans.isEmpty()) {
      return List.of();
    }
    // the first rule of the file of rules keeps the place
    spans.sort(
        Comparator.comparing((Span span) -> rules.get(span.rule).traits().general())
            .thenComparingInt(Span::rule)
            .thenComparingInt(Span::start));
    var kept = new ArrayList<Span>();
    for (var span : spans) {
      if (kept.stream().noneMatch(span::overlaps)) {
        kept.add(span);
      }
    }
    return kept.stream()
        .map(span ->
            new Found(rules.get(span.rule), file, line(bytes, span.start), span.fingerprint))
        .sorted(Found.BY_PLACE)
        .toList();
  }

  private void look(String file, byte[] bytes, int length, int index, int end, List<Span> spans) {
    var rule = rules.get(index);
    if (end <= seenUpTo[index] || !rule.isFor(file)) {
      return;
    }
    var from = lineStart(bytes, end - 1);
    var to = rule.traits().block() ? Math.min(length, end + BLOCK) : lineEnd(bytes, end, length);
    // a line that goes on is looked at again from the next keyword behind the middle
    seenUpTo[index] = rule.traits().block() ? end : to - end >= LINE ? end + LINE / 2 : to;
    var window = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    var at = 0;
    for (var i = 0; i < MOST_IN_A_WINDOW && at < window.length(); i++) {
      switch (rule.match().find(window.subSequence(at, window.length()))) {
        case BoundedPattern.Search.Found(var secret, var start, var stop) -> {
          judge(rule, index, secret, new int[] {from + at + start, from + at + stop}, spans);
          at += Math.max(stop, start + 1);
        }
        case BoundedPattern.Search.GaveUp _ -> {
          tooCostly++;
          return;
        }
        case BoundedPattern.Search.Absent _ -> {
          return;
        }
      }
    }
  }

  private static void judge(
      SecretRule rule, int index, String secret, int[] place, List<Span> spans) {
    if (Entropy.of(secret) < rule.traits().entropy() || isNoSecret(rule, secret)) {
      return;
    }
    // a key is the same key with other line ends, and inside a text of JSON
    var plain = rule.traits().block() ? secret.replaceAll("\\s|\\\\[nr]", "") : secret;
    var span = new Span(index, place[0], place[1], Found.fingerprint(rule.id(), plain));
    if (!spans.contains(span)) {
      spans.add(span);
    }
  }

  private static boolean isNoSecret(SecretRule rule, String secret) {
    if (rule.traits().block()) {
      return false;
    }
    var lower = secret.toLowerCase(Locale.ROOT);
    return lower.contains("example")
        || lower.contains("redacted")
        || Placeholders.flaw(secret, List.of()) != null
        || (rule.traits().general() && Names.looksLikeOne(secret));
  }

  private static int lineStart(byte[] bytes, int at) {
    var start = at;
    while (start > 0 && at - start < BEFORE && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(byte[] bytes, int at, int length) {
    var end = at;
    while (end < length && end - at < LINE && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int line(byte[] bytes, int at) {
    var line = 1;
    for (var i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
