package dev.plimsoll.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a release could go back to when its record was sealed.
///
/// @param set name of the backup set
/// @param id of the backup: an archive's name, or a snapshot
/// @param manifest SHA-256 of its manifest, lower-case hex
/// @param provenOn when a restore of this very backup was last proven, or null
public record RollbackPoint(String set, String id, String manifest, @Nullable Instant provenOn) {}
