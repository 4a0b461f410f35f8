package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.model.ChainPicture.Stretch;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Things in order of a number, of which close ones become one as they get too many: the buckets
/// double their width until there are few enough. For one thread.
final class Buckets<T> {
  private final int most;
  private final BinaryOperator<T> merge;
  private TreeMap<Long, T> filled = new TreeMap<>();
  private int shift;

  /// @param most how many there are at the end at the most
  Buckets(int most, BinaryOperator<T> merge) {
    this.most = most;
    this.merge = merge;
  }

  void add(long key, T thing) {
    filled.merge(key >> shift, thing, merge);
    while (filled.size() > most) {
      halve();
    }
  }

  private void halve() {
    shift++;
    var wider = new TreeMap<Long, T>();
    filled.forEach((bucket, thing) -> wider.merge(bucket >> 1, thing, merge));
    filled = wider;
  }

  List<T> list() {
    return List.copyOf(filled.values());
  }

  /// Each with the bounds of its bucket, the last key excluded.
  <R> List<R> list(Function<Bounded<T>, R> made) {
    return filled.entrySet().stream()
        .map(each ->
            made.apply(
                new Bounded<>(
                    each.getKey() << shift, (each.getKey() + 1) << shift, each.getValue())))
        .toList();
  }

  record Bounded<T>(long from, long to, T thing) {}

  /// Buckets that count.
  static Buckets<Stretch> counting(int most) {
    return new Buckets<>(most, Stretch::with);
  }
}
