package dev.plimsoll.core.checklist;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A condition of a checklist, as in `when: type in ["minor", "major"] and steps.scan.outcome !=
/// "PASSED"`.
///
/// Operators, loosest first: `or`, `and`, `not`, then one of `== != < <= > >= in "not in"`;
/// functions `exists(name)` (a value is there and not blank) and `matches(name, "regex")` (found
/// anywhere); lists `["a", "b"]`; texts in single or double quotes; decimal numbers; `true`,
/// `false`. Names are the run's parameters, `type`, `version`, `tag`, `branch`, `product`,
/// `previousTag`, and `steps.ID.outcome` for where an earlier step stands (`PASSED`, `NOT_RUN`
/// ...).
///
/// Evaluating has no side effect and always ends. Numbers are compared exactly, by value; texts are
/// compared as they are. A comparison by size of something that is no number is [Truth#UNCLEAR],
/// never false. Immutable, thread-safe.
public final class Expression {
  /// Characters of the longest expression.
  public static final int LONGEST = 1000;

  private final String text;
  private final Condition root;
  private final Set<String> names;

  private Expression(String text, Condition root, Set<String> names) {
    this.text = text;
    this.root = root;
    this.names = names;
  }

  /// Where names get their values.
  @FunctionalInterface
  public interface Scope {
    /// The value of a parameter, of `type` and the like, or of `steps.ID.outcome`; empty where it
    /// has none.
    Optional<String> value(String name);
  }

  public enum Truth {
    TRUE,
    FALSE,
    /// It could not be decided.
    UNCLEAR
  }

  /// What an expression came to.
  ///
  /// @param sentence the facts behind it, for a person: `type is patch, needed minor.`
  public record Value(Truth truth, String sentence) {
    public boolean isTrue() {
      return truth == Truth.TRUE;
    }

    public boolean isFalse() {
      return truth == Truth.FALSE;
    }
  }

  /// Why a text is no expression.
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int character;
    private final String next;

    Malformed(int character, String message, String next) {
      super(message);
      this.character = character;
      this.next = next;
    }

    /// Where, counted from 1 in the expression.
    public int character() {
      return character;
    }

    /// The next action, a whole sentence.
    public String next() {
      return next;
    }
  }

  /// @throws Malformed where `text` is no expression
  public static Expression parse(String text) throws Malformed {
    if (text.length() > LONGEST) {
      throw new Malformed(
          1, "The condition has more than " + LONGEST + " characters.", "Make it shorter.");
    }
    var parser = new ExpressionParser(text);
    var root = parser.whole();
    return new Expression(text, root, Set.copyOf(new LinkedHashSet<>(parser.names())));
  }

  /// Every name it refers to.
  public Set<String> names() {
    return names;
  }

  /// The ids of the steps it refers to.
  public List<String> steps() {
    return names.stream()
        .filter(name -> name.startsWith("steps.") && name.endsWith(".outcome"))
        .map(name -> name.substring("steps.".length(), name.length() - ".outcome".length()))
        .sorted()
        .toList();
  }

  public Value evaluate(Scope scope) {
    var value = root.evaluate(scope);
    return new Value(value.truth(), value.sentence() + ".");
  }

  /// As written.
  @Override
  public String toString() {
    return text;
  }
}
