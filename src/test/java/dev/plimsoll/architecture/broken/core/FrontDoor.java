package dev.plimsoll.architecture.broken.core;

import dev.plimsoll.architecture.broken.desktop.app.Window;

/// Broken on purpose: the core knows the window.
public record FrontDoor(Window window) {}
