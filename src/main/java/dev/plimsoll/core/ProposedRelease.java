package dev.plimsoll.core;

import dev.plimsoll.core.model.ReleaseType;
import java.util.Optional;

/// The next release as the project itself proposes it.
///
/// @param source where the version was read, one sentence
/// @param previousTag tag of the last release before it
public record ProposedRelease(
    String version, String source, ReleaseType type, Optional<String> previousTag) {}
