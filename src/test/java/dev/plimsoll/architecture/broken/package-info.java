/// A small program of the same layout in which every architecture rule is broken once, so that each
/// rule can prove that it bites. Nothing uses it. Its packages are not null-marked, on purpose.
package dev.plimsoll.architecture.broken;
