package dev.plimsoll.core.backup.archive;

import java.util.List;

/// What an archive says it has.
///
/// @param places in the order in which they lie
/// @param flaws of the directory or the headers: what is named may be believed, but not all of it
///   may be there
record Listing(List<Place> places, List<Flaw> flaws) {
  Listing {
    places = List.copyOf(places);
    flaws = List.copyOf(flaws);
  }
}
