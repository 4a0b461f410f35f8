package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Project;
import dev.plimsoll.desktop.kit.Place;
import java.util.List;

/// What lies around a walk.
///
/// @param opening the way to the run, and to the texts that help
/// @param signing with which keys
/// @param after where to go when the list is done
record WalkDesk(
    WalkOpening opening,
    SigningMeans signing,
    List<Project.Contact> contacts,
    Place.Release after,
    Attachments attachments) {}
