package dev.plimsoll.core.check.expect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The word in the middle of an expectation.
public enum Predicate {
  EQUALS("=="),
  DIFFERS("!="),
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">="),
  CONTAINS("contains"),
  STARTS_WITH("startsWith"),
  ENDS_WITH("endsWith"),
  MATCHES("matches"),
  INCLUDES("includes"),
  IS_EMPTY("isEmpty"),
  EXISTS("exists"),
  IS_INTEGER("isInteger"),
  IS_STRING("isString"),
  IS_BOOLEAN("isBoolean"),
  IS_COLLECTION("isCollection"),
  /// A whole JSON document against a schema in the repository.
  FITS_SCHEMA("jsonschema");

  private final String word;

  Predicate(String word) {
    this.word = word;
  }

  /// As it is written.
  public String word() {
    return word;
  }

  boolean takesValue() {
    return this != IS_EMPTY && !asksForNodes();
  }

  /// Whether it asks what a JSON value is, or whether there is one.
  boolean asksForNodes() {
    return switch (this) {
      case EXISTS, IS_INTEGER, IS_STRING, IS_BOOLEAN, IS_COLLECTION -> true;
      default -> false;
    };
  }

  /// Whether it holds a number or a time against another.
  boolean compares() {
    return switch (this) {
      case EQUALS, DIFFERS, LESS, AT_MOST, MORE, AT_LEAST -> true;
      default -> false;
    };
  }

  /// Whether it orders, so that only numbers and times can be held against it.
  boolean orders() {
    return compares() && this != EQUALS && this != DIFFERS;
  }

  /// Whether `order`, as a comparator gives it, satisfies a comparing predicate.
  boolean satisfiedBy(int order) {
    return switch (this) {
      case EQUALS -> order == 0;
      case DIFFERS -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
      default -> throw new IllegalStateException(word + " does not compare");
    };
  }

  static Map<String, Predicate> byWord() {
    var words = new LinkedHashMap<String, Predicate>();
    for (var predicate : values()) {
      words.put(predicate.word, predicate);
    }
    return words;
  }

  static List<String> words() {
    return List.copyOf(byWord().keySet());
  }
}
