package dev.plimsoll.architecture.broken.desktop.screen.record;

import dev.plimsoll.architecture.broken.desktop.app.Window;
import javafx.concurrent.Task;
import javafx.scene.Node;

/// Broken on purpose: a view model knows the window, nodes and JavaFX's tasks.
public record RecordViewModel(Window window, Node node, Task<String> task) {}
