package dev.plimsoll.core.model;

/// An audit chain of another system that the project file names under `chains`.
///
/// @param name what a person and the record call it
/// @param file relative to the repository with `/`, or absolute where the log is kept elsewhere
/// @param recipe name of a recipe: built in, or a file's under `.plimsoll/recipes`
public record AuditedChain(String name, String file, String recipe) {}
