package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.Traffic;
import dev.plimsoll.core.model.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a checklist will send to which service, and which steps will wait for a service's quota, as
/// it follows from the file and the parameters alone. Immutable.
///
/// @param targets by service, in the order in which they are first met
/// @param waits in the order in which the steps are taken
/// @param unknown addresses whose service cannot be told yet, because a variable has no value
public record TrafficPlan(List<Target> targets, List<Wait> waits, List<String> unknown) {
  public TrafficPlan {
    targets = List.copyOf(targets);
    waits = List.copyOf(waits);
    unknown = List.copyOf(unknown);
  }

  /// What one step sends to one service.
  ///
  /// @param requests the most that will be sent, retries included
  /// @param manyAtOnce a burst, or a probe of a limit
  /// @param window how long the quota is used up after it, or null where it is not
  public record Part(
      String step, String title, long requests, boolean manyAtOnce, @Nullable Duration window) {}

  /// @param parts in the order in which they are taken
  public record Target(Host host, List<Part> parts) {
    public Target {
      parts = List.copyOf(parts);
    }

    public long requests() {
      return parts.stream().mapToLong(Part::requests).sum();
    }

    /// The bursts and probes, which a person confirms where the service is not on this machine.
    public List<Part> bursts() {
      return parts.stream().filter(Part::manyAtOnce).toList();
    }

    public boolean needsConfirmation() {
      return !host.isThisMachine() && !bursts().isEmpty();
    }
  }

  /// A step that will wait for a quota.
  ///
  /// @param step the one that waits
  /// @param after the step before it that sends to the same service
  /// @param atMost counted from the end of `after`
  /// @param fresh true where the step itself needs a quota that nobody has touched, false where
  ///   `after` uses it up
  public record Wait(Part step, Part after, Host host, Duration atMost, boolean fresh) {}

  /// @param variables the run's parameters; secrets need not be there
  public static TrafficPlan of(Checklist checklist, Variables variables) {
    return of(checklist, variables, checklist.steps().map(Step::id).collect(Collectors.toSet()));
  }

  /// @param known the parameters of a run that would be continued, none where there is none
  /// @param given parameters that a person says now
  /// @throws dev.plimsoll.core.model.Problem where the checklist has no such parameter, or a value
  ///   cannot be one
  public static TrafficPlan of(
      Checklist checklist, Map<String, String> known, Map<String, String> given) {
    RunVariables.mustFit(checklist, given);
    var values = new LinkedHashMap<String, String>();
    for (var parameter : checklist.parameters()) {
      if (parameter.byDefault() != null) {
        values.put(parameter.name(), parameter.byDefault());
      }
    }
    values.putAll(known);
    values.putAll(given);
    return of(checklist, new Variables(values));
  }

  /// @param steps the ids of those that will be started; the others send nothing
  static TrafficPlan of(Checklist checklist, Variables variables, Set<String> steps) {
    var automatic =
        checklist.steps().filter(Step::isAutomatic).map(Step::id).filter(steps::contains).toList();
    var first =
        Order.batches(checklist, Set.copyOf(automatic), variables).stream()
            .flatMap(List::stream)
            .toList();
    var rest = checklist.steps().filter(step -> !step.isAutomatic() && steps.contains(step.id()));
    return planned(Stream.concat(first.stream(), rest).toList(), variables);
  }

  private static TrafficPlan planned(List<Step> steps, Variables variables) {
    var targets = new ArrayList<Target>();
    var waits = new ArrayList<Wait>();
    var unknown = new ArrayList<String>();
    for (var step : steps) {
      for (var sent : sent(step, variables, unknown)) {
        var before =
            targets.stream().filter(target -> target.host().isSameAs(sent.host())).findFirst();
        before.ifPresent(target -> wait(target, sent).ifPresent(waits::add));
        before.ifPresentOrElse(
            target -> targets.set(targets.indexOf(target), with(target, sent.part())),
            () -> targets.add(new Target(sent.host(), List.of(sent.part()))));
      }
    }
    return new TrafficPlan(targets, waits, unknown.stream().distinct().toList());
  }

  private static Target with(Target target, Part part) {
    return new Target(
        target.host(), Stream.concat(target.parts().stream(), Stream.of(part)).toList());
  }

  /// For how long the part waits after those before it: the longest of the windows concerned.
  private static java.util.Optional<Wait> wait(Target before, Sent sent) {
    Wait longest = null;
    for (var part : before.parts().reversed()) {
      if (part.step().equals(sent.part().step())) {
        continue;
      }
      var used = part.window();
      var own = sent.part().window();
      var fresh = used == null || (own != null && own.compareTo(used) > 0);
      var atMost = fresh ? own : used;
      if (atMost != null && (longest == null || atMost.compareTo(longest.atMost()) > 0)) {
        longest = new Wait(sent.part(), part, sent.host(), atMost, fresh);
      }
    }
    return java.util.Optional.ofNullable(longest);
  }

  /// What a step sends to one service.
  record Sent(Host host, Part part) {}

  /// @param unknown takes the addresses whose service cannot be told
  static List<Sent> sent(Step step, Variables variables, List<String> unknown) {
    var tries = 1L + step.rules().pace().retries();
    var sent = new ArrayList<Sent>();
    for (var traffic : traffic(step)) {
      var host = Host.of(resolved(traffic.target(), variables));
      if (host.isEmpty()) {
        unknown.add(traffic.target());
        continue;
      }
      var part =
          new Part(
              step.id(),
              step.title(),
              Math.multiplyExact(Math.min(traffic.requests(), Integer.MAX_VALUE), tries),
              traffic.manyAtOnce(),
              traffic.window());
      var same =
          sent.stream().filter(other -> other.host().isSameAs(host.get())).findFirst().orElse(null);
      if (same == null) {
        sent.add(new Sent(host.get(), part));
      } else {
        sent.set(sent.indexOf(same), new Sent(same.host(), sum(same.part(), part)));
      }
    }
    return sent;
  }

  private static Part sum(Part one, Part other) {
    var windows = Stream.of(one, other).map(Part::window).flatMap(Stream::ofNullable);
    return new Part(
        one.step(),
        one.title(),
        one.requests() + other.requests(),
        one.manyAtOnce() || other.manyAtOnce(),
        windows.max(Duration::compareTo).orElse(null));
  }

  /// The addresses to which a step sends a burst or a probe and whose service cannot be told.
  static List<String> hiddenBursts(Step step, Variables variables) {
    return traffic(step).stream()
        .filter(Traffic::manyAtOnce)
        .map(Traffic::target)
        .filter(target -> Host.of(resolved(target, variables)).isEmpty())
        .toList();
  }

  /// Of everything that a step may carry out.
  static List<Traffic> traffic(Step step) {
    var verbs = new ArrayList<Verb>(step.reports());
    verbs.addFirst(step.verb());
    Stream.of(step.fallback(), step.probe()).flatMap(Stream::ofNullable).forEach(verbs::add);
    return verbs.stream().flatMap(verb -> verb.traffic().stream()).toList();
  }

  /// As far as values are known; an unknown name in the path tells nothing about the service.
  private static String resolved(String target, Variables variables) {
    var text = target;
    for (Map.Entry<String, String> value : variables.values().entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  /// The most requests that will be sent, to all services together.
  public long requests() {
    return targets.stream().mapToLong(Target::requests).sum();
  }

  public boolean isEmpty() {
    return targets.isEmpty() && unknown.isEmpty();
  }

  /// The services for which a person is asked before anything of that kind is sent.
  public List<Target> toConfirm() {
    return targets.stream().filter(Target::needsConfirmation).toList();
  }
}
