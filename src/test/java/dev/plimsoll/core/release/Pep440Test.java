package dev.plimsoll.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Pep440Test {
  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "1.1RC1, 1.1rc1",
    "00.01, 0.1",
    "1.1.a1, 1.1a1",
    "1.1-a1, 1.1a1",
    "1.1alpha1, 1.1a1",
    "1.1beta2, 1.1b2",
    "1.1c3, 1.1rc3",
    "1.1preview, 1.1rc0",
    "1.1a.1, 1.1a1",
    "1.2a, 1.2a0",
    "1.2-post2, 1.2.post2",
    "1.2post2, 1.2.post2",
    "1.2-r4, 1.2.post4",
    "1.2.rev, 1.2.post0",
    "1.0-1, 1.0.post1",
    "1.2-dev2, 1.2.dev2",
    "1.2dev, 1.2.dev0",
    "1.0+ubuntu-1, 1.0+ubuntu.1",
    "1.0+Foo_007, 1.0+foo.7",
    "v1.0, 1.0",
    "' 1.0 ', 1.0",
    "1!2.0, 1!2.0",
    "1.0a1.post2.dev3, 1.0a1.post2.dev3"
  })
  void aVersionIsNormalised(String text, String normal) {
    assertThat(version(text).normalised()).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "french toast",
        "1.0+a+",
        "1.0++",
        "1.0+_foobar",
        "1.0+foo&asd",
        "1.0-",
        "1..0",
        "1.0-x",
        "1.0.post-x"
      })
  void whatIsNoVersionIsRefused(String text) {
    assertThat(VersionScheme.PEP440.parse(text)).isEmpty();
  }

  @Test
  void versionsOrderAsThePepSays() {
    var ordered =
        List.of(
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1.10",
            "1!0.1");
    var versions = new ArrayList<>(ordered.stream().map(Pep440Test::version).toList());
    Collections.reverse(versions);
    Collections.sort(versions);
    assertThat(versions).extracting(SchemeVersion::normalised).containsExactlyElementsOf(ordered);
  }

  @Test
  void trailingZerosDoNotOrder() {
    assertThat(version("1.0")).isEqualByComparingTo(version("1.0.0"));
  }

  @Test
  void aVersionOfHundredThousandCharactersIsRead() {
    assertThat(version("1" + ".0".repeat(50_000) + ".1").isGreaterThan(version("1.0"))).isTrue();
  }

  private static SchemeVersion version(String text) {
    return VersionScheme.PEP440.parse(text).orElseThrow();
  }
}
