package dev.plimsoll.desktop.kit;

import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.Ticker;

/// What the window offers to every page.
///
/// @param tasks work off the window's thread
/// @param ticker a beat, a few times a second
/// @param navigator to other places
/// @param dialogs panels over the page
/// @param files the system's file choosers
public record Surroundings(
    TaskRunner tasks, Ticker ticker, Navigator navigator, Dialogs dialogs, FilePicker files) {}
