package dev.plimsoll.core;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.Recipe;
import java.nio.file.Path;
import java.util.Optional;

/// A chain that the project file names, with what is known of it.
///
/// @param named name, file and recipe as the project file has them
/// @param file where it lies, absolute; whether it is there was not looked at
/// @param recipe empty where the project file names one that does not exist (lint says so), or a
///   family of which no variant fits the file
/// @param record its head in the newest sealed record that names it
/// @param seen the newest head known of it: of a sealed record, a run, or a verification
public record ProjectChain(
    AuditedChain named,
    Path file,
    Optional<Recipe> recipe,
    Optional<Anchor> record,
    Optional<Anchor> seen) {}
