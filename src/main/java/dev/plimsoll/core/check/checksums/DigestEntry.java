package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.model.Position;

/// One line of a list.
///
/// @param path as the list spells it
/// @param sha256 64 hexadecimal digits as the list spells them
/// @param at where it stands
record DigestEntry(String path, String sha256, Position at) {
  boolean isUpperCase() {
    return sha256.chars().anyMatch(Character::isUpperCase);
  }
}
