package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says frame by frame which parts of which files lie in it. Files that nobody wants are passed
/// over, empty ones handed over at once. Used by one thread.
final class FrameParts {
  private final Frames frames;
  private final List<Place> places;
  private final Passages wanted;
  private int next;
  private int nth;
  private @Nullable Passage passage;

  /// @param places in their order
  FrameParts(Frames frames, List<Place> places, Passages wanted) {
    this.frames = frames;
    this.places = places;
    this.wanted = wanted;
  }

  /// The part of a file that lies in one frame.
  ///
  /// @param nth which part of the file it is, from 0
  /// @param at its offset in the file
  /// @param from its offset in the frame
  record Part(Passage passage, int nth, long at, int from, int length) {}

  /// Asked for every frame once, from the first to the last.
  List<Part> of(int frame) throws IOException, InterruptedException {
    var start = frames.start(frame);
    var end = frames.start(frame + 1);
    var parts = new ArrayList<Part>();
    while (next < places.size() && places.get(next).at() <= end) {
      var place = places.get(next);
      var goes = goes(place);
      var from = Math.max(place.at(), start);
      var to = Math.min(place.at() + place.size(), end);
      if (goes != null && from < to) {
        parts.add(
            new Part(goes, nth++, from - place.at(), (int) (from - start), (int) (to - from)));
      }
      if (place.at() + place.size() > end) {
        return parts;
      }
      next++;
      nth = 0;
      passage = null;
    }
    return parts;
  }

  /// Where the file at hand goes, or null where it has no bytes or nobody wants them.
  private @Nullable Passage goes(Place place) throws IOException, InterruptedException {
    if (place.head().kind() != EntryKind.FILE) {
      return null;
    }
    if (passage == null) {
      passage = wanted.of(place);
      if (passage != null && place.size() == 0) {
        passage.take(0, 0, ByteBuffer.allocate(0));
        return null;
      }
    }
    return passage;
  }
}
