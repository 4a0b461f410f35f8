package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.history.RecordRow;
import dev.plimsoll.core.history.ReleaseRow;
import dev.plimsoll.core.history.RunRow;
import dev.plimsoll.core.history.SearchHit;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns rows of the history into lines for a person.
///
/// @param history where records are looked up
record Lines(History history, Leading leading) {
  HistoryLine of(ReleaseRow row) {
    var outcome = row.made().outcome();
    var word =
        outcome == null
            ? new HistoryLine.Word("OPEN", Tone.CAUTION)
            : new HistoryLine.Word(outcome.replace('_', ' '), outcome(outcome));
    var what =
        Stream.of(
                Texts.count(row.course().runs(), "run"),
                row.made().tag() == null ? "no tag" : "tag " + row.made().tag(),
                row.type() == null ? "" : row.type())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    return new HistoryLine(
        row.n(),
        row.course().lastOn(),
        row.product() + " " + row.version(),
        what,
        "",
        word,
        new HistoryLine.Leads(release(row), null));
  }

  private @Nullable Place release(ReleaseRow row) {
    var root = root(row.project());
    if (root != null) {
      return new Place.Release(root, row.version());
    }
    var record = row.made().record();
    return record == null
        ? null
        : history.records(record).stream().findFirst().map(Lines::kept).orElse(null);
  }

  HistoryLine of(RunRow row) {
    return new HistoryLine(
        row.n(),
        row.course().lastOn(),
        row.release().product() + " " + row.release().version(),
        row.checklist().title() + " · " + counts(row),
        row.source().operator().id(),
        word(row),
        new HistoryLine.Leads(run(row), row));
  }

  /// A run that goes on leads to its checklist, one that is over to its release.
  private @Nullable Place run(RunRow row) {
    var root = root(row.project());
    if (root == null) {
      return null;
    }
    var version = row.release().version();
    return switch (row.course().phase()) {
      case OPEN, PAUSED -> new Place.ChecklistRun(root, version, row.checklist().id());
      case SEALED, ABORTED -> new Place.Release(root, version);
    };
  }

  private static @Nullable Place kept(RecordRow row) {
    return row.bundle() == null
        ? null
        : new Place.KeptRecord(row.product(), row.version(), row.bundle());
  }

  HistoryLine of(RecordRow row) {
    return new HistoryLine(
        row.n(),
        row.signedOn(),
        row.product() + " " + row.version(),
        "sha256 " + Texts.shortDigest(row.sha256()),
        String.join(", ", row.signers()),
        new HistoryLine.Word(row.outcome().replace('_', ' '), outcome(row.outcome())),
        new HistoryLine.Leads(kept(row), null));
  }

  /// @param run the run that the entry belongs to, or null
  /// @param shelf what the line leads to: the release, the run or the record it is about
  HistoryLine of(SearchHit hit, @Nullable RunRow run, Shelf shelf) {
    var release =
        run == null
            ? String.valueOf(hit.place().version() == null ? "" : hit.place().version())
            : run.release().product() + " " + run.release().version();
    return new HistoryLine(
        hit.n(),
        hit.time(),
        release,
        (hit.place().step() == null ? "" : hit.place().step() + " · ") + hit.excerpt(),
        hit.actor(),
        new HistoryLine.Word(hit.event().replace('.', ' '), Tone.NEUTRAL),
        new HistoryLine.Leads(place(hit, run, shelf), run));
  }

  private @Nullable Place place(SearchHit hit, @Nullable RunRow run, Shelf shelf) {
    if (shelf == Shelf.RUNS) {
      return run == null ? null : run(run);
    }
    var version = run == null ? hit.place().version() : run.release().version();
    if (version == null) {
      return null;
    }
    var about = HistoryFilter.ofProject(hit.project()).withVersion(version);
    return shelf == Shelf.RELEASES
        ? history.releases(about, Page.first(1)).stream()
            .findFirst()
            .map(this::release)
            .orElse(null)
        : history.records(about, Page.first(1)).stream().findFirst().map(Lines::kept).orElse(null);
  }

  private static HistoryLine.Word word(RunRow row) {
    return switch (row.course().phase()) {
      case OPEN -> new HistoryLine.Word("OPEN", Tone.CAUTION);
      case PAUSED ->
          "GO".equals(row.course().decision())
              ? new HistoryLine.Word("GO", Tone.GOOD)
              : new HistoryLine.Word("PAUSED", Tone.CAUTION);
      case SEALED -> new HistoryLine.Word("SEALED", Tone.GOOD);
      case ABORTED -> new HistoryLine.Word("GIVEN UP", Tone.NEUTRAL);
    };
  }

  private static String counts(RunRow row) {
    var words =
        Stream.of(Standing.values())
            .filter(standing -> row.count(standing) > 0)
            .map(standing ->
                row.count(standing) + " " + standing.words().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Texts.count(row.steps(), "step") : words;
  }

  private static Tone outcome(String outcome) {
    return switch (outcome) {
      case "READY", "RELEASED" -> Tone.GOOD;
      case "RELEASED_WITH_EXCEPTIONS" -> Tone.EXCEPTION;
      case "ROLLED_BACK", "ABORTED" -> Tone.BAD;
      default -> Tone.NEUTRAL;
    };
  }

  /// The work tree that a project's key belongs to, or null where it is not on this machine any
  /// more, or nothing may be written.
  private @Nullable Path root(String project) {
    if (leading == Leading.TO_RECORDS) {
      return null;
    }
    var shared = Path.of(project);
    var root = shared.getParent();
    return shared.endsWith(".git") && root != null && Files.isDirectory(root) ? root : null;
  }
}
