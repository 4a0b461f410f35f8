package dev.plimsoll.cli.command;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.model.Decision;
import java.util.List;

/// The exit codes of every command (docs/exit-codes.md).
public final class ExitCode {
  /// Done; for a decision go, for a verification proven.
  public static final int OK = 0;

  /// Not done; for a decision no-go, for a verification failed.
  public static final int NO = 1;

  /// Could not tell, or nobody said yet.
  public static final int OPEN = 2;

  /// Proven, with warnings.
  public static final int WARNED = 3;

  /// The words were not understood (`EX_USAGE` of sysexits.h).
  public static final int USAGE = 64;

  /// A fault of the program itself (`EX_SOFTWARE`).
  public static final int FAULT = 70;

  /// Stopped by the person (128 + SIGINT, as shells have it).
  public static final int STOPPED = 130;

  private ExitCode() {}

  /// Go, no-go with something that failed, or no-go because something is still open.
  static int of(Decision decision) {
    if (decision.isGo()) {
      return OK;
    }
    return decision.blockers().stream().anyMatch(c -> c.weight() == Decision.Weight.FAILED)
        ? NO
        : OPEN;
  }

  static int of(ChainVerdict verdict) {
    return switch (verdict) {
      case ChainVerdict.Whole whole -> whole.hasWarnings() ? WARNED : OK;
      case ChainVerdict.Broken _ -> NO;
      case ChainVerdict.CouldNotTell _ -> OPEN;
    };
  }

  /// The worst of several verifications; none at all could not tell.
  static int worst(List<Integer> codes) {
    for (var code : List.of(NO, OPEN, WARNED)) {
      if (codes.contains(code)) {
        return code;
      }
    }
    return codes.isEmpty() ? OPEN : OK;
  }
}
