package dev.plimsoll.desktop.kit.chain;

import java.util.Locale;

/// What a colour of the picture is for. The style sheet gives each: `-chain-run-open`.
enum Ink {
  TEXT,
  SOFT,
  LINE,
  GROUND,
  DENSITY,
  RUN_SEALED,
  RUN_ABORTED,
  RUN_OPEN,
  SIGN_OFF,
  RECORD,
  CHECKPOINT,
  EVENT,
  ANCHORED,
  WITNESSED,
  LOCAL,
  UNANCHORED,
  BROKEN,
  ON_COLOUR,
  CHOSEN;

  /// The name in the style sheet.
  String property() {
    return "-chain-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
