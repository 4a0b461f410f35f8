package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The same with several backups, one after another. Progress is that of the one at hand; its files
/// are the backups.
public final class Each implements Work<List<Acted>> {
  private final Supplier<List<String>> ids;
  private final Function<String, Work<Acted>> of;
  private volatile Progress progress = Progress.NONE;
  private volatile Work<Acted> now;

  /// @param ids asked for when the work begins
  public Each(Supplier<List<String>> ids, Function<String, Work<Acted>> of) {
    this.ids = ids;
    this.of = of;
    this.now = new Idle();
  }

  @Override
  public List<Acted> run() throws InterruptedException {
    var acted = new ArrayList<Acted>();
    var all = ids.get();
    for (var id : all) {
      var work = of.apply(id);
      progress = new Progress(Stage.WAITING, 0, 0, acted.size(), all.size(), id);
      now = work;
      acted.add(work.run());
    }
    return List.copyOf(acted);
  }

  @Override
  public Progress progress() {
    var at = progress;
    var inner = now.progress();
    return new Progress(
        inner.stage(),
        inner.bytes(),
        inner.totalBytes(),
        at.files(),
        at.totalFiles(),
        at.current());
  }

  private static final class Idle implements Work<Acted> {
    @Override
    public Acted run() {
      throw new IllegalStateException("never begun");
    }

    @Override
    public Progress progress() {
      return Progress.NONE;
    }
  }
}
