package dev.plimsoll.core.model;

/// A file that is released.
///
/// @param name as published
/// @param sha256 lower-case hex
/// @param size bytes
public record Artifact(String name, String sha256, long size) {}
