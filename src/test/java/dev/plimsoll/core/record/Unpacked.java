package dev.plimsoll.core.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A bundle's files by name, for somebody who changes them.
public record Unpacked(Map<String, byte[]> files) {
  public static Unpacked of(Path zip) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipFile(zip.toFile())) {
      for (var entries = in.entries().asIterator(); entries.hasNext(); ) {
        var entry = entries.next();
        files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
      }
    }
    return new Unpacked(files);
  }

  public String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  public byte[] bytes(String name) {
    var bytes = files.get(name);
    if (bytes == null) {
      throw new AssertionError("no file " + name);
    }
    return bytes;
  }

  public void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Turns the lowest bit of one byte.
  public void flip(String name, int at) {
    bytes(name)[at] ^= 1;
  }

  public void replace(String name, String what, String by) {
    var text = text(name);
    if (!text.contains(what)) {
      throw new AssertionError(name + " does not hold " + what);
    }
    put(name, text.replaceFirst(java.util.regex.Pattern.quote(what), by));
  }

  /// The first name that begins so.
  public String name(String prefix) {
    return files.keySet().stream().filter(it -> it.startsWith(prefix)).findFirst().orElseThrow();
  }

  public Path zip(Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return target;
  }

  public Path folder(Path target) throws IOException {
    for (var file : files.entrySet()) {
      var path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return target;
  }
}
