package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Backups;
import dev.plimsoll.core.backup.HeldLock;
import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Saves a set in a restic repository. What is saved is first taken as the own engine takes it,
/// into a scratch folder: databases by their driver, logs up to their last whole line, every file
/// with its digest. Then restic saves that folder, and every byte is read back before the snapshot
/// counts as a backup. Use it once.
final class ResticTake implements Work<Taken> {
  private static final String FILES = "files";

  private final Repository repository;
  private final BackupSet set;
  private final Surroundings around;
  private final TakeOptions options;
  private final Progressing progress = new Progressing();
  private volatile @Nullable Work<?> staging;

  ResticTake(Repository repository, BackupSet set, Surroundings around, TakeOptions options) {
    this.repository = repository;
    this.set = set;
    this.around = around;
    this.options = options;
  }

  @Override
  public Progress progress() {
    var first = staging;
    return first == null ? progress.now() : puttingTogether(first.progress());
  }

  /// What the own engine does first has the stages that restic's part has: told as they are, they
  /// would come twice.
  private static Progress puttingTogether(Progress own) {
    return own.stage() == Stage.RUNNING
        ? own
        : new Progress(Stage.LOOKING, 0, 0, 0, 0, own.current());
  }

  @Override
  public Taken run() throws InterruptedException {
    var began = System.nanoTime();
    progress.stage(Stage.LOOKING);
    repository.prepare(options.followsOthers());
    var scratch = around.scratch().resolve("restic").resolve(set.name());
    try (var _ = lock(scratch)) {
      return taken(scratch, began);
    } catch (IOException full) {
      throw Problem.of(
          "Backup not taken",
          scratch + " cannot be written: " + full.getMessage() + ".",
          "Make room there: what restic saves is put together there first.",
          full);
    }
  }

  /// Nobody else puts the same set together there.
  private HeldLock lock(Path scratch) throws IOException {
    Files.createDirectories(around.scratch().resolve("restic"));
    return HeldLock.of(scratch.resolveSibling("." + set.name() + ".lock"))
        .orElseThrow(() ->
            Problem.of(
                "Backup not taken",
                "Another backup of the set " + set.name() + " is being taken right now.",
                "Wait until it has ended."));
  }

  private Taken taken(Path scratch, long began) throws IOException, InterruptedException {
    try {
      emptied(scratch);
      var staged = staged(scratch);
      var last = last();
      if (!options.force() && last.isPresent() && isSame(staged.manifest(), last.get())) {
        return new Taken.Unchanged(last.get(), staged.remarks());
      }
      var point = saved(staged, scratch.resolve(FILES));
      progress.stage(Stage.DONE);
      var files = staged.manifest().files().count();
      return new Taken.Made(
          point,
          staged.manifest(),
          new Taken.Share(files, 0, 0, Duration.ofNanos(System.nanoTime() - began).toMillis()),
          staged.remarks(),
          null);
    } finally {
      staging = null;
      removed(scratch);
    }
  }

  private record Staged(Manifest manifest, List<Finding> remarks) {}

  private Staged staged(Path scratch) throws InterruptedException, IOException {
    var place =
        new BackupSet.Place(
            BackupSet.Engine.OWN,
            scratch.resolve("archive").toString(),
            set.place().as(),
            BackupSet.Format.TAR_ZST,
            null);
    var own =
        new Backups(
            new BackupSet(
                set.name(),
                set.sources(),
                place,
                BackupSet.Keep.EVERYTHING,
                set.proof(),
                set.around()),
            around);
    var taking = own.take(new TakeOptions(true, true, options.of()));
    staging = taking;
    var taken = taking.run();
    if (!(taken instanceof Taken.Made made)) {
      throw new IllegalStateException("nothing was made although it was asked for");
    }
    var unpacking = own.unpack(made.point().id(), List.of(), scratch.resolve(FILES));
    staging = unpacking;
    unpacking.run();
    staging = null;
    Files.write(scratch.resolve(FILES).resolve(Repository.MANIFEST), made.manifest().encoded());
    return new Staged(made.manifest(), made.remarks());
  }

