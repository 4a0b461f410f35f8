package dev.plimsoll.architecture.broken.core.release;

import dev.plimsoll.architecture.broken.core.run.Walk;
import org.eclipse.jgit.lib.ObjectId;

/// Broken on purpose: releases know runs, and JGit.
public record Tags(Walk walk, ObjectId id) {}
