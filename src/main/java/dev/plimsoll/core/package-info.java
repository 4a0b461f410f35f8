/// The library's front door: [Plimsoll] opens a home and projects, [OpenProject] their releases,
/// [ReleaseDesk] the runs and the seal. Wires the packages below by hand; none of them knows this
/// one.
@NullMarked
package dev.plimsoll.core;

import org.jspecify.annotations.NullMarked;
