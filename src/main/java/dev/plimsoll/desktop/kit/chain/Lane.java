package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Kind;
import java.util.Arrays;
import java.util.List;

/// One row of the picture, from top to bottom.
enum Lane {
  ENTRIES("Entries", 3.4),
  RUNS("Runs", 1.9),
  SIGN_OFFS("Sign-offs", 1.9),
  RECORDS("Records", 1.9),
  CHECKPOINTS("Checkpoints", 1.9),
  EVENTS("Log events", 1.9),
  ANCHORS("Anchored", 2.5);

  private final String word;
  private final double height;

  /// @param height in em
  Lane(String word, double height) {
    this.word = word;
    this.height = height;
  }

  String word() {
    return word;
  }

  double height() {
    return height;
  }

  static Lane of(Kind kind) {
    return switch (kind) {
      case RUN_SEALED, RUN_ABORTED, RUN_OPEN -> RUNS;
      case SIGN_OFF -> SIGN_OFFS;
      case RECORD -> RECORDS;
      case CHECKPOINT -> CHECKPOINTS;
      case EVENT -> EVENTS;
      case ANCHOR -> ANCHORS;
      case BROKEN -> ENTRIES;
    };
  }

  /// The rows that have something to show; entries and anchors always do.
  static List<Lane> of(ChainPicture picture) {
    return Arrays.stream(values())
        .filter(lane ->
            lane == ENTRIES
                || lane == ANCHORS
                || picture.marks().stream().anyMatch(mark -> of(mark.kind()) == lane))
        .toList();
  }
}
