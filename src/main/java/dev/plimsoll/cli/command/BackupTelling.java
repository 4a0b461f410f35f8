package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.RestorePoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How what was done with a backup is told: one line each, findings below it.
final class BackupTelling {
  private BackupTelling() {}

  /// @param acted empty where the person stopped it
  static int exit(Optional<Acted> acted) {
    return acted.map(each -> exit(each.act().ending())).orElse(ExitCode.STOPPED);
  }

  static int exit(BackupAct.@Nullable Ending ending) {
    return switch (ending) {
      case DONE -> ExitCode.OK;
      case FAILED -> ExitCode.NO;
      case OPEN -> ExitCode.OPEN;
      case null -> ExitCode.OPEN;
    };
  }

  /// The worst of several acts; a stop before all others.
  static int worst(List<Optional<Acted>> acted) {
    return acted.stream().anyMatch(Optional::isEmpty)
        ? ExitCode.STOPPED
        : ExitCode.worst(acted.stream().map(BackupTelling::exit).toList());
  }

  static void print(Acted acted, Printer out) {
    var sentence = named(acted);
    out.line(mark(acted), acted.act().set() + ": " + sentence);
    var said = new ArrayList<>(List.of(sentence));
    for (var held : acted.held()) {
      if (acted.held().size() == 1 && acted.sentence().contains(held.seen())) {
        continue; // the sentence says it already
      }
      var line = held.what() + ": " + held.seen();
      out.under(held.ending() == BackupAct.Ending.DONE ? Tone.FAINT : Tone.BAD, line);
      said.add(line);
    }
    var next = new LinkedHashSet<String>();
    for (var finding : acted.findings()) {
      var words = words(finding);
      if (said.stream().noneMatch(line -> line.contains(words) || words.contains(line))) {
        out.under(Tone.PLAIN, words);
      }
      if (finding.next() != null) {
        next.add(finding.next());
      }
    }
    next.forEach(line -> out.under(Tone.FAINT, line));
  }

  /// Which backup it was is said first, where the sentence does not name it: one of several may be
  /// meant.
  private static String named(Acted acted) {
    var id = acted.act().id();
    var isNamed = id == null || acted.sentence().contains(id);
    return isNamed ? acted.sentence() : id + ": " + acted.sentence();
  }

  private static String words(Finding finding) {
    var at = finding.at();
    return at == null || finding.message().contains(at.file())
        ? finding.message()
        : at.file() + ": " + finding.message();
  }

  private static Mark mark(Acted acted) {
    return switch (acted.act().ending()) {
      case DONE -> new Mark(Tone.GOOD, '✓', '+', word(acted.act()));
      case FAILED -> new Mark(Tone.BAD, '✗', 'x', "FAILED");
      case OPEN -> new Mark(Tone.CAUTION, '?', '?', "COULD NOT TELL");
      case null -> new Mark(Tone.CAUTION, '?', '?', "BEGUN");
    };
  }

  private static String word(BackupAct act) {
    return switch (act.what()) {
      case TAKE -> act.id() == null ? "UNCHANGED" : "VERIFIED";
      case PRUNE -> "REMOVED";
      case VERIFY -> "VERIFIED";
      case DRILL -> "PROVEN";
      case RESTORE -> "RESTORED";
      case UNDO -> "UNDONE";
    };
  }

  static Json json(Acted acted) {
    var act = acted.act();
    var figures = act.figures();
    return new Json()
        .with("set", act.set())
        .with("act", word(act.what()))
        .with("ending", act.ending() == null ? "begun" : word(act.ending()))
        .with("id", act.id())
        .with("manifest", act.manifest())
        .with("sentence", acted.sentence())
        .with("files", figures.files())
        .with("bytes", figures.bytes())
        .with("stored", figures.stored())
        .with("millis", figures.millis())
        .with("removed", figures.removed())
        .with("logs", figures.logs(), BackupTelling::json)
        .with("held", acted.held(), BackupTelling::json)
        .with("findings", acted.findings(), BackupTelling::json);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static Json json(BackupAct.LogsMoved log) {
    return new Json()
        .with("path", log.path())
        .with("entriesBefore", log.entriesBefore())
        .with("headBefore", log.headBefore())
        .with("entriesAfter", log.entriesAfter())
        .with("headAfter", log.headAfter())
        .with("lost", log.lost());
  }

  private static Json json(Acted.Held held) {
    return new Json()
        .with("what", held.what())
        .with("ending", word(held.ending()))
        .with("seen", held.seen());
  }

  private static Json json(Finding finding) {
    var at = finding.at();
    return new Json()
        .with("severity", word(finding.severity()))
        .with("message", finding.message())
        .with("file", at == null ? null : at.file())
        .with("next", finding.next());
  }

  static Json json(RestorePoint point) {
    return new Json()
        .with("set", point.set())
        .with("id", point.id())
        .with("takenOn", point.takenOn())
        .with("level", word(point.level()))
        .with("verifiedOn", point.proof().verifiedOn())
        .with("provenOn", point.proof().provenOn())
        .with("failed", point.proof().failed())
        .with("unread", point.proof().unread())
        .with("manifest", point.manifest())
        .with("files", point.content().files())
        .with("bytes", point.content().bytes())
        .with("stored", point.content().stored())
        .with("version", point.of().version())
        .with("commit", point.of().commit())
        .with("logs", point.content().logs(), BackupTelling::json);
  }

  private static Json json(RestorePoint.LogHead log) {
    return new Json()
        .with("path", log.path())
        .with("entries", log.entries())
        .with("recipe", log.recipe())
        .with("head", log.head());
  }

  /// The one object of `--json` for acts.
  static void say(Invocation invocation, List<Optional<Acted>> acted, int code) {
    invocation.say(
        new Json()
            .with("exit", code)
            .with("acts", acted.stream().flatMap(Optional::stream).toList(), BackupTelling::json));
  }
}
