package dev.plimsoll.architecture.broken.desktop.kit;

import dev.plimsoll.architecture.broken.desktop.app.Window;

/// Broken on purpose: a control knows the window around it.
public record Control(Window window) {}
