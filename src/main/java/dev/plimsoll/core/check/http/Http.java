package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.http.request.Capture;
import dev.plimsoll.core.check.http.request.Delta;
import dev.plimsoll.core.check.http.request.Entry;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Request;
import dev.plimsoll.core.check.http.request.Retry;
import dev.plimsoll.core.check.http.request.Wire;
import dev.plimsoll.core.model.Traffic;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The verb `http`.
///
/// @param request what is sent
/// @param wire how it travels
/// @param manner how often
/// @param judged what is made of the answers
/// @param around what happens before and after
public record Http(Request request, Wire wire, Manner manner, Judged judged, Around around)
    implements Verb {

  /// @param expect what must hold of every answer, or of all of them together, variables unresolved
  /// @param captures what is taken from the last answer
  public record Judged(List<Expectation> expect, List<Capture> captures) {
    public Judged {
      expect = List.copyOf(expect);
      captures = List.copyOf(captures);
    }
  }

  /// @param delay the wait before the first request
  /// @param deltas what must have changed elsewhere after the last answer
  /// @param retry when a request is sent again, or null for never
  /// @param repeatable whether the checklist says that a request which is not safe may be sent
  ///   again
  public record Around(
      Duration delay, List<Delta> deltas, @Nullable Retry retry, boolean repeatable) {
    public static final Around NOTHING = new Around(Duration.ZERO, List.of(), null, false);

    public Around {
      deltas = List.copyOf(deltas);
    }
  }

  @Override
  public String word() {
    return "http";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    if (manner instanceof Manner.RateLimit) {
      parts.add(manner.words());
    }
    judged.expect().forEach(expectation -> parts.add(expectation.toString()));
    around.deltas().forEach(delta -> parts.add(delta.words()));
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    return new Description(this).lines();
  }

  @Override
  public List<Traffic> traffic() {
    var traffic = new ArrayList<Traffic>();
    var tries = around.retry() == null ? 1 : around.retry().times();
    var hops = 1L + wire.route().redirects();
    var window =
        switch (manner) {
          case Manner.RateLimit limit -> limit.window();
          case Manner.Burst burst -> burst.usesUp();
          case Manner.Once _, Manner.Until _, Manner.Repeat _ -> null;
        };
    var isMany = manner instanceof Manner.RateLimit || manner instanceof Manner.Burst;
    traffic.add(new Traffic(request.url(), manner.requests() * tries * hops, isMany, window));
    for (var host : wire.route().hosts()) {
      var most = manner.requests() * tries * wire.route().redirects();
      traffic.add(new Traffic(address(host), most, isMany, null));
    }
    if (wire.route().proxy() != null) {
      traffic.add(
          new Traffic(wire.route().proxy(), manner.requests() * tries * hops, isMany, null));
    }
    for (var delta : around.deltas()) {
      if (delta instanceof Delta.Metric metric) {
        traffic.add(new Traffic(metric.url(), 2 + metric.within().toSeconds(), false, null));
      }
    }
    return traffic;
  }

  /// Of a host that redirections may lead to: the usual port of TLS where it names none.
  private static String address(String host) {
    return host.matches(".*:\\d{1,5}") ? host : "https://" + host;
  }

  @Override
  public Set<String> captures() {
    return judged.captures().stream().map(Capture::name).collect(Collectors.toSet());
  }

  @Override
  public boolean mayBeRepeated() {
    return request.isSafe() || around.repeatable();
  }

  @Override
  public boolean runsAlone() {
    var one = manner instanceof Manner.Once || manner instanceof Manner.Until;
    return !request.isSafe() || !around.deltas().isEmpty() || !one;
  }

  /// `Name: value` as it is written.
  static String field(Entry entry) {
    return entry.name() + ": " + entry.value();
  }
}
