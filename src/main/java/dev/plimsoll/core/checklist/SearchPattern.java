package dev.plimsoll.core.checklist;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A regular expression from a file, searched for within a budget of steps, so that no pattern can
/// hang a reader (`(a+)+$`). Counted, not timed: the same pattern and text give the same answer on
/// every machine. Thread-safe.
final class SearchPattern {
  private static final int LONGEST = 1000;
  private static final int STEPS = 5_000_000;

  private final Pattern pattern;

  private SearchPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /// What a search came to.
  enum Answer {
    FOUND,
    NOT_FOUND,
    /// The budget ran out.
    TOO_COSTLY
  }

  /// @throws IllegalArgumentException with a sentence for a person where `regex` is none
  static SearchPattern of(String regex) {
    if (regex.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A regular expression has at most " + LONGEST + " characters.");
    }
    try {
      return new SearchPattern(Pattern.compile(regex));
    } catch (PatternSyntaxException malformed) {
      throw new IllegalArgumentException(
          "'" + regex + "' is no regular expression: " + firstLine(malformed) + ".", malformed);
    } catch (StackOverflowError nested) {
      throw new IllegalArgumentException("'" + regex + "' is nested too deeply.", nested);
    }
  }

  /// Why `regex` is no regular expression, or null where it is one.
  static @Nullable String mistake(String regex) {
    try {
      of(regex);
      return null;
    } catch (IllegalArgumentException mistake) {
      return mistake.getMessage();
    }
  }

  /// Looks for the pattern anywhere in `text`; `^` and `$` tie it to the ends.
  Answer search(CharSequence text) {
    try {
      return pattern.matcher(new Counted(text, new AtomicInteger(STEPS))).find()
          ? Answer.FOUND
          : Answer.NOT_FOUND;
    } catch (BudgetSpent | StackOverflowError _) {
      return Answer.TOO_COSTLY;
    }
  }

  private static String firstLine(PatternSyntaxException malformed) {
    return malformed.getDescription()
        + (malformed.getIndex() < 0 ? "" : " at character " + (malformed.getIndex() + 1));
  }

  private static final class BudgetSpent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BudgetSpent() {
      super(null, null, false, false);
    }
  }

  /// Counts every look at a character; views share the budget of their origin.
  private static final class Counted implements CharSequence {
    private final CharSequence text;
    private final AtomicInteger left;

    Counted(CharSequence text, AtomicInteger left) {
      this.text = text;
      this.left = left;
    }

    @Override
    public char charAt(int index) {
      if (left.decrementAndGet() < 0) {
        throw new BudgetSpent();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
