package dev.plimsoll.core.model;

/// What is about to be released.
///
/// @param product the product's name from the project file
/// @param version without the tag's prefix: `1.5.0`
/// @param tag the tag's name: `v1.5.0`
/// @param type distance from the last release
/// @param bound the state of the repository the evidence is about
public record Candidate(
    String product, String version, String tag, ReleaseType type, Binding bound) {
  /// The same release at another state of the repository.
  public Candidate at(Binding now) {
    return new Candidate(product, version, tag, type, now);
  }
}
