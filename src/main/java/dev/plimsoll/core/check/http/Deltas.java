package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.chain.ChainLength;
import dev.plimsoll.core.check.http.delta.ChainSubject;
import dev.plimsoll.core.check.http.delta.FileSubject;
import dev.plimsoll.core.check.http.delta.Look;
import dev.plimsoll.core.check.http.delta.MetricSubject;
import dev.plimsoll.core.check.http.delta.Subject;
import dev.plimsoll.core.check.http.delta.Watched;
import dev.plimsoll.core.check.http.exchange.TimeLeft;
import dev.plimsoll.core.check.http.request.Delta;
import dev.plimsoll.core.check.http.request.Request;
import dev.plimsoll.core.check.metrics.Counter;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must have grown around the requests of a step, as far as its time lasts. Use it once:
/// [#before], then [#after].
final class Deltas {
  private final List<Watched> watched = new ArrayList<>();
  private final List<Look.Counted> starts = new ArrayList<>();
  private final TimeLeft time;

  Deltas(List<Delta> deltas, Round.Way way, StepContext context) {
    this.time = way.time();
    for (var delta : deltas) {
      watched.add(new Watched(delta, subject(delta, way, context)));
    }
  }

  private static Subject subject(Delta delta, Round.Way way, StepContext context) {
    return switch (delta) {
      case Delta.Chain chain -> new ChainSubject(new ChainLength(chain.name(), context));
      case Delta.File file -> {
        var path = context.variables().resolve(file.path());
        var place =
            RepositoryPaths.isAbsolute(path)
                ? Path.of(path)
                : new RepositoryPaths(context.subject().root()).inside(path);
        yield new FileSubject(place, path, file.lines());
      }
      case Delta.Metric metric -> {
        var resolving = new Resolving(context.variables(), context.subject().root());
        yield new MetricSubject(
            way.exchange(),
            way.time(),
            resolving.outgoing(Request.get(metric.url())),
            new Counter(context.variables().resolve(metric.selector())));
      }
    };
  }

  /// The conclusion where the state before already decides, else null.
  @Nullable Outcome before() throws InterruptedException {
    for (var each : watched) {
      switch (each.subject().look(null)) {
        case Look.Counted counted -> starts.add(counted);
        case Look.Broken(var sentence) -> {
          return new Outcome.Failed(
              "nothing was sent: what must grow was not whole before",
              List.of(
                  new Finding(Severity.ERROR, sentence, null, "Mend it, and run the step again.")));
        }
        case Look.Unread(var sentence) -> {
          return new Outcome.Unavailable(
              "nothing was sent: what must grow could not be read",
              List.of(
                  new Finding(
                      Severity.ERROR, sentence, null, "See where it lies, and who may read it.")));
        }
      }
    }
    return null;
  }

  List<Watched.Growth> after() throws InterruptedException {
    var growths = new ArrayList<Watched.Growth>();
    for (var i = 0; i < watched.size(); i++) {
      growths.add(watched.get(i).after(starts.get(i), time));
    }
    return growths;
  }
}
