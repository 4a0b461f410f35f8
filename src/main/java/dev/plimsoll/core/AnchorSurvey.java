package dev.plimsoll.core;

import dev.plimsoll.core.audit.AnchorLadder;
import dev.plimsoll.core.audit.AnchorLadder.Held;
import dev.plimsoll.core.audit.AnchorLadder.Level;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict.Remark;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.KeyPeriods;
import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.proof.Cosignature;
import dev.plimsoll.core.audit.proof.RootPass;
import dev.plimsoll.core.audit.proof.Vkey;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.trust.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds what holds a log from outside and holds the log against it: tags, cosigned checkpoints,
/// release records.
final class AnchorSurvey {
  private final LogStore log;
  private final LogEntries entries;
  private final List<Vkey> witnesses;

  /// @param source for a sentence
  private record Found(Checkpoint checkpoint, Level level, String source) {}

  /// @param witnesses those whose lines count
  AnchorSurvey(LogStore log, List<Vkey> witnesses) {
    this.log = log;
    this.entries = new LogEntries(log);
    this.witnesses = witnesses;
  }

  LogAnchors against(List<TagAnchors.Tagged> tags) {
    var found = new ArrayList<>(published());
    tags.forEach(tag ->
        found.add(new Found(tag.checkpoint(), tag.signed() ? Level.L1 : Level.L0, tag.source())));
    var sizes = found.stream().map(each -> each.checkpoint().size()).collect(Collectors.toSet());
    var roots = RootPass.at(ChainLines.of(log), sizes);
    var keys = entries.keys();
    var held = new ArrayList<Held>();
    var disagreeing = new ArrayList<Remark>();
    for (var each : found) {
      judge(each, keys, roots, held, disagreeing);
    }
    return new LogAnchors(AnchorLadder.of(log.head().size(), held), disagreeing);
  }

  private List<Found> published() {
    var found = new ArrayList<Found>();
    entries
        .checkpoints()
        .forEach(each -> {
          for (var witness : witnesses) {
            Cosignature.verify(each.checkpoint(), witness)
                .ifPresent(_ ->
                    found.add(new Found(each.checkpoint(), Level.L2, "witness " + witness.name())));
          }
          if (each.to().startsWith("release record of ")) {
            found.add(new Found(each.checkpoint(), Level.L0, Printable.of(each.to())));
          }
        });
    return found;
  }

  private void judge(
      Found each,
      KeyPeriods keys,
      Map<Long, String> roots,
      List<Held> held,
      List<Remark> disagreeing) {
    var checkpoint = each.checkpoint();
    var size = checkpoint.size();
    var root = roots.get(size);
    if (!keys.signed(checkpoint)) {
      disagreeing.add(
          new Remark(
              VerdictCode.CP_BAD_SIGNATURE,
              size,
              "The checkpoint of "
                  + each.source()
                  + " is not signed by the key that this log had then."));
    } else if (root == null) {
      var missing = size - log.head().size();
      disagreeing.add(
          new Remark(
              VerdictCode.CP_TRUNCATED,
              log.head().size(),
              "It has "
                  + Plural.of(log.head().size(), "entry", "entries")
                  + ", but the checkpoint of "
                  + each.source()
                  + " covers "
                  + size
                  + ": "
                  + Plural.of(missing, "entry is", "entries are")
                  + " missing."));
    } else if (!root.equals(checkpoint.rootHash())) {
      disagreeing.add(
          new Remark(
              VerdictCode.CP_REWRITTEN,
              size - 1,
              "The checkpoint of "
                  + each.source()
                  + " covers other entries than stand here: the log was written anew before entry "
                  + size
                  + ", or there are two of it."));
    } else {
      held.add(new Held(size, each.level(), each.source()));
    }
  }
}
