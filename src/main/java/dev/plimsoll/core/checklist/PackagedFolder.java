package dev.plimsoll.core.checklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A folder of texts on the class path, in a plain directory or inside a jar.
final class PackagedFolder {
  private PackagedFolder() {}

  /// @param anchor a file that lies in the folder itself
  /// @return the texts of all files in it and below it, by path relative to the folder with `/`;
  ///   line ends are LF whatever the checkout made of them
  static Map<String, String> texts(URL anchor) {
    try {
      return anchor.getProtocol().equals("jar") ? inJar(anchor) : inDirectory(anchor);
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("not readable: " + anchor, unreadable);
    }
  }

  private static Map<String, String> inJar(URL anchor) throws IOException {
    var texts = new TreeMap<String, String>();
    var connection = (JarURLConnection) anchor.openConnection();
    connection.setUseCaches(false); // a jar that others hold open is not closed under them
    var folder = connection.getEntryName().replaceFirst("[^/]*$", "");
    try (var jar = connection.getJarFile()) {
      for (var entries = jar.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
          try (var in = jar.getInputStream(entry)) {
            texts.put(entry.getName().substring(folder.length()), text(in.readAllBytes()));
          }
        }
      }
    }
    return texts;
  }

  private static Map<String, String> inDirectory(URL anchor)
      throws IOException, URISyntaxException {
    var texts = new TreeMap<String, String>();
    var folder = Path.of(anchor.toURI()).resolveSibling("");
    try (var files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> texts.put(folder.relativize(file).toString().replace('\\', '/'), read(file)));
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return text(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
