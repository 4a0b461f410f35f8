/// The processes that come with the product: which requirement each of their steps carries
/// ([CoverageTable] writes `docs/processes.md`), and sample repositories that they are walked in.
@NullMarked
package dev.plimsoll.processes;

import org.jspecify.annotations.NullMarked;
