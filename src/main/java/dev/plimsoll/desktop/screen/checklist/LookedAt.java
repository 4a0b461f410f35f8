package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.run.KeptResponses;
import dev.plimsoll.core.run.Output;
import dev.plimsoll.core.run.RunView;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A run that nobody walks here: it can be looked at and nothing else.
public final class LookedAt implements Walk {
  private final Supplier<RunView> run;
  private final EvidenceStore evidence;
  private final Past past;
  private final KeptResponses kept;
  private volatile @Nullable RunView last;

  /// @param run read afresh at every look
  public LookedAt(Supplier<RunView> run, EvidenceStore evidence, Past past) {
    this.run = run;
    this.evidence = evidence;
    this.past = past;
    this.kept = new KeptResponses(evidence);
  }

  @Override
  public Past past() {
    return past;
  }

  @Override
  public RunView view() {
    var now = run.get();
    last = now;
    return now;
  }

  @Override
  public Output output(String step) {
    var seen = last;
    return (seen == null ? view() : seen)
        .step(step)
        .map(view -> kept.of(view.state()))
        .orElse(Output.NONE);
  }

  @Override
  public InputStream open(Evidence kept) throws IOException {
    return evidence.open(kept.sha256());
  }

  @Override
  public @Nullable Acts acts() {
    return null;
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public void close() {
    // nothing is owned
  }
}
