package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Archives that our writer would refuse to make: with their checksums right, or as others would
/// have made them.
enum Hostile {
  OUR_TAR(Format.TAR_ZST, true),
  OUR_ZIP(Format.ZIP, true),
  FOREIGN_TAR(Format.TAR_ZST, false),
  FOREIGN_ZIP(Format.ZIP, false);

  private final Format format;
  private final boolean ours;

  Hostile(Format format, boolean ours) {
    this.format = format;
    this.ours = ours;
  }

  Format format() {
    return format;
  }

  boolean isOurs() {
    return ours;
  }

  static Head file(String name, long size) {
    return new Head(name, EntryKind.FILE, size, 0644, Sample.TIME, null);
  }

  static Head link(String name, @Nullable String target) {
    return new Head(name, EntryKind.LINK, 0, 0777, Sample.TIME, target);
  }

  /// Each file holds `evil`.
  void write(Path archive, Head... heads) throws IOException, InterruptedException {
    var evil = "evil".getBytes(StandardCharsets.UTF_8);
    var settings = new Settings(1, Settings.usual(format).level());
    try (var file = ArchiveFile.create(archive);
        var container =
            switch (format) {
              case TAR_ZST -> new TarZstWriter(file, settings);
              case ZIP -> new ZipWriter(file, settings);
            }) {
      for (var head : heads) {
        container.whole(head, head.kind() == EntryKind.FILE ? evil : new byte[0]);
      }
      var manifest = Sample.MANIFEST;
      container.finish(file("root/manifest.json", manifest.length), manifest);
      file.finish();
    }
    if (!ours) {
      disown(archive);
    }
  }

  /// Takes away what only ours have.
  private void disown(Path archive) throws IOException {
    var bytes = Files.readAllBytes(archive);
    switch (format) {
      case TAR_ZST -> Files.write(archive, Arrays.copyOf(bytes, checks(bytes)));
      case ZIP -> {
        bytes[bytes.length - ZipEnd.COMMENT_LENGTH] = 'P';
        Files.write(archive, bytes);
      }
    }
  }

  /// Where the two tables at the end of a tar of ours begin.
  static int checks(byte[] bytes) {
    var signature = "PlimArc1".getBytes(StandardCharsets.US_ASCII);
    for (var i = bytes.length - signature.length; i >= 0; i--) {
      if (Arrays.equals(bytes, i, i + signature.length, signature, 0, signature.length)) {
        return i - FrameTable.SKIPPABLE;
      }
    }
    throw new AssertionError("no tables");
  }

  static List<Head> around(Head... hostile) {
    var all = new ArrayList<Head>();
    all.add(file("root/good.txt", 4));
    all.addAll(List.of(hostile));
    return all;
  }
}
