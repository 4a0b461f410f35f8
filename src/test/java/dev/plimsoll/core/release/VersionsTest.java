package dev.plimsoll.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.ReleaseType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionsTest {
  @ParameterizedTest
  @CsvSource({
    "1.2.3, 1.2.4, PATCH",
    "1.2.3, 1.3.0, MINOR",
    "1.2.3, 2.0.0, MAJOR",
    "1.2.3, 2.0.0-rc.1, PRERELEASE",
    ", 0.1.0, MINOR",
    ", 1.0.0, MAJOR",
    ", 0.0.1, PATCH",
    "2.0.0-rc.1, 2.0.0, MAJOR",
    "1.3.0-rc.1, 1.3.0, MINOR",
    "1.3.1-rc.1, 1.3.1, PATCH",
    "1.3.0-rc.1, 1.3.1, PATCH",
    "0.1.0, 0.2.0, MINOR"
  })
  void theFirstNumberThatDiffersDecides(String previous, String next, ReleaseType type) {
    assertThat(classify(VersionScheme.SEMVER, previous, next)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, 1.2.1, PATCH",
    "1.2, 1.2.post1, PATCH",
    "1.2, 1.3, MINOR",
    "1.9, 2, MAJOR",
    "2.0, 1!1.0, MAJOR",
    "1.2, 1.3.dev1, PRERELEASE",
    "1.2, 1.3rc1, PRERELEASE",
    "1.3rc1, 1.3, MINOR"
  })
  void pythonVersionsAreClassifiedAlike(String previous, String next, ReleaseType type) {
    assertThat(classify(VersionScheme.PEP440, previous, next)).isEqualTo(type);
  }

  private static ReleaseType classify(VersionScheme scheme, String previous, String next) {
    return Versions.classify(
        previous == null ? null : scheme.parse(previous).orElseThrow(),
        scheme.parse(next).orElseThrow());
  }
}
