package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.VerdictCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What should stand beside what stands there.
final class Beside {
  /// Longest text shown, in characters.
  static final int LONGEST = 4096;

  private static final Pattern BEGIN =
      Pattern.compile("^\\{\"_prev\":\"[0-9a-f]{64}\",\"_seq\":[0-9]{1,18},");

  private Beside() {}

  static FirstBad place(
      ChainVerdict.Broken broken, long line, long offset, String found, @Nullable String before) {
    var bounded = found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "...";
    return new FirstBad(
        broken.code().name(),
        broken.seq(),
        line,
        offset,
        bounded,
        expected(broken, bounded, before));
  }

  /// Known only where the link or the number is what is wrong.
  private static String expected(
      ChainVerdict.Broken broken, String found, @Nullable String before) {
    var begin = BEGIN.matcher(found);
    var linked = broken.code() == VerdictCode.CHAIN_PREV || broken.code() == VerdictCode.CHAIN_SEQ;
    if (!linked || !begin.find()) {
      return "";
    }
    var hash = before == null ? LogStore.Head.EMPTY.hash() : before;
    var should =
        "{\"_prev\":\"" + hash + "\",\"_seq\":" + broken.seq() + "," + found.substring(begin.end());
    return should.equals(found) ? "" : should;
  }
}
