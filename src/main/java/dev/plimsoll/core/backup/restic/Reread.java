package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Reads every byte of a snapshot back, as restic writes it into a tar stream, and holds each file
/// against the manifest. Nothing is written anywhere. Use it once.
final class Reread {
  private final Manifest manifest;
  private final Progressing progress;
  private final Set<String> seen = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private long bytes;
  private long files;
  private boolean cut;

  Reread(Manifest manifest, Progressing progress) {
    this.manifest = manifest;
    this.progress = progress;
  }

  /// Where restic gives up in the middle, the file that it gave up at is a finding; nothing is said
  /// of those that would have come after it.
  void read(InputStream tar) throws IOException, InterruptedException {
    var members =
        manifest.members().stream().collect(Collectors.toMap(Manifest.Member::path, each -> each));
    var at = "";
    try (var entries = new TarArchiveInputStream(tar)) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        var path = plain(entry.getName());
        if (path.isEmpty() || path.equals(Repository.MANIFEST)) {
          continue;
        }
        var member = members.get(path);
        if (member == null && entry.isDirectory()) {
          continue; // it leads to what was named
        }
        if (member == null) {
          findings.add(wrong(path, path + " is in the snapshot and not in its manifest."));
          continue;
        }
        seen.add(path);
        at = path;
        if (member.isFile()) {
          file(member, entries);
          files++;
        }
        tell(path);
      }
    } catch (IOException ended) {
      cut = true;
      if (!at.isEmpty()) {
        findings.add(wrong(at, at + " cannot be read to its end."));
      }
    }
  }

  private void tell(String path) {
    progress.set(
        new Progress(
            Stage.VERIFYING, bytes, manifest.bytes(), files, manifest.files().count(), path));
  }

  private void file(Manifest.Member member, InputStream content) throws IOException {
    var digest = sha256();
    var block = new byte[1 << 16];
    for (var n = content.read(block); n >= 0; n = content.read(block)) {
      digest.update(block, 0, n);
      bytes += n;
      tell(member.path());
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(member.sha256())) {
      findings.add(wrong(member.path(), member.path() + " is not as the manifest says."));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String plain(String name) {
    var path = name.startsWith("/") ? name.substring(1) : name;
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /// What is wrong, in the order of the snapshot; then what is missing.
  List<Finding> findings() {
    var all = new ArrayList<>(findings);
    if (cut) {
      return all;
    }
    for (var member : manifest.members()) {
      if (!seen.contains(member.path())) {
        all.add(wrong(member.path(), member.path() + " is missing in the snapshot."));
      }
    }
    return all;
  }

  private static Finding wrong(String path, String sentence) {
    return Finding.error(sentence, Position.of(path), "Go back to another backup.");
  }
}
