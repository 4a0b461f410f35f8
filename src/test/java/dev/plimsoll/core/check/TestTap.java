package dev.plimsoll.core.check;

import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Remembers what a check showed and kept.
public final class TestTap implements Tap {
  private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
  private final List<String> lines = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, byte[]> kept = new LinkedHashMap<>();

  @Override
  public void line(String stream, String text) {
    synchronized (lines) {
      lines.add(stream + ": " + text);
    }
    fresh.add(text);
  }

  @Override
  public Evidence keep(String name, String mediaType, InputStream bytes) throws IOException {
    var all = bytes.readAllBytes();
    synchronized (kept) {
      kept.put(name, all);
    }
    return new Evidence(name, "0".repeat(64), mediaType, all.length);
  }

  @Override
  public void sample(Sample sample) {
    synchronized (samples) {
      samples.add(sample);
    }
  }

  /// Every response so far.
  public List<Sample> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }

  /// Every line so far, as `stream: text`.
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /// Waits for the next live line that starts so.
  public String awaitLine(String beginning) throws InterruptedException {
    while (true) {
      var line = fresh.poll(60, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no line starts with " + beginning + ": " + lines());
      }
      if (line.startsWith(beginning)) {
        return line;
      }
    }
  }

  /// Names of the evidence, in order.
  public List<String> names() {
    synchronized (kept) {
      return List.copyOf(kept.keySet());
    }
  }

  public String text(String name) {
    synchronized (kept) {
      return new String(kept.get(name), StandardCharsets.UTF_8);
    }
  }

  public byte[] bytes(String name) {
    synchronized (kept) {
      return kept.get(name);
    }
  }
}
