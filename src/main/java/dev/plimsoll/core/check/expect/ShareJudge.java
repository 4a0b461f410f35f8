package dev.plimsoll.core.check.expect;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Holds a percentage against another by multiplying out, so that 79.99 % never rounds up to 80 %.
final class ShareJudge {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ShareJudge() {}

  static Verdict judge(Expectation expectation, Fact.Share seen) {
    var limit = percent(expectation.value());
    if (limit == null) {
      return ExpectationJudge.unclear(
          expectation, "'" + expectation.value() + "' is no percentage");
    }
    if (seen.whole() <= 0) {
      return ExpectationJudge.unclear(expectation, "it is a share of nothing");
    }
    var order =
        BigDecimal.valueOf(seen.part())
            .multiply(HUNDRED)
            .compareTo(limit.multiply(BigDecimal.valueOf(seen.whole())));
    return ExpectationJudge.verdict(
        expectation, expectation.predicate().satisfiedBy(order), seen.words());
  }

  /// `80`, `79.5` or `80%`, or null.
  static @Nullable BigDecimal percent(String text) {
    var plain = text.strip();
    return plain.matches("[0-9]{1,9}(\\.[0-9]{1,9})? ?%?")
        ? new BigDecimal(plain.replace("%", "").strip())
        : null;
  }
}
