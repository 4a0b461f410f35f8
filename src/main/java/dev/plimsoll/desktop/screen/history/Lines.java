package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.History;
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
final class Lines {
  private Lines() {}

  static HistoryLine of(ReleaseRow row) {
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
    var root = root(row.project());
    return new HistoryLine(
        row.n(),
        row.course().lastOn(),
        row.product() + " " + row.version(),
        what,
        "",
        word,
        new HistoryLine.Leads(root == null ? null : new Place.Release(root, row.version()), null));
  }

  static HistoryLine of(RunRow row) {
    return new HistoryLine(
        row.n(),
        row.course().lastOn(),
        row.release().product() + " " + row.release().version(),
        row.checklist().title() + " · " + counts(row),
        row.source().operator().id(),
        word(row),
        new HistoryLine.Leads(null, row));
  }

  static HistoryLine of(RecordRow row) {
    return new HistoryLine(
        row.n(),
        row.signedOn(),
        row.product() + " " + row.version(),
        "sha256 " + Texts.shortDigest(row.sha256()),
        String.join(", ", row.signers()),
        new HistoryLine.Word(row.outcome().replace('_', ' '), outcome(row.outcome())),
        new HistoryLine.Leads(
            row.bundle() == null
                ? null
                : new Place.KeptRecord(row.product(), row.version(), row.bundle()),
            null));
  }

  static HistoryLine of(SearchHit hit, History history) {
    var run =
        hit.place().run() == null
            ? null
            : history.run(hit.project(), hit.place().run()).orElse(null);
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
        new HistoryLine.Word(hit.event(), Tone.NEUTRAL),
        new HistoryLine.Leads(null, run));
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
  /// more.
  private static @Nullable Path root(String project) {
    var shared = Path.of(project);
    var root = shared.getParent();
    return shared.endsWith(".git") && root != null && Files.isDirectory(root) ? root : null;
  }
}
