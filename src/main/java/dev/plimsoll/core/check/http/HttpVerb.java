package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Problem;
import org.jspecify.annotations.Nullable;

/// Asks a running service and judges what it answers: once, until it is so, many times, or up to
/// its limit.
public final class HttpVerb implements VerbDefinition<Http> {
  @Override
  public String word() {
    return "http";
  }

  @Override
  public Class<Http> type() {
    return Http.class;
  }

  @Override
  public @Nullable Http read(Node value, @Nullable Node expect, Findings findings) {
    return new HttpReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(Http verb, StepContext context) throws InterruptedException {
    throw Problem.of(
        "Nothing was asked",
        "This version does not send requests yet.",
        "Ask the service by hand: " + verb.request().words());
  }
}
