package dev.plimsoll.architecture.broken.cli;

import dev.plimsoll.architecture.broken.desktop.app.Window;

/// Broken on purpose: a command opens the window.
public record Command(Window window) {}
