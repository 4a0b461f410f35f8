package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Manifest.Facts;
import dev.plimsoll.core.backup.Manifest.Kind;
import dev.plimsoll.core.backup.Manifest.LogFacts;
import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.Manifest.Shape;
import dev.plimsoll.core.backup.ManifestFault;
import dev.plimsoll.core.backup.ManifestReader;
import dev.plimsoll.core.backup.MemberPaths;
import dev.plimsoll.core.backup.Removing;
import dev.plimsoll.core.backup.Shelf;
import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.backup.Unpacked;
import dev.plimsoll.core.backup.Verified;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/// The plainest engine there is: a backup is a folder with copies of the files and the manifest
/// beside them. What a restore makes of it is the same with any engine.
final class FolderEngine implements BackupEngine {
  private final BackupSet set;
  private final Path place;

  FolderEngine(BackupSet set, Path place) {
    this.set = set;
    this.place = place;
  }

  /// Copies those files of the project.
  void save(String id, Yard yard, List<String> paths) throws IOException {
    var members = new ArrayList<Member>();
    for (var path : paths) {
      members.add(member(yard, path));
      var from = MemberPaths.place(yard.root, path);
      var to = content(id).resolve(path);
      Files.createDirectories(to.getParent());
      if (!Files.isDirectory(from)) {
        Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
      }
    }
    manifest(
        id,
        new Manifest(
            Yard.PRODUCT, set.name(), Yard.NOON, new RestorePoint.Of("1.0.0", null), members));
  }

  void manifest(String id, Manifest manifest) throws IOException {
    Files.createDirectories(place.resolve(id));
    Files.write(place.resolve(id).resolve("manifest.json"), manifest.encoded());
  }

  Path content(String id) {
    return place.resolve(id).resolve("content");
  }

  private static Member member(Yard yard, String path) throws IOException {
    var file = MemberPaths.place(yard.root, path);
    var on = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    var time = Instant.ofEpochMilli(on.toEpochMilli());
    if (Files.isSymbolicLink(file)) {
      var target = Files.readSymbolicLink(file).toString();
      var facts = new Facts(null, target, null, null, new TreeMap<>());
      return new Member(path, Shape.LINK, Kind.PLAIN, 0, 0777, time, facts);
    }
    var mode = Present.mode(file);
    if (Files.isDirectory(file)) {
      return new Member(path, Shape.FOLDER, Kind.PLAIN, 0, mode, time, Facts.NONE);
    }
    var log = path.endsWith(".jsonl") ? log(yard, file) : null;
    var rows = new TreeMap<String, Long>();
    if (path.endsWith(".db")) {
      rows.put("t", Sqlite.rows(file));
    }
    return new Member(
        path,
        Shape.FILE,
        log != null ? Kind.LOG : path.endsWith(".db") ? Kind.SQLITE : Kind.PLAIN,
        Files.size(file),
        mode,
        time,
        new Facts(Digests.sha256Hex(file), null, null, log, rows));
  }

  private static LogFacts log(Yard yard, Path file) {
    var recipe = yard.site().looks().recipe("aetherlink").orElseThrow();
    var verdict = (ForeignVerdict.Whole) new ForeignVerification(file, recipe, Known.NOTHING).run();
    return new LogFacts(verdict.entries(), "aetherlink", verdict.head());
  }

  @Override
  public BackupSet set() {
    return set;
  }

  @Override
  public Manifest manifest(String id) {
    try {
      return ManifestReader.read(Files.readAllBytes(place.resolve(id).resolve("manifest.json")));
    } catch (IOException | ManifestFault unreadable) {
      throw Problem.of("Backup not readable", id + " has no manifest.", "Look.", unreadable);
    }
  }

  @Override
  public Work<Unpacked> unpack(String id, Collection<String> paths, Path into) {
    return Done.by(() -> {
      for (var path : paths) {
        var to = into.resolve(path);
        Files.createDirectories(to.getParent());
        var from = content(id).resolve(path);
        if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
          throw Problem.of("Backup not unpacked", path + " is missing in it.", "Verify it.");
        }
        Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
      }
      return new Unpacked(id, into, new HashMap<>(), 0);
    });
  }

  @Override
  public Work<Verified> verify(String id) {
    return Done.by(() -> {
      var findings = new ArrayList<Finding>();
      for (var member : manifest(id).members()) {
        var file = content(id).resolve(member.path());
        if (member.isFile() && !Files.exists(file)) {
          findings.add(Finding.error(member.path() + " is missing in " + id + "."));
        }
      }
      return findings.isEmpty()
          ? new Verified.Sound(id, null, 1, 0, 0)
          : new Verified.Damaged(id, findings);
    });
  }

  @Override
  public Shelf shelf() {
    return Shelf.EMPTY;
  }

  @Override
  public Work<Taken> take(TakeOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Removing remove(Collection<String> ids) {
    throw new UnsupportedOperationException();
  }

  /// Work that is done at once.
  record Done<T>(Deed<T> deed) implements Work<T> {
    interface Deed<T> {
      T get() throws IOException, InterruptedException;
    }

    static <T> Work<T> by(Deed<T> deed) {
      return new Done<>(deed);
    }

    @Override
    public T run() throws InterruptedException {
      try {
        return deed.get();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public Progress progress() {
      return Progress.NONE;
    }
  }
}
