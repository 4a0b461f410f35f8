package dev.plimsoll.core.check.jsonpath;

import java.util.List;

/// One step of a query.
///
/// @param descends whether it is taken from every descendant, too: `..`
record Segment(boolean descends, List<Selector> selectors) {
  Segment {
    selectors = List.copyOf(selectors);
  }

  /// Whether it gives at most one node for each it is taken from.
  boolean isSingular() {
    return !descends
        && selectors.size() == 1
        && (selectors.getFirst() instanceof Selector.Name
            || selectors.getFirst() instanceof Selector.Index);
  }
}
