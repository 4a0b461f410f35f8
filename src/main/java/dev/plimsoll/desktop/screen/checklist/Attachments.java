package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;

/// Makes attachments of what a person dropped, pasted or picked. A pasted picture becomes a PNG
/// file beside the others, in a folder that goes with the page.
final class Attachments implements AutoCloseable {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'screenshot-'uuuuMMdd-HHmmss", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final List<Path> made = new ArrayList<>();

  Attachments(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether something could be taken from `clipboard`: files, or a picture.
  static boolean offers(Clipboard clipboard) {
    return clipboard.hasFiles() || clipboard.hasImage();
  }

  /// What a clipboard or a drag holds, files first.
  ///
  /// @throws IOException where the picture could not be written
  List<Attachment> from(Clipboard clipboard) throws IOException {
    if (clipboard.hasFiles()) {
      return clipboard.getFiles().stream()
          .map(java.io.File::toPath)
          .filter(Files::isRegularFile)
          .map(Attachments::of)
          .toList();
    }
    var picture = clipboard.getImage();
    return picture == null ? List.of() : List.of(picture(picture));
  }

  static Attachment of(Path file) {
    var name = String.valueOf(file.getFileName());
    return new Attachment(name, mediaType(name), file);
  }

  private Attachment picture(Image image) throws IOException {
    var width = (int) image.getWidth();
    var height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var file = Files.createTempFile("plimsoll-", ".png");
    made.add(file);
    Files.write(file, PngFile.of(width, height, pixels));
    return new Attachment(NAME.format(clock.instant()) + ".png", "image/png", file);
  }

  static String mediaType(String name) {
    var dot = name.lastIndexOf('.');
    return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "gif" -> "image/gif";
      case "pdf" -> "application/pdf";
      case "json" -> "application/json";
      case "xml" -> "application/xml";
      case "html", "htm" -> "text/html; charset=utf-8";
      case "txt", "log", "md", "csv", "yaml", "yml" -> "text/plain; charset=utf-8";
      case "zip" -> "application/zip";
      default -> "application/octet-stream";
    };
  }

  /// Takes the pictures that were made away; what was attached has been kept elsewhere.
  @Override
  public void close() {
    for (var file : made) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException harmless) {
        // it lies in the system's folder for such files
      }
    }
    made.clear();
  }
}
