package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.audit.picture.ManyEntries;
import dev.plimsoll.core.audit.picture.Outside;
import dev.plimsoll.core.audit.picture.PictureReading;
import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Level;
import dev.plimsoll.desktop.kit.Times;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/// Chains to draw.
final class Chains {
  static final Times TIMES = new Times(InstantSource.fixed(ManyEntries.BEGAN), ZoneOffset.UTC);

  private Chains() {}

  /// Eighteen runs with tags and a witness; the last entries have no anchor.
  static ChainPicture team() {
    return PictureReading.own(new ManyEntries(1_837), anchors()).run();
  }

  /// The same, changed at entry 1,020.
  static ChainPicture broken() {
    var broken =
        new Outside.Broken(
            1_020, "Entry 1020 does not name the hash of entry 1019: one of the two was changed.");
    return PictureReading.own(new ManyEntries(1_837), anchors().with(broken)).run();
  }

  static ChainPicture million() {
    var outside =
        new Outside(
            List.of(
                new Outside.Anchored(700_000, Level.L1, "tag v1.6999.0"),
                new Outside.Anchored(999_900, Level.L0, "last checkpoint")),
            new Outside.Broken(654_321, "Entry 654321 was changed."));
    return PictureReading.own(new ManyEntries(1_000_000), outside).run();
  }

  private static Outside anchors() {
    return new Outside(
        List.of(
            new Outside.Anchored(599, Level.L2, "witness harbour"),
            new Outside.Anchored(499, Level.L1, "tag v1.4.0"),
            new Outside.Anchored(899, Level.L1, "tag v1.8.0"),
            new Outside.Anchored(1_399, Level.L1, "tag v1.13.0"),
            new Outside.Anchored(1_799, Level.L0, "last checkpoint")),
        null);
  }
}
