package dev.plimsoll.core.check.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What exit codes mean. A code that no set names is a failure.
///
/// @param pass codes that pass
/// @param warn codes that pass with a warning
/// @param inconclusive codes that say "could not tell"
/// @param counted whether every other code is the number of failures
public record ExitCodes(Set<Long> pass, Set<Long> warn, Set<Long> inconclusive, boolean counted) {
  /// 0 passes.
  public static final ExitCodes USUAL = new ExitCodes(Set.of(0L), Set.of(), Set.of(), false);

  /// 0 passes, anything else counts failures.
  public static final ExitCodes COUNT = new ExitCodes(Set.of(0L), Set.of(), Set.of(), true);

  /// 0 proven, 1 failed, 2 could not tell, 3 proven with warnings: as verifiers exit, this
  /// product's too.
  public static final ExitCodes VERDICT = new ExitCodes(Set.of(0L), Set.of(3L), Set.of(2L), false);

  public ExitCodes {
    pass = Set.copyOf(pass);
    warn = Set.copyOf(warn);
    inconclusive = Set.copyOf(inconclusive);
  }

  /// What a code means.
  public enum Meaning {
    PASS,
    WARN,
    INCONCLUSIVE,
    FAIL
  }

  Meaning meaning(long code) {
    if (pass.contains(code)) {
      return Meaning.PASS;
    }
    if (warn.contains(code)) {
      return Meaning.WARN;
    }
    return inconclusive.contains(code) ? Meaning.INCONCLUSIVE : Meaning.FAIL;
  }

  /// For a person: `exit code 0`, `exit code 0 (3 warns, 2 could not tell)`.
  String words() {
    var more = new ArrayList<String>();
    if (!warn.isEmpty()) {
      more.add(list(warn) + " warns");
    }
    if (!inconclusive.isEmpty()) {
      more.add(list(inconclusive) + " could not tell");
    }
    if (counted) {
      more.add("others count failures");
    }
    return "exit code " + list(pass) + (more.isEmpty() ? "" : " (" + String.join(", ", more) + ")");
  }

  private static String list(Set<Long> codes) {
    List<String> words = new TreeSet<>(codes).stream().map(String::valueOf).toList();
    return words.stream().collect(Collectors.joining(" or "));
  }
}
