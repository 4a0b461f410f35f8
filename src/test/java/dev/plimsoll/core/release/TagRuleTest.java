package dev.plimsoll.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.release.TagRule.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TagRuleTest {
  private static final TagRule SEMVER = rule(VersionScheme.SEMVER);
  private static final TagRule BOTH = rule(VersionScheme.SEMVER, VersionScheme.PEP440);

  @Test
  void aTagIsAPrefixAndAVersion() {
    var reading = (Reading.Release) SEMVER.read("v1.2.3");
    assertThat(reading.version().normalised()).isEqualTo("1.2.3");
    assertThat(reading.disagreement()).isNull();
  }

  @Test
  void aTagWithoutThePrefixIsNoRelease() {
    assertThat(SEMVER.read("1.2.3"))
        .isEqualTo(new Reading.Other("1.2.3", "1.2.3 does not have the form v{version}."));
  }

  @Test
  void aTagWhoseRestIsNoVersionSaysSo() {
    assertThat(SEMVER.read("v1.2"))
        .isEqualTo(
            new Reading.Other(
                "v1.2",
                "'1.2' in the tag v1.2 is no SemVer 2.0.0 version: it has 2 numbers, and SemVer has"
                    + " 3."));
    assertThat(BOTH.read("vv1.2.3")).isInstanceOf(Reading.Other.class);
  }

  @Test
  void anIgnoredTagIsNoRelease() {
    var rule =
        new TagRule("", "", List.of(VersionScheme.SEMVER), List.of("claude/compaction/*", "9.*"));
    assertThat(rule.read("9.0.0"))
        .isEqualTo(new Reading.Other("9.0.0", "9.0.0 is ignored by '9.*'."));
    assertThat(
            rule.latest(List.of("1.0.0", "9.0.0", "claude/compaction/2.0.0")).orElseThrow().tag())
        .isEqualTo("1.0.0");
  }

  @Test
  void aTagThatOneSchemeRefusesIsADisagreement() {
    assertThat(((Reading.Release) BOTH.read("v1.2")).disagreement())
        .isEqualTo(
            "v1.2 is a PEP 440 version and no SemVer 2.0.0 version: it has 2 numbers, and SemVer"
                + " has 3.");
  }

  @Test
  void aTagThatIsAPreReleaseToOneSchemeOnlyIsADisagreement() {
    assertThat(((Reading.Release) BOTH.read("v1.0.0-1")).disagreement())
        .isEqualTo("v1.0.0-1 is a pre-release by SemVer 2.0.0 and a release by PEP 440.");
  }

  @Test
  void theLatestIsByVersionNotByName() {
    assertThat(
            SEMVER
                .latest(List.of("v1.9.0", "v1.10.0", "v1.10.0-rc.1", "latest"))
                .orElseThrow()
                .tag())
        .isEqualTo("v1.10.0");
    assertThat(SEMVER.latest(List.of("latest"))).isEmpty();
  }

  @Test
  void tagsUnderDifferentSchemesAreOrderedByTheirNumbers() {
    assertThat(BOTH.latest(List.of("v1.0.0", "v2.0rc1", "v1.5.0-rc.1")).orElseThrow().tag())
        .isEqualTo("v2.0rc1");
  }

  @Test
  void theReleaseBeforeAHotfixIsTheOneBelowIt() {
    assertThat(
            SEMVER.latestBefore(List.of("v1.4.2", "v2.0.0", "v1.4.1"), "1.4.3").orElseThrow().tag())
        .isEqualTo("v1.4.2");
  }

  private static TagRule rule(VersionScheme... schemes) {
    return new TagRule("v", "", List.of(schemes), List.of());
  }
}
