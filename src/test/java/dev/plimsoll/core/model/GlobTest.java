package dev.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "main main true",
        "main mainly false",
        "hotfix/* hotfix/1 true",
        "hotfix/* hotfix/a/b false",
        "hotfix/** hotfix/a/b true",
        "**/x a/b/x true",
        "**/x x true",
        "a/**/b a/b true",
        "v? v1 true",
        "v? v12 false",
        "v[0-9] v5 true",
        "v[!0-9] v5 false",
        "{a,b}c bc true",
        "{a,b}c cc false",
        "a.b axb false",
        "\\*x *x true",
        "a+b a+b true",
        "[a-c] / false",
        "a/b a\\b false"
      })
  void aPatternMatchesNames(String glob, String name, boolean matches) {
    assertThat(Glob.of(glob).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|A pattern cannot be empty.",
        "[a|The '[' in '[a' is never closed.",
        "{a,b|The '{' in '{a,b' is never closed.",
        "{a,{b}}|The pattern '{a,{b}}' has braces inside braces.",
        "[z-a]|The range z-a in '[z-a]' runs backwards.",
        "a\\|The backslash at the end of 'a\\' has nothing after it."
      })
  void whatIsNoPatternSaysWhy(String glob, String sentence) {
    assertThat(Glob.mistake(glob)).isEqualTo(sentence);
  }
}
