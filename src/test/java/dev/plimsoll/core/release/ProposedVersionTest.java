package dev.plimsoll.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project.VersionRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProposedVersionTest {
  @TempDir Path root;

  @Test
  void theNamedFileProposes() throws IOException {
    Files.writeString(root.resolve("package.json"), "{\"version\": \"1.5.0\"}");
    assertThat(ProposedVersion.find(root, rule("package.json#version")))
        .isEqualTo(new ProposedVersion("1.5.0", "1.5.0 from package.json, version."));
  }

  @Test
  void mavensSnapshotIsTakenOff() throws IOException {
    Files.writeString(
        root.resolve("pom.xml"), "<project><version>1.5.0-SNAPSHOT</version></project>");
    assertThat(ProposedVersion.find(root, rule("pom.xml#project.version")))
        .isEqualTo(
            new ProposedVersion("1.5.0", "1.5.0 from pom.xml, project.version (1.5.0-SNAPSHOT)."));
  }

  @Test
  void elseTheChangelogProposes() throws IOException {
    Files.writeString(
        root.resolve("CHANGELOG.md"),
        "# Changelog\n\n## [Unreleased]\n\n## [v1.1.0] - 2026-11-03\n");
    assertThat(ProposedVersion.find(root, rule(null)))
        .isEqualTo(
            new ProposedVersion("1.1.0", "1.1.0 from the top heading of CHANGELOG.md, line 5."));
  }

  @Test
  void whereNothingProposesTheNextActionIsNamed() throws IOException {
    assertThatThrownBy(() -> ProposedVersion.find(root, rule(null)))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "No version proposed: There is no CHANGELOG.md, and .plimsoll/project.yaml does not say"
                + " version.from. Name the version with --release, or set version.from to a"
                + " file#path.");
    Files.writeString(root.resolve("VERSION"), "soon");
    assertThatThrownBy(() -> ProposedVersion.find(root, rule("VERSION")))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "No version proposed: It is no SemVer 2.0.0 version: soon from VERSION. Correct it"
                + " there, or name the version with --release.");
  }

  private static VersionRule rule(@Nullable String from) {
    return new VersionRule(from, List.of("semver"), "v{version}", List.of());
  }
}
