package dev.plimsoll.core.model;

/// A release tag that was created.
///
/// @param name e.g. `v1.5.0`
/// @param object digest of the tag object
/// @param commit what it points at
/// @param signed whether a signature stands in it
public record TagMade(String name, String object, String commit, boolean signed) {}
