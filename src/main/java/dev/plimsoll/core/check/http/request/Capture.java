package dev.plimsoll.core.check.http.request;

import dev.plimsoll.core.check.expect.Expectation;
import java.util.function.UnaryOperator;

/// A value that is taken from an answer for later steps.
///
/// @param what where it stands: a query and its filters, held as an assertion that it is there
/// @param secret whether it is kept in memory alone and masked wherever it shows up
public record Capture(String name, Expectation what, boolean secret) {
  public Capture resolved(UnaryOperator<String> resolve) {
    return new Capture(
        name, what.resolved(resolve, text -> Expectation.quoted(resolve.apply(text))), secret);
  }
}
