package dev.plimsoll.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SemVerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.4",
        "1.2.3",
        "10.20.30",
        "1.1.2-prerelease+meta",
        "1.1.2+meta",
        "1.0.0-alpha.beta.1",
        "1.0.0-alpha0.valid",
        "1.0.0-rc.1+build.1",
        "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
        "1.0.0-0A.is.legal",
        "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
        "99999999999999999999999.999999999999999999.99999999999999999"
      })
  void aVersionIsReadAndWrittenBackAsItWas(String text) {
    assertThat(VersionScheme.SEMVER.parse(text).orElseThrow().normalised()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2",
        "v1.2.3",
        "1.2.3.4",
        "01.1.1",
        "1.01.1",
        "1.2.3-",
        "1.2.3+",
        "1.2.3-01",
        "1.2.3-a..b",
        "1.2.3-é",
        "1.2.3+a+b",
        " 1.2.3",
        "1.2.3\n",
        "1.2.3-_",
        "-1.0.3",
        "1..3",
        "１.2.3"
      })
  void whatIsNoVersionIsRefused(String text) {
    assertThat(VersionScheme.SEMVER.parse(text)).isEmpty();
  }

  @Test
  void precedenceIsThatOfTheStandard() {
    var ordered =
        List.of(
            "0.9.9",
            "1.0.0-0",
            "1.0.0-2",
            "1.0.0-11",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1",
            "1.9.0",
            "1.10.0",
            "2.0.0",
            "9007199254740993.0.0",
            "9007199254740994.0.0");
    var versions = new ArrayList<>(ordered.stream().map(SemVerTest::version).toList());
    Collections.reverse(versions);
    Collections.sort(versions);
    assertThat(versions).extracting(SchemeVersion::normalised).containsExactlyElementsOf(ordered);
  }

  @Test
  void buildMetadataDoesNotOrder() {
    assertThat(version("1.0.0+a")).isEqualByComparingTo(version("1.0.0+b"));
  }

  @Test
  void aVersionOfHundredThousandCharactersIsRead() {
    var digits = "9".repeat(100_000);
    assertThat(version(digits + ".0.0").isGreaterThan(version("1.0.0"))).isTrue();
    assertThat(version("1.0.0-" + "a.".repeat(50_000) + "a").isPrerelease()).isTrue();
  }

  @Test
  void differentSchemesHaveNoCommonOrder() {
    var python = VersionScheme.PEP440.parse("1.0").orElseThrow();
    assertThatThrownBy(() -> version("1.0.0").compareTo(python))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SemVer and PEP 440 have no common order");
  }

  private static SchemeVersion version(String text) {
    return VersionScheme.SEMVER.parse(text).orElseThrow();
  }
}
