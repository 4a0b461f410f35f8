package dev.plimsoll.desktop.screen.settings;

import java.nio.file.Path;

/// @param tool name and version
/// @param place where what is shown lies
public record About(String tool, Path place) {}
