package dev.plimsoll.architecture.broken.desktop.screen.home;

import dev.plimsoll.architecture.broken.desktop.screen.record.RecordViewModel;

/// Broken on purpose: a screen knows another screen.
public record HomeView(RecordViewModel recordViewModel) {}
