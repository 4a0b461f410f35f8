package dev.plimsoll.desktop.screen.settings;

import java.nio.file.Path;

/// @param tool name and version
/// @param home where history, evidence and keys lie
public record About(String tool, Path home) {}
