package dev.plimsoll.core;

import java.util.List;
import java.util.Optional;

/// What a person is asked before anything of a project runs.
///
/// @param digest of everything under `.plimsoll/`; trusting it says yes to exactly these bytes
/// @param trusted whether that has been answered with yes on this machine
/// @param trustedBefore the digest that was trusted last, when another one was
/// @param willRun what the checklists will run, ask or change, one line each: `pre-release / unit:
///   runs pytest -v`
public record TrustQuestion(
    String digest, boolean trusted, Optional<String> trustedBefore, List<String> willRun) {
  public TrustQuestion {
    willRun = List.copyOf(willRun);
  }
}
