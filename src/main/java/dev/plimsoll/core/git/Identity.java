package dev.plimsoll.core.git;

/// Who commits, as git is configured.
public record Identity(String name, String email) {}
