/// What of a backup set is saved, and how it is read so that it is sound: files and folders as they
/// lie, logs up to their last whole line, databases by their driver, and what commands write.
///
/// A source that is missing or cannot be read is a [dev.plimsoll.core.model.Problem], never less.
/// Knows neither archives' names nor manifests.
@NullMarked
package dev.plimsoll.core.backup.source;

import org.jspecify.annotations.NullMarked;
