package dev.plimsoll.core.check.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A regular expression (the dialect of `java.util.regex`) that stops after a number of steps
/// instead of running for ever. The bound counts characters looked at, not time, so that the same
/// text always gives the same answer. Immutable, thread-safe.
public final class BoundedPattern {
  private static final long STEPS_AT_LEAST = 10_000_000;
  private static final long STEPS_PER_CHARACTER = 40;

  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /// @throws PatternSyntaxException where `regex` is not one
  public static BoundedPattern of(String regex) {
    return new BoundedPattern(Pattern.compile(regex));
  }

  /// What is wrong with `regex`, in a few words, or null where it is a regular expression.
  public static @Nullable String flaw(String regex) {
    try {
      Pattern.compile(regex);
      return null;
    } catch (PatternSyntaxException wrong) {
      return wrong.getDescription()
          + (wrong.getIndex() < 0 ? "" : " at character " + (wrong.getIndex() + 1));
    }
  }

  /// What a search came to.
  public sealed interface Search {
    /// The first place that matches; `group` is its first capturing group, else the whole match.
    record Found(String group, int start, int end) implements Search {}

    record Absent() implements Search {}

    /// The expression needs more steps than a text of this length is worth.
    record GaveUp() implements Search {}
  }

  /// Looks for the first place in `text` that matches.
  public Search find(CharSequence text) {
    return find(text, 1);
  }

  /// As [#find(CharSequence)], with another capturing group; a group that is not there is the whole
  /// match.
  public Search find(CharSequence text, int group) {
    var matcher = pattern.matcher(new CountedText(text, limit(text)));
    try {
      if (!matcher.find()) {
        return new Search.Absent();
      }
      var held = matcher.groupCount() >= group ? matcher.group(group) : null;
      return new Search.Found(
          held == null ? matcher.group() : held, matcher.start(), matcher.end());
    } catch (TooManyStepsException | StackOverflowError costly) {
      return new Search.GaveUp();
    }
  }

  /// The whole of the first place that matches and its groups, in order, a group that took no part
  /// as an empty text; no item where nothing matches; null where the expression needs too many
  /// steps.
  public @Nullable List<String> groups(CharSequence text) {
    var matcher = pattern.matcher(new CountedText(text, limit(text)));
    try {
      if (!matcher.find()) {
        return List.of();
      }
      var groups = new ArrayList<String>();
      for (var i = 0; i <= matcher.groupCount(); i++) {
        groups.add(matcher.group(i) == null ? "" : matcher.group(i));
      }
      return groups;
    } catch (TooManyStepsException | StackOverflowError costly) {
      return null;
    }
  }

  /// How often `text` matches and the text with every match replaced by `mask` as it stands, or
  /// null where the expression needs too many steps.
  public @Nullable Replacement replaceAll(CharSequence text, String mask) {
    var matcher = pattern.matcher(new CountedText(text, limit(text)));
    var times = 0;
    try {
      var replaced = new StringBuilder();
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          times++;
          matcher.appendReplacement(replaced, Matcher.quoteReplacement(mask));
        }
      }
      return times == 0
          ? new Replacement(text.toString(), 0)
          : new Replacement(matcher.appendTail(replaced).toString(), times);
    } catch (TooManyStepsException | StackOverflowError costly) {
      return null;
    }
  }

  /// @param times how many matches were replaced
  public record Replacement(String text, int times) {}

  private static long limit(CharSequence text) {
    return STEPS_AT_LEAST + STEPS_PER_CHARACTER * text.length();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