  private Optional<RestorePoint> last() throws InterruptedException {
    return repository.snapshots().stream()
        .map(each -> Tags.point(each.id(), each.tags(), around.project().product(), set.name()))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(RestorePoint::takenOn));
  }

  private boolean isSame(Manifest now, RestorePoint last) throws InterruptedException {
    var before = repository.manifest(last.id()).members();
    return now.members().stream()
        .map(ResticTake::content)
        .toList()
        .equals(before.stream().map(ResticTake::content).toList());
  }

  /// What must be equal for nothing to have changed.
  private static List<Object> content(Manifest.Member member) {
    return List.of(
        member.path(),
        member.shape(),
        member.size(),
        member.mode(),
        member.sha256(),
        Objects.requireNonNullElse(member.facts().target(), ""));
  }

  private RestorePoint saved(Staged staged, Path files) throws InterruptedException {
    forgetUnread();
    progress.stage(Stage.SAVING);
    var summary = new ArrayList<Lines.Line>();
    var words =
        Repository.words(
            "backup",
            "--json",
            "--host",
            "plimsoll",
            "--tag",
            String.join(",", tags(staged, Tags.NEW)),
            ".");
    var ended =
        repository.ask(
            files,
            Program.lines(text ->
                Lines.line(text)
                    .ifPresent(line -> {
                      if (line.kind().equals("summary")) {
                        summary.add(line);
                      } else if (line.kind().equals("status")) {
                        progress.take(Stage.SAVING, line);
                      }
                    })),
            words);
    var id = summary.isEmpty() ? null : summary.getLast().text("snapshot_id");
    if (!ended.isGood() || id == null) {
      if (Repository.isFull(ended)) {
        throw Problem.of(
            "Backup not taken",
            "There is no room left at "
                + repository.address()
                + ". No backup was made; what restic has written by then is used by the next one.",
            "Make room there, then take the backup again.");
      }
      throw Problem.of(
          "Backup not taken",
          "restic saved no backup: " + Repository.reason(ended) + ".",
          "See that " + repository.address() + " has room and can be written to.");
    }
    readBack(staged.manifest(), shortened(id));
    var stored = summary.getLast().number("data_added");
    repository.retag(shortened(id), Tags.NEW, List.of(Tags.GOOD, Tags.stored(stored)));
    var digest = staged.manifest().digest();
    return repository.snapshots().stream()
        .map(each -> Tags.point(each.id(), each.tags(), staged.manifest().product(), set.name()))
        .flatMap(Optional::stream)
        .filter(each -> each.manifest().equals(digest))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "Backup not taken",
                "The snapshot that was made is not in the repository any more.",
                "Take the backup again."));
  }

  private static String shortened(String id) {
    return id.length() > 8 ? id.substring(0, 8) : id;
  }

  private static List<String> tags(Staged staged, String first) {
    return Tags.of(staged.manifest(), first);
  }

  /// What an earlier one left that was cut off before it was read back.
  private void forgetUnread() throws InterruptedException {
    var left =
        repository.snapshots().stream()
            .filter(
                each -> each.tags().contains(Tags.NEW) && each.tags().contains("set=" + set.name()))
            .map(Lines.Snapshot::id)
            .toList();
    if (!left.isEmpty()) {
      forget(left);
    }
  }

  private void forget(List<String> ids) throws InterruptedException {
    var ended = repository.forget(ids).ended();
    if (!ended.isGood()) {
      throw Problem.of(
          "Backup not taken",
          "restic did not let go of a snapshot that was never read back: "
              + Repository.reason(ended)
              + ". It is no backup.",
          "See that nobody else uses " + repository.address() + ", then try again.");
    }
  }

  private void readBack(Manifest manifest, String id) throws InterruptedException {
    var reread = new Reread(manifest, progress);
    var ended = repository.ask(reread::read, List.of("dump", "--no-lock", id, "/"));
    var findings = reread.findings();
    if (!ended.isGood() || !findings.isEmpty()) {
      forget(List.of(id));
      throw Problem.of(
          "Backup not taken",
          "What was saved does not read back: "
              + (findings.isEmpty() ? "" : findings.getFirst().message() + " ")
              + (ended.isGood() ? "" : "restic says: " + Repository.reason(ended) + ". ")
              + "It was not kept.",
          "Verify all backups of "
              + set.name()
              + "; where the repository is damaged, begin a new one.");
    }
  }

  /// Only its owner may look into it: copies of databases come to lie there.
  private static void emptied(Path folder) throws IOException {
    removed(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  /// A folder that its owner may not write to cannot be emptied: what was saved may hold one.
  private static void removed(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.toList()) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          path.toFile().setWritable(true, true);
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      return; // the next one tries again
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException inUse) {
      return; // the next one tries again
    }
  }
}
