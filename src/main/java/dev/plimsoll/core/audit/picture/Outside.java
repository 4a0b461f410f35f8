package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.audit.AnchorLadder;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.model.ChainPicture.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What does not stand in the chain itself, and is drawn on it.
///
/// @param anchors what somebody keeps of it
/// @param broken the first bad entry, as a verification said; null where it said none
public record Outside(List<Anchored> anchors, @Nullable Broken broken) {
  public static final Outside NOTHING = new Outside(List.of(), null);

  public Outside {
    anchors = List.copyOf(anchors);
  }

  /// What holds a log of our own.
  ///
  /// @param ladder what holds it from outside, or null where that was not looked for
  /// @param known checkpoints that were signed here, and the auditor's pins
  public static Outside of(@Nullable AnchorLadder ladder, Known known) {
    var anchors = new ArrayList<Anchored>();
    if (ladder != null) {
      for (var rung : ladder.rungs()) {
        var by = rung.by();
        if (by != null) {
          anchors.add(new Anchored(rung.to(), level(rung.level()), by));
        }
      }
    }
    known.checkpoints().stream()
        .mapToLong(Checkpoint::size)
        .filter(size -> size > 0)
        .max()
        .ifPresent(size -> anchors.add(new Anchored(size, Level.L0, "last checkpoint known here")));
    known.pins().forEach(pin -> anchors.add(new Anchored(pin.entries(), Level.KEPT, pin.source())));
    return new Outside(anchors, null);
  }

  /// What is known of somebody else's chain.
  public static Outside of(List<Anchor> anchors) {
    return new Outside(
        anchors.stream()
            .map(anchor -> new Anchored(anchor.entries(), Level.KEPT, anchor.source()))
            .toList(),
        null);
  }

  private static Level level(AnchorLadder.Level level) {
    return switch (level) {
      case L0 -> Level.L0;
      case L1 -> Level.L1;
      case L2 -> Level.L2;
    };
  }

  public Outside with(@Nullable Broken found) {
    return new Outside(anchors, found);
  }

  /// @param entries how many it covers, at least one
  /// @param source for a person: `tag v1.4.0`
  public record Anchored(long entries, Level level, String source) {}

  /// @param entry counts from 0
  public record Broken(long entry, String sentence) {
    /// Null where nothing is broken.
    public static @Nullable Broken of(ChainVerdict verdict) {
      return verdict instanceof ChainVerdict.Broken broken
          ? new Broken(broken.seq(), broken.sentence())
          : null;
    }

    /// Null where nothing is broken.
    public static @Nullable Broken of(ForeignVerdict verdict) {
      return verdict instanceof ForeignVerdict.Broken broken
          ? new Broken(broken.defect().entry(), broken.sentence())
          : null;
    }
  }
}
