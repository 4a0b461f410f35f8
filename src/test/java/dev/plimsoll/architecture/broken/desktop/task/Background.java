package dev.plimsoll.architecture.broken.desktop.task;

import dev.plimsoll.architecture.broken.desktop.kit.Control;

/// Broken on purpose: background work knows a control.
public record Background(Control control) {}
