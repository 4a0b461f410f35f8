package dev.plimsoll.core.run;

/// What a person may do at a step now.
///
/// @param start run it (again)
/// @param answer answer its question, or sign
/// @param waive accept the last non-pass
/// @param whyNotWaive why that is closed, as a sentence; empty where it is open
public record Exits(
    boolean start,
    boolean answer,
    boolean waive,
    boolean defer,
    boolean notApplicable,
    boolean reopen,
    String whyNotWaive) {
  static final Exits NONE = new Exits(false, false, false, false, false, false, "");
}
