package dev.plimsoll.core.check.http.exchange;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What a request carries, ready to be sent as often as is needed.
public sealed interface Payload permits Payload.None, Payload.Text, Payload.OfFile, Parts {
  Payload NONE = new None();

  /// @throws FileNotFoundException where the file is gone
  BodyPublisher publisher() throws FileNotFoundException;

  record None() implements Payload {
    @Override
    public BodyPublisher publisher() {
      return BodyPublishers.noBody();
    }
  }

  /// Sent in UTF-8.
  record Text(String text) implements Payload {
    @Override
    public BodyPublisher publisher() {
      return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
  }

  record OfFile(Path file) implements Payload {
    @Override
    public BodyPublisher publisher() throws FileNotFoundException {
      return BodyPublishers.ofFile(file);
    }
  }
}
