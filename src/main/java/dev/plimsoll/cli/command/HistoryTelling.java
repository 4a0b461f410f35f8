package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.history.RecordRow;
import dev.plimsoll.core.history.ReleaseRow;
import dev.plimsoll.core.history.RunRow;
import dev.plimsoll.core.history.SearchHit;
import dev.plimsoll.core.history.StepRow;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of the history as objects for a program.
final class HistoryTelling {
  private HistoryTelling() {}

  static Json json(RunRow row) {
    return new Json()
        .with("project", row.project())
        .with("run", row.run())
        .with("product", row.release().product())
        .with("version", row.release().version())
        .with("type", row.release().type())
        .with("checklist", row.checklist().id())
        .with("title", row.checklist().title())
        .with("phase", row.course().phase().name())
        .with("decision", row.course().decision())
        .with("reason", row.course().reason())
        .with("openedOn", row.course().openedOn())
        .with("lastOn", row.course().lastOn())
        .with("operator", row.source().operator().id())
        .with("commit", row.source().commit())
        .with("rehearsal", row.source().rehearsal())
        .with("steps", row.steps())
        .with(
            "standings",
            row.counts().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
  }

  static Json json(StepRow row) {
    return new Json()
        .with("id", row.id())
        .with("title", row.title())
        .with("section", row.section())
        .with("standing", row.standing().name())
        .with("attempts", row.attempts())
        .with("expected", row.seen().expected())
        .with("observed", row.seen().observed())
        .with("exit", row.seen().exit())
        .with("by", row.walk().by())
        .with("actor", row.walk().actor())
        .with("startedOn", row.walk().startedOn())
        .with("finishedOn", row.walk().finishedOn())
        .with("waived", json(row.said().waived()))
        .with("deferred", json(row.said().deferred()))
        .with("reopened", row.said().reopened())
        .with("evidence", row.evidence());
  }

  private static @Nullable Json json(StepRow.@Nullable Excuse excuse) {
    return excuse == null
        ? null
        : new Json().with("reason", excuse.reason()).with("until", excuse.until());
  }

  static Json json(ReleaseRow row) {
    return new Json()
        .with("project", row.project())
        .with("product", row.product())
        .with("version", row.version())
        .with("type", row.type())
        .with("openedOn", row.course().openedOn())
        .with("lastOn", row.course().lastOn())
        .with("runs", row.course().runs())
        .with("tag", row.made().tag())
        .with("commit", row.made().commit())
        .with("artifacts", row.made().artifacts())
        .with("record", row.made().record())
        .with("outcome", row.made().outcome());
  }

  static Json json(RecordRow row) {
    return new Json()
        .with("project", row.project())
        .with("product", row.product())
        .with("version", row.version())
        .with("sha256", row.sha256())
        .with("outcome", row.outcome())
        .with("bundle", row.bundle())
        .with("signers", row.signers())
        .with("signedOn", row.signedOn())
        .with("seq", row.seq());
  }

  static Json json(SearchHit hit) {
    return new Json()
        .with("project", hit.project())
        .with("seq", hit.seq())
        .with("time", hit.time())
        .with("event", hit.event())
        .with("actor", hit.actor())
        .with("run", hit.place().run())
        .with("step", hit.place().step())
        .with("version", hit.place().version())
        .with("excerpt", hit.excerpt());
  }
}
