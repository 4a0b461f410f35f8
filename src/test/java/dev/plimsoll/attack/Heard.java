package dev.plimsoll.attack;

/// What a verifier said.
///
/// @param text everything it printed
record Heard(int exit, String text) {}
