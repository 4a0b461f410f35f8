package dev.plimsoll.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/// A log as an order system writes it: every entry carries the SHA-256 of itself without its hash,
/// as compact sorted JSON, and names the one before it. Made here without Plimsoll's own code.
public final class Orders {
  private Orders() {}

  /// @return JSON lines
  public static String whole(int entries) {
    var out = new StringBuilder();
    var before = "null";
    for (var i = 0; i < entries; i++) {
      var begin =
          String.format(
              Locale.ROOT,
              "{\"actor\":\"till-%d\",\"amount\":%d.50,\"event\":\"order.paid\"",
              i % 3 + 1,
              12 + i * 7 % 90);
      var end =
          String.format(
              Locale.ROOT,
              ",\"order\":\"A-%05d\",\"prev_hash\":%s,\"ts\":\"2026-10-%02dT08:%02d:00Z\"}",
              20_410 + i,
              before,
              i / 60 + 1,
              i % 60);
      var hash = sha256(begin + end);
      out.append(begin).append(",\"hash\":\"").append(hash).append('"').append(end).append('\n');
      before = "\"" + hash + "\"";
    }
    return out.toString();
  }

  /// One amount was raised after it was written.
  ///
  /// @param entry which one, from 0
  public static String damaged(int entries, int entry) {
    var lines = whole(entries).lines().toList();
    var out = new StringBuilder();
    for (var i = 0; i < lines.size(); i++) {
      out.append(i == entry ? lines.get(i).replace(".50,", "0.50,") : lines.get(i)).append('\n');
    }
    return out.toString();
  }

  /// In a way that no recipe that comes with Plimsoll knows: the hash is over some members only.
  public static String ofItsOwnKind(int entries) {
    var out = new StringBuilder();
    var before = "0".repeat(64);
    for (var i = 0; i < entries; i++) {
      var hash = sha256(before + "~" + i + "~till~" + (12 + i));
      out.append(
          String.format(
              Locale.ROOT,
              "{\"n\":%d,\"who\":\"till\",\"amount\":%d,\"before\":\"%s\",\"mark\":\"%s\"}\n",
              i,
              12 + i,
              before,
              hash));
      before = hash;
    }
    return out.toString();
  }

  public static String head(String log) {
    var last = log.lines().reduce((_, next) -> next).orElseThrow();
    return last.replaceFirst(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Every file of a folder with its digest, to see that nothing was written.
  public static String contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return String.join(
          "\n",
          files
              .filter(Files::isRegularFile)
              .map(file -> file + " " + digest(file))
              .sorted()
              .toList());
    }
  }

  private static String digest(Path file) {
    try {
      return sha256(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
