package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Verified;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Restores a backup into a scratch folder of its own, holds every file against the manifest, and
/// asks what must hold: databases, counted rows, chains, and the set's own commands, which run in
/// the scratch folder as if it were the project. The scratch folder is always removed. No file of
/// the project is touched.
public final class DrillWork implements Work<Drilled> {
  private final BackupEngine engine;
  private final String id;
  private final Site site;
  private final List<Held> held = new ArrayList<>();
  private Meter meter = new Meter(point -> {});
  private @Nullable String manifest;
  private long files;
  private long bytes;

  public DrillWork(BackupEngine engine, String id, Site site) {
    this.engine = engine;
    this.id = id;
    this.site = site;
  }

  /// @param points is told of each point that is reached, on the working thread
  DrillWork watched(Consumer<String> points) {
    meter = new Meter(points);
    return this;
  }

  @Override
  public Progress progress() {
    return meter.progress();
  }

  /// Never a [Problem] for what is wrong with the backup.
  @Override
  public Drilled run() throws InterruptedException {
    var since = System.nanoTime();
    meter.stage(Stage.LOOKING, 0, 0);
    try (var folder = DrillFolder.make(new UndoFolder(site.root()))) {
      drill(folder.folder());
    } catch (Problem damaged) {
      explain(damaged);
    } catch (IOException failed) {
      held.add(new Held("Scratch folder", Ending.OPEN, Sentences.reason(failed)));
    }
    meter.stage(Stage.DONE, 0, 0);
    return new Drilled(
        id,
        manifest,
        ending(),
        held,
        new Drilled.Size(files, bytes, (System.nanoTime() - since) / 1_000_000));
  }

  private void drill(Path folder) throws IOException, InterruptedException {
    var origin = BackupOrigin.of(engine, id);
    manifest = origin.name().manifest();
    var wanted = origin.wanted();
    files = wanted.stream().filter(each -> each.form() != Wanted.Form.FOLDER).count();
    bytes = Scratch.bytes(wanted);
    if (files == 0) {
      held.add(new Held("Files", Ending.OPEN, "There is no file in it, so nothing was proven"));
      return;
    }
    var content = wanted.stream().filter(each -> each.form() != Wanted.Form.FOLDER).toList();
    var scratch = new Scratch(folder, site.looks(), meter);
    scratch.bring(origin, content);
    var faults = scratch.faults(content, false);
    faults.forEach(fault -> held.add(new Held("Files", Ending.FAILED, fault)));
    if (!faults.isEmpty()) {
      return;
    }
    held.add(
        new Held(
            "Size and SHA-256 of every file", Ending.DONE, Plural.of(files, "file") + " compared"));
    held.addAll(scratch.held(content));
    for (var words : engine.set().proof().commands()) {
      meter.point("command");
      var ended = site.commands().run(words, folder);
      held.add(
          new Held(
              "Command " + String.join(" ", words),
              switch (ended.how()) {
                case GOOD -> Ending.DONE;
                case BAD -> Ending.FAILED;
                case NOT_RUN -> Ending.OPEN;
              },
              ended.sentence()));
    }
  }

  /// It could not be unpacked: is something wrong with it, or could it not be read?
  private void explain(Problem damaged) throws InterruptedException {
    Verified verified;
    try {
      verified = engine.verify(id).run();
    } catch (Problem unreadable) {
      held.add(new Held("Unpacking", Ending.OPEN, damaged.where()));
      return;
    }
    if (verified instanceof Verified.Damaged found) {
      found
          .findings()
          .forEach(finding -> held.add(new Held("Unpacking", Ending.FAILED, finding.message())));
    } else {
      held.add(new Held("Unpacking", Ending.OPEN, damaged.where()));
    }
  }

  private Ending ending() {
    if (held.stream().anyMatch(each -> each.ending() == Ending.FAILED)) {
      return Ending.FAILED;
    }
    return held.isEmpty() || held.stream().anyMatch(each -> each.ending() == Ending.OPEN)
        ? Ending.OPEN
        : Ending.DONE;
  }
}
