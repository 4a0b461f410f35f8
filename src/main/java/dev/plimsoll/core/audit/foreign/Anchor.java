package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Problem;
import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody kept of a chain, apart from it: how many entries it had, and the hash of the last.
/// A later file has at least as many, and the same one at that place.
///
/// @param entries at least one
/// @param head the hash text of entry `entries - 1`, lower case, as the log spells it or without
///   its prefix (`sha256:`, `0x`)
/// @param source for a sentence: `the record of 1.4.0`, `--anchor`
public record Anchor(long entries, String head, String source) {
  private static final int SHA_256 = 64;
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,18}):((?:sha256:|sha512:|0[xX])?[0-9a-fA-F]{8,128})");

  public Anchor {
    if (entries < 1) {
      throw new IllegalArgumentException("An anchor covers at least one entry, not " + entries);
    }
  }

  /// Reads `N:HEX`, the number of entries and the hash of the last of them.
  ///
  /// @throws Problem naming what is wrong with the text
  public static Anchor parse(String text, String source) {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches()) {
      throw notRead("'" + Shown.of(text) + "' is not a number of entries, a colon and a hash.");
    }
    var entries = Long.parseLong(match.group(1));
    if (entries == 0) {
      throw notRead("An anchor of 0 entries says nothing about a log.");
    }
    return new Anchor(entries, match.group(2).toLowerCase(Locale.ROOT), source);
  }

  /// [#parse(String, String)] of an argument given by hand.
  public static Anchor parse(String text) {
    return parse(text, "the anchor given");
  }

  /// For a log of Plimsoll's own, whose heads have no prefix.
  ///
  /// @throws Problem where the hash is not a whole SHA-256
  public dev.plimsoll.core.audit.Known.Pin pin() {
    var bare = head.substring(Math.max(head.indexOf(':'), head.indexOf('x')) + 1);
    if (bare.length() != SHA_256) {
      throw notRead("The hash " + Shown.of(head) + " is not the " + SHA_256 + " digits of one.");
    }
    return new dev.plimsoll.core.audit.Known.Pin(entries, bare, source);
  }

  /// `N:HEX`.
  @Override
  public String toString() {
    return entries + ":" + head;
  }

  private static Problem notRead(String where) {
    return Problem.of(
        "Anchor not understood",
        where,
        "Write it as ENTRIES:HEX, for instance 120:9f86d081884c7d65..., as a record or a"
            + " verification printed it.");
  }
}
