package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The log in a bundle beside what an auditor saw of it before: a [Pins.Pin] in a folder of the
/// auditor's own. Stateless and thread-safe.
public final class SeenBefore {
  private final Pins pins;

  /// What the log here is to the one that was seen.
  ///
  /// @param how they stand to each other
  /// @param pin what was seen, or null where nothing was
  /// @param sentence for a person
  public record Relation(How how, Pins.@Nullable Pin pin, String sentence) {}

  /// How two looks at a log stand to each other.
  public enum How {
    /// It was never remembered.
    NEW,
    SAME,
    /// Everything that was seen still stands, and more came after it.
    GREW,
    /// It ends before what was seen.
    SHORTER,
    /// Another entry stands where the last one was seen.
    FORKED,
    /// It cannot be compared.
    UNKNOWN
  }

  public SeenBefore(Pins pins) {
    this.pins = pins;
  }

  /// What was seen of the log in this bundle, for a verification; nothing where it has no log.
  ///
  /// @throws Problem where there is a pin that cannot be read
  public List<Known.Pin> pins(Bundle bundle) throws IOException {
    return pin(bundle).map(pin -> pin.known()).stream().toList();
  }

  private Optional<Pins.Pin> pin(Bundle bundle) throws IOException {
    return bundle.has(BundleNames.AUDIT) ? pins.of(lines(bundle)) : Optional.empty();
  }

  /// Compares, without remembering.
  ///
  /// @throws Problem where there is a pin that cannot be read
  public Relation look(Bundle bundle) throws IOException {
    if (!bundle.has(BundleNames.AUDIT)) {
      return new Relation(How.UNKNOWN, null, "This record came without its log.");
    }
    var pin = pin(bundle).orElse(null);
    if (pin == null) {
      return new Relation(How.NEW, null, "This log was not remembered before.");
    }
    var known = new Known(List.of(), List.of(pin.known()), null);
    return switch (new ChainVerification(lines(bundle), known).run()) {
      case ChainVerdict.Whole whole -> grew(pin, whole.entries() - pin.entries());
      case ChainVerdict.Broken broken when broken.code() == VerdictCode.PIN_ROLLBACK ->
          shorter(pin, broken.seq());
      case ChainVerdict.Broken broken when broken.code() == VerdictCode.PIN_FORK ->
          new Relation(
              How.FORKED,
              pin,
              "Forked: entry "
                  + (pin.entries() - 1)
                  + " is not the one that you remembered. This is another log under the same name,"
                  + " or it was written anew.");
      case ChainVerdict.Broken broken ->
          new Relation(How.UNKNOWN, pin, "The log is broken: " + broken.sentence());
      case ChainVerdict.CouldNotTell open -> new Relation(How.UNKNOWN, pin, open.sentence());
    };
  }

  private static Relation grew(Pins.Pin pin, long more) {
    return more == 0
        ? new Relation(
            How.SAME,
            pin,
            "It is as you remembered it: " + Plural.of(pin.entries(), "entry", "entries") + ".")
        : new Relation(
            How.GREW,
            pin,
            "Everything that you remembered ("
                + Plural.of(pin.entries(), "entry", "entries")
                + ") still stands; it extends that by "
                + Plural.of(more, "entry", "entries")
                + ".");
  }

  private static Relation shorter(Pins.Pin pin, long entries) {
    return new Relation(
        How.SHORTER,
        pin,
        "It ends "
            + Plural.of(pin.entries() - entries, "entry", "entries")
            + " before what you remembered ("
            + pin.entries()
            + "): the bundle is older than your last look, or the log was rolled back.");
  }

  /// Remembers the log in this bundle as the last one seen. Writes nothing but the pin. A pin of
  /// more entries stays.
  ///
  /// @throws Problem where the log is not whole, is not the one that was seen, or the pin cannot be
  ///   written
  public Pins.Pin remember(Bundle bundle) throws IOException {
    var relation = look(bundle);
    if (relation.how() != How.NEW && relation.how() != How.GREW && relation.how() != How.SAME) {
      throw notRemembered(relation.sentence());
    }
    return switch (new ChainVerification(lines(bundle), Known.NOTHING).run()) {
      case ChainVerdict.Whole whole -> pins.set(lines(bundle), whole);
      case ChainVerdict.Broken broken -> throw notRemembered(broken.sentence());
      case ChainVerdict.CouldNotTell open -> throw notRemembered(open.sentence());
    };
  }

  private static Problem notRemembered(String sentence) {
    return Problem.of(
        "Log not remembered",
        sentence,
        "Only a whole log that goes on from what you saw is remembered; ask whoever gave you the"
            + " bundle.");
  }

  private static ChainLines lines(Bundle bundle) throws IOException {
    return new WatchedLines(bundle.open(BundleNames.AUDIT), _ -> {});
  }
}
