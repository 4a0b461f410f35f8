/// The two containers of a backup: tar in seekable zstd frames, and zip (docs/formats/backup.md,
/// "Containers"). Written by many threads, read back byte by byte, unpacked into a fresh folder
/// only. Knows neither sets nor what stands in a manifest.
@NullMarked
package dev.plimsoll.core.backup.archive;

import org.jspecify.annotations.NullMarked;
