package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Facts;
import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.backup.archive.ArchiveReader;
import dev.plimsoll.core.backup.archive.ArchiveWriter;
import dev.plimsoll.core.backup.archive.NewEntry;
import dev.plimsoll.core.backup.archive.Settings;
import dev.plimsoll.core.backup.archive.Written;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes an archive under a temporary name, reads every byte of it back from the disk, and gives
/// it its name.
final class Saving {
  private final BackupSet set;
  private final Surroundings around;
  private final ArchiveFolder folder;
  private final Gauge gauge;

  Saving(BackupSet set, Surroundings around, ArchiveFolder folder, Gauge gauge) {
    this.set = set;
    this.around = around;
    this.folder = folder;
    this.gauge = gauge;
  }

  /// @param on the time that the backup bears
  /// @param planned all of it; of these the ones to be read are `prepared`
  record Order(
      Instant on,
      RestorePoint.Of of,
      @Nullable Base base,
      List<Planned> planned,
      List<Prepared> prepared) {
    Order {
      planned = List.copyOf(planned);
      prepared = List.copyOf(prepared);
    }

    /// The same, with nothing taken over.
    Order anew(List<Prepared> all) {
      return new Order(on, of, null, planned, all);
    }
  }

  /// An archive under its temporary name.
  ///
  /// @param sha256 of the manifest as it was written
  /// @param reused files that were taken over from the backup before
  private record Made(Manifest manifest, String sha256, long read, Set<String> reused) {
    long takenOver() {
      return reused.size();
    }

    long asTheyLie(BackupSet.Format format) {
      return manifest
          .files()
          .filter(member -> reused.contains(member.path()))
          .filter(member -> ArchiveReader.staysPacked(format, member.size()))
          .count();
    }
  }

  Taken save(Order order, Preparing preparing, List<Finding> remarks, long began)
      throws InterruptedException {
    var name = folder.names().file(order.on());
    var temporary = folder.path().resolve(ArchiveNames.temporary(name, set.name()));
    try {
      var made = write(order, preparing, temporary, remarks);
      var flaw = readBack(temporary, made);
      if (flaw != null && made.takenOver() > 0) {
        // the backup before may be hurt without anybody having noticed: read all of it anew
        remarks.add(
            new Finding(
                Severity.WARNING,
                "What was taken over from the backup before did not read back, so everything was"
                    + " read anew: "
                    + flaw,
                null,
                "Verify the backups before: plimsoll backup verify --set " + set.name()));
        Files.deleteIfExists(temporary);
        made = write(anew(order, preparing, remarks), preparing, temporary, remarks);
        flaw = readBack(temporary, made);
      }
      if (flaw != null) {
        throw NotTaken.because(
            "What was written to " + folder.path() + " does not read back: " + flaw,
            "Look at that disk; nothing there has the name of a backup.");
      }
      var stored = Files.size(temporary);
      var doubt = publish(temporary, name);
      var millis = (System.nanoTime() - began) / 1_000_000;
      return new Taken.Made(
          point(name, made, stored),
          made.manifest(),
          new Taken.Share(
              made.read(), made.takenOver(), made.asTheyLie(set.place().format()), millis),
          remarks,
          doubt);
    } catch (IOException failed) {
      throw Problem.of(
          TakeWork.INTENT,
          folder.path() + " cannot be written: " + NotTaken.words(failed) + ".",
          "See that the disk is there and has room; nothing there has the name of a backup.",
          failed);
    } finally {
      sweep(temporary);
    }
  }

