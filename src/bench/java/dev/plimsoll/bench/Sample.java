package dev.plimsoll.bench;

/// What one measured piece of work took.
///
/// @param cpu processor time of all its threads and processes, seconds
/// @param mebibytes most memory that was ever resident, or 0 where that is not told
record Sample(double seconds, double cpu, long mebibytes) {}
