/// Versions, tags, changelogs: what a release is called and where that name comes from.
///
/// [VersionScheme] reads version numbers (SemVer 2.0.0, PEP 440), [TagRule] tells which tags are
/// releases, [ProposedVersion] finds the version that a project itself proposes, and
/// [ChangelogFile] reads a changelog with its line numbers.
@NullMarked
package dev.plimsoll.core.release;

import org.jspecify.annotations.NullMarked;