  private static void sweep(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException gone) {
      // the next take of the set removes it
    }
  }

  private Order anew(Order order, Preparing preparing, List<Finding> remarks)
      throws InterruptedException {
    var all = new ArrayList<>(order.prepared());
    for (var one : order.planned()) {
      if (one.isFile() && one.same() != null) {
        all.addAll(preparing.of(one, remarks::add));
      }
    }
    return order.anew(all);
  }

  private Made write(Order order, Preparing preparing, Path temporary, List<Finding> remarks)
      throws InterruptedException {
    var root = folder.names().root(order.on());
    var format = set.place().format();
    var members = new TreeMap<String, Member>();
    var prepared = new ArrayList<>(order.prepared());
    gauge.begin(Stage.SAVING, total(order), files(order));
    try (var writer = ArchiveWriter.create(temporary, format, root, Settings.usual(format))) {
      frames(order, writer);
      var reused = takeOver(order, writer, members);
      for (var one : order.planned()) {
        if (one.isFile() && one.same() != null && !members.containsKey(one.path())) {
          prepared.addAll(preparing.of(one, remarks::add));
        }
      }
      prepared.sort(Comparator.comparing(Prepared::path));
      var facts = new HashMap<String, Prepared>();
      for (var one : prepared) {
        facts.put(one.path(), one);
        writer.add(NewEntry.file(one.path(), one.mode(), one.content()), gauge);
      }
      var targets = targets(order);
      for (var written : writer.written()) {
        var path = written.path();
        members.computeIfAbsent(
            path, absent -> member(written, facts.get(path), targets.get(path)));
      }
      var manifest =
          new Manifest(
              around.project().product(),
              set.name(),
              order.on(),
              order.of(),
              List.copyOf(members.values()));
      var bytes = encoded(manifest);
      writer.finish(bytes, order.on());
      return new Made(manifest, Digests.sha256Hex(bytes), prepared.size(), reused);
    }
  }

  private byte[] encoded(Manifest manifest) {
    var bytes = manifest.encoded();
    if (bytes.length > ManifestReader.LARGEST) {
      throw NotTaken.because(
          "The list of the set's files alone has more than 64 MiB.",
          "Make two sets of " + set.name() + ", or leave out what need not be saved.");
    }
    return bytes;
  }

  private static long total(Order order) {
    return order.planned().stream()
        .filter(Planned::isFile)
        .mapToLong(one -> one.item().look().size())
        .sum();
  }

  private static long files(Order order) {
    return order.planned().stream().filter(Planned::isFile).count();
  }

  /// Folders and links.
  private void frames(Order order, ArchiveWriter writer) throws InterruptedException {
    for (var one : order.planned()) {
      var look = one.item().look();
      switch (one.item().shape()) {
        case FILE -> {}
        case FOLDER ->
            writer.add(NewEntry.folder(one.path(), look.mode(), look.modifiedOn()), gauge);
        case LINK ->
            writer.add(
                NewEntry.link(
                    one.path(), Objects.requireNonNull(one.item().target()), look.modifiedOn()),
                gauge);
      }
    }
  }

  /// @return which files were
  private Set<String> takeOver(Order order, ArchiveWriter writer, Map<String, Member> members)
      throws InterruptedException {
    var base = order.base();
    if (base == null) {
      return Set.of();
    }
    var wanted = new TreeMap<String, Member>();
    for (var one : order.planned()) {
      if (one.isFile() && one.same() != null) {
        Carried.with(one, base).forEach(member -> wanted.put(member.path(), member));
      }
    }
    if (wanted.isEmpty()) {
      return Set.of();
    }
    var digests = new HashMap<String, String>();
    wanted.forEach((path, member) -> digests.put(path, member.sha256()));
    try (var earlier = ArchiveReader.open(base.archive())) {
      writer.takeOver(earlier, digests, gauge).forEach(wanted::remove);
    }
    members.putAll(wanted);
    return Set.copyOf(wanted.keySet());
  }

  /// Where links lead, by their path.
  private static Map<String, String> targets(Order order) {
    var targets = new HashMap<String, String>();
    for (var one : order.planned()) {
      var target = one.item().target();
      if (target != null) {
        targets.put(one.path(), target);
      }
    }
    return targets;
  }

  private static Member member(
      Written written, @Nullable Prepared prepared, @Nullable String target) {
    var shape = Planning.shape(written.kind());
    if (prepared == null) {
      return new Member(
          written.path(),
          shape,
          Manifest.Kind.PLAIN,
          0,
          written.mode(),
          written.modifiedOn(),
          new Facts(null, target, null, null, new TreeMap<>()));
    }
    return new Member(
        written.path(),
        shape,
        prepared.kind(),
        written.size(),
        written.mode(),
        written.modifiedOn(),
        new Facts(written.sha256(), null, prepared.stamp(), prepared.log(), prepared.rows()));
  }

  /// What is wrong with the archive as it lies on the disk, or null.
  private @Nullable String readBack(Path temporary, Made made) throws InterruptedException {
    var manifest = made.manifest();
    gauge.begin(Stage.VERIFYING, manifest.bytes(), manifest.files().count());
    try (var reader = ArchiveReader.open(temporary)) {
      return Verifying.flaw(reader, manifest, made.sha256(), made.reused(), gauge);
    } catch (Problem unreadable) {
      return unreadable.where();
    }
  }

  /// Gives it its name.
  ///
  /// @return why nobody can tell whether that name is on the disk, or null where it is
  private @Nullable String publish(Path temporary, String name) throws IOException {
    var file = folder.path().resolve(name);
    if (Files.exists(file)) {
      throw NotTaken.because(
          "Meanwhile somebody put a file " + name + " there.",
          "Take the backup again; nothing is overwritten.");
    }
    gauge.at("verified");
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    gauge.at("named");
    try {
      Folders.flush(folder.path());
      return null;
    } catch (IOException refused) {
      return NotTaken.words(refused);
    }
  }

  private RestorePoint point(String name, Made made, long stored) {
    var manifest = made.manifest();
    return new RestorePoint(
        set.name(),
        name,
        manifest.takenOn(),
        ArchiveFolder.contentOf(manifest, stored),
        manifest.of(),
        made.sha256(),
        around.proofs().of(name, made.sha256()));
  }
}
