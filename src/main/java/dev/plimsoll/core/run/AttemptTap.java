package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Sample;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

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
    var missed = sample.missed();
    output
        .samples()
        .add(
            new Sample(
                sample.number(),
                masked(sample.label()),
                sample.came(),
                sample.micros(),
                missed == null ? null : masked(missed)));
  }

  private String masked(String text) {
    return WellFormed.text(redactor.redact(text));
  }

  /// Keeps what the window shows of the responses, for whoever opens the run later. One alone is
  /// whole in its exchange.
  ///
  /// @param masking knows every secret that came up in the attempt
  void keepResponses(UnaryOperator<String> masking) throws IOException {
    var series = output.samples().snapshot();
    if (series.count() > 1) {
      var bytes = new ByteArrayInputStream(ResponsesText.of(series, masking));
      kept.add(store.keep(ResponsesText.NAME, "application/json", bytes));
    }
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
