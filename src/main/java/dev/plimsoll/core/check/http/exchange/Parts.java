package dev.plimsoll.core.check.http.exchange;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/// A body of several parts (`multipart/form-data`, RFC 7578), sent piece by piece: no file is held
/// in memory.
///
/// @param boundary stands in no part
public record Parts(String boundary, List<Part> parts) implements Payload {
  private static final String LINE = "\r\n";

  /// @param head its header lines, ready to be sent, without the last line end
  /// @param content a text or a file
  public record Part(String head, Payload content) {}

  public Parts {
    parts = List.copyOf(parts);
  }

  /// The value of the request's `Content-Type`.
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /// The header lines of a part. What would end a name is percent-encoded, as browsers do it.
  ///
  /// @param file the name of its file, or an empty text
  /// @param type its media type, or an empty text
  public static String head(String name, String file, String type) {
    return "Content-Disposition: form-data; name=\""
        + escaped(name)
        + "\""
        + (file.isEmpty() ? "" : "; filename=\"" + escaped(file) + "\"")
        + (type.isEmpty() ? "" : LINE + "Content-Type: " + type);
  }

  private static String escaped(String name) {
    return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }

  @Override
  public BodyPublisher publisher() throws FileNotFoundException {
    var pieces = new ArrayList<BodyPublisher>();
    for (var part : parts) {
      pieces.add(BodyPublishers.ofString("--" + boundary + LINE + part.head() + LINE + LINE));
      pieces.add(part.content().publisher());
      pieces.add(BodyPublishers.ofString(LINE));
    }
    pieces.add(BodyPublishers.ofString("--" + boundary + "--" + LINE));
    return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
  }
}
