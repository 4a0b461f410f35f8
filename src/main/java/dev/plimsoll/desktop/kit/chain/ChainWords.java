package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.core.model.ChainPicture.Level;
import dev.plimsoll.core.model.ChainPicture.Mark;
import dev.plimsoll.core.model.ChainPicture.Reach;
import dev.plimsoll.core.model.ChainPicture.Stretch;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.time.Instant;
import java.util.Locale;

/// What things in the picture are, in words. Pure.
///
/// @param picture whose things they are
record ChainWords(ChainPicture picture, Times times) {
  /// The whole chain, for a screen reader.
  String spoken() {
    return summary() + " " + anchored();
  }

  /// The whole chain, for the line below it.
  String summary() {
    var extent = picture.extent();
    if (extent.entries() == 0) {
      return "The chain has no entry.";
    }
    var words = new StringBuilder(Texts.count(extent.entries(), "entry", "entries"));
    if (picture.isTimed()) {
      words
          .append(", ")
          .append(moment(extent.firstTime()))
          .append(" to ")
          .append(moment(extent.lastTime()));
    }
    words.append('.');
    var broken = picture.broken();
    if (broken != null) {
      words
          .append(" The first bad entry is ")
          .append(number(broken.place().firstEntry()))
          .append('.');
    }
    return words.toString();
  }

  /// How far somebody else keeps what it can be compared with, and what is left.
  String anchored() {
    var here = last(Level.L0);
    var elsewhere =
        picture.reaches().stream()
            .filter(reach -> reach.level().compareTo(Level.L0) > 0)
            .mapToLong(reach -> reach.place().lastEntry())
            .max()
            .orElse(-1);
    if (here < 0 && elsewhere < 0) {
      return "Nothing anchors it.";
    }
    var words =
        elsewhere < 0
            ? "Nothing outside holds it; its own checkpoint covers it up to entry " + number(here)
            : "Anchored elsewhere up to entry "
                + number(elsewhere)
                + (here < 0 ? "" : ", by its own checkpoint up to " + number(here));
    var rest = picture.extent().entries() - 1 - Math.max(here, elsewhere);
    return rest <= 0
        ? words + "."
        : words
            + "; "
            + Texts.count(rest, "entry", "entries")
            + (rest == 1 ? " after it has none." : " after it have none.");
  }

  private long last(Level level) {
    return picture.reaches().stream()
        .filter(reach -> reach.level() == level)
        .mapToLong(reach -> reach.place().lastEntry())
        .max()
        .orElse(-1);
  }

  String of(Mark mark) {
    return mark.words().replaceFirst("\\.$", "") + " · " + where(mark.place());
  }

  String of(Reach reach) {
    return capital(reach.level().words())
        + ": "
        + Texts.count(reach.place().count(), "entry", "entries")
        + " · "
        + where(reach.place());
  }

  /// Entries of a stretch of the density.
  String density(Stretch stretch) {
    return Texts.count(stretch.count(), "entry", "entries") + " · " + where(stretch);
  }

  private String where(Stretch place) {
    var entries =
        place.firstEntry() == place.lastEntry()
            ? "entry " + number(place.firstEntry())
            : "entries " + number(place.firstEntry()) + " to " + number(place.lastEntry());
    if (!picture.isTimed()) {
      return entries;
    }
    var from = moment(place.firstTime());
    var to = moment(place.lastTime());
    return entries + " · " + (from.equals(to) ? from : from + " to " + to);
  }

  /// The word on the flag of the first bad entry.
  String flag(Mark broken) {
    return "first bad entry: " + number(broken.place().firstEntry());
  }

  /// What a mark is, before its words, for a screen reader.
  static String kind(Kind kind) {
    return capital(kind.word());
  }

  private String moment(long millis) {
    return times.moment(Instant.ofEpochMilli(millis));
  }

  private static String number(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
