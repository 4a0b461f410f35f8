package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Sample;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The tap of one attempt: masks, shows, keeps. Thread-safe.
final class AttemptTap implements Tap {
  private static final int LOOKED_AT = 8 * 1024;

  private final Redactor redactor;
  private final EvidenceStore store;
  private final LiveOutput output;
  private final List<Evidence> kept = new CopyOnWriteArrayList<>();

  AttemptTap(Redactor redactor, EvidenceStore store, LiveOutput output) {
    this.redactor = redactor;
    this.store = store;
    this.output = output;
  }

  @Override
  public void line(String stream, String text) {
    output.add(stream, redactor.redact(text));
  }

  @Override
  public void sample(Sample sample) {
    output
        .samples()
        .add(
            new Sample(
                sample.number(),
                WellFormed.text(redactor.redact(sample.label())),
                sample.status(),
                sample.micros(),
                sample.good()));
  }

  @Override
  public Evidence keep(String name, String mediaType, InputStream bytes) throws IOException {
    var looked = new BufferedInputStream(bytes, LOOKED_AT);
    var evidence = store.keep(name, mediaType, isBinary(looked) ? looked : redactor.redact(looked));
    kept.add(evidence);
    return evidence;
  }

  /// Whatever the media type claims: a NUL among the first bytes is what pictures and archives have
  /// and texts have not.
  private static boolean isBinary(BufferedInputStream bytes) throws IOException {
    bytes.mark(LOOKED_AT);
    var first = bytes.readNBytes(LOOKED_AT);
    bytes.reset();
    for (var value : first) {
      if (value == 0) {
        return true;
      }
    }
    return false;
  }

  List<Evidence> kept() {
    return List.copyOf(kept);
  }
}
