package dev.plimsoll.core.check;

import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/// Masks secrets before anything reaches a screen or a disk.
///
/// A secret's value is masked as it stands and as Base64 (also inside something longer that was
/// encoded), URL, JSON and hex encodings show it; of a value of several lines, each line of 8
/// characters or more is masked by itself too. Patterns are regular expressions
/// (`java.util.regex`), applied line by line; a line on which a pattern runs away is masked as a
/// whole. Not found are values that a program cut into pieces or encoded in another way.
/// Thread-safe.
public final class Redactor {
  /// Changes whenever the same input would be masked differently.
  public static final String RULES_VERSION = "1";

  private static final String PATTERN_MASK = "[redacted]";

  private final Needles needles;
  private final List<BoundedPattern> patterns;
  private final List<String> notes;
  private final LongAdder replaced = new LongAdder();

  /// @param secrets values by name
  /// @param patterns regular expressions of what else is masked
  /// @throws Problem where a pattern is not a regular expression
  public Redactor(Map<String, String> secrets, Set<String> patterns) {
    var masks = new LinkedHashMap<String, String>();
    var unmasked = new ArrayList<String>();
    new TreeMap<>(secrets)
        .forEach((name, value) -> {
          if (value.strip().length() < SecretForms.SHORTEST) {
            unmasked.add(
                "The secret "
                    + name
                    + " is shorter than "
                    + SecretForms.SHORTEST
                    + " characters and is not masked.");
          } else {
            SecretForms.of(value)
                .forEach(form -> masks.putIfAbsent(form, "[redacted " + name + "]"));
          }
        });
    this.needles = new Needles(masks);
    this.notes = List.copyOf(unmasked);
    this.patterns = patterns.stream().sorted().map(Redactor::pattern).toList();
  }

  private static BoundedPattern pattern(String regex) {
    var flaw = BoundedPattern.flaw(regex);
    if (flaw != null) {
      throw Problem.of(
          "Output cannot be redacted",
          "The pattern " + regex + " under redact is not a regular expression: " + flaw + ".",
          "Correct the pattern in the checklist.");
    }
    return BoundedPattern.of(regex);
  }

  /// The text with every secret masked; of one line or several.
  public String redact(String text) {
    if (needles.longest() == 0 && patterns.isEmpty()) {
      return text;
    }
    try (var masked = redact(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      return new String(masked.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The bytes of a text with every secret masked, made while they are read; bytes that are no
  /// secret pass unchanged. Closing it closes `text`.
  public InputStream redact(InputStream text) {
    var masked = needles.longest() == 0 ? text : new MaskingStream(text, needles, replaced);
    return patterns.isEmpty() ? masked : new LineMaskingStream(masked, this::maskPatterns);
  }

  private String maskPatterns(String line) {
    var text = line;
    for (var pattern : patterns) {
      var replacement = pattern.replaceAll(text, PATTERN_MASK);
      if (replacement == null) {
        replaced.increment();
        return "[redacted: a pattern took too long on this line]"
            + (line.endsWith("\n") ? "\n" : "");
      }
      replaced.add(replacement.times());
      text = replacement.text();
    }
    return text;
  }

  /// How many places were masked so far.
  public long replacements() {
    return replaced.sum();
  }

  /// What is not masked and why; whole sentences, without any value.
  public List<String> notes() {
    return notes;
  }

  /// Length in bytes of the longest text that is looked for, 0 where there is none: whoever cuts a
  /// text before it is redacted must not cut closer than this.
  public int longestSecret() {
    return needles.longest();
  }

  public String rulesVersion() {
    return RULES_VERSION;
  }
}
