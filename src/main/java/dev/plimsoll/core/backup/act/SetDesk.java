package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.RestorePoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can be done with one set, each act told to the log. Thread-safe; each [Work] is
/// run once.
public final class SetDesk {
  private final BackupSet set;
  private final Surroundings around;
  private final ActLog log;
  private final BackupEngine engine;

  public SetDesk(BackupSet set, Surroundings around, ActLog log) {
    this.set = set;
    this.around = around;
    this.log = log;
    this.engine = Engines.of(set, around);
  }

  /// Newest first, each with what the log tells of it.
  ///
  /// @throws dev.plimsoll.core.model.Problem where the place cannot be read
  public List<RestorePoint> points() {
    var story = log.story();
    return engine.points().stream().map(story::judged).toList();
  }

  /// Takes a backup, and verifies it before it gets its name. Removes nothing.
  public Work<Acted> take(TakeOptions options) {
    return new Recorded<>(
        begun(What.TAKE, null, "A backup of " + set.name() + " begins.", true),
        engine.take(options),
        this::taken,
        log,
        around.machine().clock());
  }

  private Acted taken(Taken taken) {
    return switch (taken) {
      case Taken.Made made -> {
        var point = made.point();
        var content = point.content();
        yield new Acted(
            act(
                What.TAKE,
                point.id(),
                point.manifest(),
                new Figures(
                    point.id()
                        + " was made and verified: "
                        + Words.files(content.files(), content.bytes())
                        + ", "
                        + Words.bytes(content.stored())
                        + " stored.",
                    content.files(),
                    content.bytes(),
                    content.stored(),
                    -1,
                    List.of(),
                    List.of())),
            made.remarks(),
            List.of());
      }
      // It names no backup: what was not read again is not verified again.
      case Taken.Unchanged same ->
          new Acted(
              act(
                  What.TAKE,
                  null,
                  null,
                  figures(
                      "Nothing has changed since " + same.point().id() + ": no backup was made.")),
              same.remarks(),
              List.of());
    };
  }

  /// Reads every byte of a backup back.
  public Work<Acted> verify(String id) {
    return new Recorded<>(
        begun(What.VERIFY, id, id + " is verified.", false),
        engine.verify(id),
        verified -> new Looking(set.name(), log.story()).of(verified),
        log,
        around.machine().clock());
  }

  private Recorded.Begun begun(What what, @Nullable String id, String sentence, boolean before) {
    return new Recorded.Begun(
        new BackupAct(set.name(), what, id, null, null, figures(sentence)), before);
  }

  private BackupAct act(
      What what, @Nullable String id, @Nullable String manifest, Figures figures) {
    return new BackupAct(set.name(), what, id, manifest, Ending.DONE, figures);
  }

  private static Figures figures(String sentence) {
    return new Figures(sentence, 0, 0, 0, -1, List.of(), List.of());
  }
}
