package dev.plimsoll.desktop.app;

import dev.plimsoll.core.HistoryToRead;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.audit.AnchorLadder;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.JsonLines;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.audit.picture.Outside;
import dev.plimsoll.core.history.LogRow;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.WindowWords;
import dev.plimsoll.desktop.screen.audit.LogChoice;
import dev.plimsoll.desktop.screen.audit.LogGroup;
import dev.plimsoll.desktop.screen.audit.OpenedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The logs of Plimsoll's own, in one history, with what is known of them: by the project that they
/// belong to where it is open, else by what this installation signed and by the auditor's pins.
/// Thread-safe.
final class OwnLogs {
  private static final String TITLE = "Plimsoll's own";
  private static final int COPIES = 1_000;

  private final Plimsoll plimsoll;
  private final HistoryToRead history;
  private final Map<String, OpenProject> projects = new ConcurrentHashMap<>();

  OwnLogs(Plimsoll plimsoll, HistoryToRead history) {
    this.plimsoll = plimsoll;
    this.history = history;
  }

  /// A project whose log may be among them.
  void belongsTo(OpenProject project) {
    projects.put(project.key(), project);
  }

  LogGroup group() {
    try {
      return new LogGroup(
          TITLE,
          history.logs().stream().map(OwnLogs::choice).toList(),
          "There is none yet: it begins with the first run.");
    } catch (Problem unreadable) {
      return new LogGroup(TITLE, List.of(), WindowWords.whole(unreadable));
    }
  }

  private static LogChoice choice(LogRow row) {
    var product = row.product();
    return new LogChoice.Own(row.project(), row.epoch(), product == null ? "" : product);
  }

  LogStore store(LogChoice.Own own) {
    return history.log(
        history.logs().stream()
            .filter(row -> choice(row).equals(own))
            .findFirst()
            .orElseThrow(() ->
                Problem.of(
                    "Log not found",
                    "The history has no log of " + own.project() + " any more.",
                    "Look at the list again.")));
  }

  OpenedLog open(LogChoice.Own own) {
    var size = Texts.count(store(own).head().size(), "entry", "entries");
    var known = known(own);
    var words = new ArrayList<String>();
    known.checkpoints().stream()
        .mapToLong(each -> each.size())
        .max()
        .ifPresent(covered ->
            words.add(
                (known.checkpoints().size() == 1
                        ? "A checkpoint is known, over the first "
                        : known.checkpoints().size() + " checkpoints are known, up to the first ")
                    + Texts.count(covered, "entry", "entries")
                    + "."));
    known
        .pins()
        .forEach(pin ->
            words.add(
                Texts.count(pin.entries(), "entry", "entries") + " by the " + pin.source() + "."));
    return OpenedLog.own(
        own,
        size,
        String.join(" ", words),
        desk(own).flatMap(project -> project.logDesk().obstacle()).orElse(null));
  }

  /// What is known of a log beside itself.
  Known known(LogChoice.Own own) {
    var project = desk(own);
    if (project.isPresent()) {
      return project.get().logDesk().known();
    }
    var lines = store(own);
    var signed =
        isHere() && isNewest(own) ? plimsoll.remembered(own.project(), lines) : Known.NOTHING;
    return signed.with(
        List.of(), plimsoll.pins().of(ChainLines.of(lines)).map(Pins.Pin::known).stream().toList());
  }

  /// What holds a log, for its picture.
  Outside outside(LogChoice.Own own) {
    return Outside.of(ladder(own).orElse(null), known(own));
  }

  private Optional<AnchorLadder> ladder(LogChoice.Own own) {
    try {
      return desk(own).map(project -> project.logDesk().anchors().ladder());
    } catch (Problem broken) {
      // the verification says what is wrong with it; without it nothing outside is drawn
      return Optional.empty();
    }
  }

  /// The project of a log that goes on.
  private Optional<OpenProject> desk(LogChoice.Own own) {
    return isNewest(own) ? Optional.ofNullable(projects.get(own.project())) : Optional.empty();
  }

  private boolean isHere() {
    return plimsoll.installation().home().equals(history.file().getParent());
  }

  private boolean isNewest(LogChoice.Own own) {
    return history.logs().stream()
        .filter(row -> row.project().equals(own.project()))
        .allMatch(row -> row.epoch() <= own.epoch());
  }

  /// Brings back the entries that a log which was rolled back lost.
  ///
  /// @return how many
  long bringBack(LogChoice.Own own, Path export) {
    return desk(own)
        .orElseThrow(() ->
            Problem.of(
                "Entries not imported",
                "The project of this log is not open here.",
                "Open its repository, then import again."))
        .logDesk()
        .bringBack(export);
  }

  /// Writes a log as JSON Lines under a name that is free.
  Path copy(LogChoice.Own own, Path folder) {
    var name = own.product().replaceAll("[^A-Za-z0-9._@+-]+", "-");
    for (var number = 1; number <= COPIES; number++) {
      var file = folder.resolve((name.isEmpty() ? "audit" : name) + ".jsonl.aside-" + number);
      try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
        JsonLines.write(store(own), out);
        return file;
      } catch (FileAlreadyExistsException taken) {
        // the next number is tried
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    throw Problem.of(
        "Log not copied aside",
        folder + " holds " + COPIES + " copies already.",
        "Choose another folder.");
  }
}
