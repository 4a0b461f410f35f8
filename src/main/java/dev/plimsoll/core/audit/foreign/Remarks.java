package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects remarks. Of a kind only the first are kept, and how many there were is said.
final class Remarks {
  private static final int KEPT = 3;

  private final List<Remark> kept = new ArrayList<>();
  private final Map<VerdictCode, Integer> counts = new EnumMap<>(VerdictCode.class);
  private final Map<VerdictCode, Long> more = new EnumMap<>(VerdictCode.class);
  private final Map<VerdictCode, Remark> last = new EnumMap<>(VerdictCode.class);

  void add(VerdictCode code, long entry, Line line, String sentence) {
    add(new Remark(code, entry, line.number(), line.offset(), sentence));
  }

  void add(Remark remark) {
    if (counts.merge(remark.code(), 1, (a, b) -> Math.min(KEPT + 1, a + b)) <= KEPT) {
      kept.add(remark);
    } else {
      more.merge(remark.code(), 1L, Long::sum);
      last.put(remark.code(), remark);
    }
  }

  /// In the order of the file; what was not kept is counted behind its kind.
  List<Remark> list() {
    var all = new ArrayList<>(kept);
    last.forEach((code, remark) ->
        all.add(
            new Remark(
                code,
                remark.entry(),
                remark.line(),
                remark.offset(),
                more.getOrDefault(code, 0L) + " more like this; the last: " + remark.sentence())));
    all.sort(Comparator.comparingLong(Remark::entry));
    return all;
  }
}
