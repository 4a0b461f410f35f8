package dev.plimsoll.core.audit;

import java.util.ArrayList;
import java.util.List;

/// Collects remarks; of a great many only the first are kept, and how many there were is said.
final class ChainRemarks {
  private static final int KEPT = 100;

  private final List<ChainVerdict.Remark> kept = new ArrayList<>();
  private long dropped;
  private ChainVerdict.Remark lastDropped =
      new ChainVerdict.Remark(VerdictCode.CLOCK_STEPPED, 0, "");

  void add(VerdictCode code, long seq, String sentence) {
    var remark = new ChainVerdict.Remark(code, seq, sentence);
    if (kept.size() < KEPT) {
      kept.add(remark);
    } else {
      dropped++;
      lastDropped = remark;
    }
  }

  List<ChainVerdict.Remark> list() {
    var all = new ArrayList<>(kept);
    if (dropped > 0) {
      all.add(
          new ChainVerdict.Remark(
              lastDropped.code(),
              lastDropped.seq(),
              dropped + " more; the last: " + lastDropped.sentence()));
    }
    return all;
  }
}
