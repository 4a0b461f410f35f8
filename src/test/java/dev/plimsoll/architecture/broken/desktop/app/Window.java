package dev.plimsoll.architecture.broken.desktop.app;

import dev.plimsoll.architecture.broken.cli.Command;

/// Broken on purpose: the window calls a command.
public record Window(Command command) {}
