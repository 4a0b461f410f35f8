package dev.plimsoll.core.model;

/// Bytes that were kept, addressed by digest.
///
/// @param name file name for a person, e.g. `stdout.txt`; no path in it
/// @param sha256 lower-case hex of the stored (redacted) bytes
/// @param mediaType RFC 6838, e.g. `text/plain; charset=utf-8`
/// @param size bytes
public record Evidence(String name, String sha256, String mediaType, long size) {}
