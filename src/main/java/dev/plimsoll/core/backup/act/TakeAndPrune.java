package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.function.Supplier;

/// Takes a backup, and lets go what is too old once the new one is verified. That something could
/// not be removed makes no backup worse.
final class TakeAndPrune implements Work<Acted> {
  private final Work<Acted> take;
  private final Supplier<Work<Acted>> prune;
  private volatile Work<Acted> now;

  TakeAndPrune(Work<Acted> take, Supplier<Work<Acted>> prune) {
    this.take = take;
    this.prune = prune;
    this.now = take;
  }

  @Override
  public Progress progress() {
    return now.progress();
  }

  @Override
  public Acted run() throws InterruptedException {
    var taken = take.run();
    if (!taken.isDone() || taken.act().id() == null) {
      return taken;
    }
    var findings = new ArrayList<>(taken.findings());
    try {
      var removing = prune.get();
      now = removing;
      var removed = removing.run();
      if (!removed.act().figures().removed().isEmpty()) {
        findings.add(Finding.note(removed.sentence()));
      }
    } catch (Problem stays) {
      findings.add(Finding.warning("Not all that is too old was removed: " + stays.where()));
    }
    return new Acted(taken.act(), findings, taken.held());
  }
}
