package dev.plimsoll.core.check.env;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DotenvTest {
  @Test
  void readsWhatPeopleWrite() {
    var env =
        Dotenv.parse(
            ".env",
            "\uFEFF# settings\r\n"
                + "PLAIN=one two # a comment\r\n"
                + "export EXPORTED = 'it is # no comment'\r\n"
                + "QUOTED=\"a\\nb \\\"c\\\"\" # comment\r\n"
                + "HASH=abc#def\r\n"
                + "EMPTY=\r\n"
                + "ONLY_COMMENT= # nothing\r\n"
                + "URL=postgres://u@h/db?a=b\r\n");
    assertThat(env.flaws()).isEmpty();
    assertThat(value(env, "PLAIN")).isEqualTo("one two");
    assertThat(value(env, "EXPORTED")).isEqualTo("it is # no comment");
    assertThat(value(env, "QUOTED")).isEqualTo("a\nb \"c\"");
    assertThat(value(env, "HASH")).isEqualTo("abc#def");
    assertThat(value(env, "EMPTY")).isEmpty();
    assertThat(value(env, "ONLY_COMMENT")).isEmpty();
    assertThat(value(env, "URL")).isEqualTo("postgres://u@h/db?a=b");
    assertThat(env.at("URL").line()).isEqualTo(8);
  }

  @Test
  void readsAValueOfSeveralLinesAndCountsThem() {
    var env = Dotenv.parse(".env", "PEM=\"first\nsecond\nthird\"\nNEXT=1\n");
    assertThat(value(env, "PEM")).isEqualTo("first\nsecond\nthird");
    assertThat(env.at("NEXT").line()).isEqualTo(4);
  }

  @Test
  void saysWhatIsNoAssignmentWithoutShowingIt() {
    var env =
        Dotenv.parse(
            ".env", "A=1\nhunter2\nA=2\n9X=hunter2\nB=\"hunter2\nC=hunter2\nD='x'hunter2\n");
    assertThat(env.flaws())
        .extracting(Object::toString)
        .containsExactly(
            ".env:2: This line is no assignment. Write it as KEY=value.",
            ".env:3: A stands on line 1 already. Keep one of them.",
            ".env:4: This line is no assignment. Write it as KEY=value.",
            ".env:5: The value of B has no closing quote. Close it.",
            ".env:7: After the value of D something follows the closing quote. Put the whole value"
                + " inside the quotes.");
    assertThat(env.toString()).doesNotContain("hunter2");
  }

  @Test
  void tellsReferencesFromValues() {
    var env = Dotenv.parse(".env", "A=${HOME}/x\nB='${HOME}'\nC=$(cat f)\nD=a$\n");
    assertThat(env.entry("A").refers()).isTrue();
    assertThat(env.entry("B").refers()).isFalse();
    assertThat(env.entry("C").refers()).isTrue();
    assertThat(env.entry("D").refers()).isFalse();
  }

  private static String value(Dotenv env, String key) {
    return env.entry(key).value();
  }
}
