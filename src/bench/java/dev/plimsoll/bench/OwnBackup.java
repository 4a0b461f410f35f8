package dev.plimsoll.bench;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.backup.Backups;
import dev.plimsoll.core.backup.Proofs;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.backup.restore.BackupOrigin;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.Looks;
import dev.plimsoll.core.backup.restore.Planning;
import dev.plimsoll.core.backup.restore.Programs;
import dev.plimsoll.core.backup.restore.RestoreWork;
import dev.plimsoll.core.backup.restore.Site;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.ProjectReader;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Our side of the benchmarks of backups, a process of its own: the engine, without the window, the
/// project's log or the history.
///
/// Arguments: `take`, `verify`, `restore`, or `all` of them; the folder that has `tree` in it; the
/// folder of the backups; `tar.zst` or `zip`.
final class OwnBackup {
  private static final String PRODUCT = "bench";

  private final Path folder;
  private final BackupSet set;

  private OwnBackup(Path folder, Path to, Format format) {
    this.folder = folder;
    this.set =
        new BackupSet(
            "tree",
            new BackupSet.Sources(
                List.of("tree"),
                List.of(),
                List.of(new BackupSet.KindRule("**", BackupSet.Kind.PLAIN)),
                List.of()),
            new BackupSet.Place(
                BackupSet.Engine.OWN, to.toString(), "backup_{yyyyMMdd_HHmmss}", format, null),
            BackupSet.Keep.EVERYTHING,
            BackupSet.Proof.NONE,
            BackupSet.Around.NOTHING);
  }

  public static void main(String[] args) throws InterruptedException {
    var format = args[3].equals("zip") ? Format.ZIP : Format.TAR_ZST;
    var own = new OwnBackup(Path.of(args[1]), Path.of(args[2]), format);
    System.out.println(
        switch (args[0]) {
          case "take" -> own.take();
          case "verify" -> own.verify();
          case "restore" -> own.restore();
          case "all" -> own.take() + own.verify() + own.take() + own.restored();
          default -> throw new IllegalArgumentException(args[0]);
        });
  }

  private Backups backups() {
    var yaml = "schema: plimsoll/project/v1\nproduct: " + PRODUCT + "\nplan: [release]\n";
    var project =
        Objects.requireNonNull(
            new ProjectReader()
                .read(new Checklist.Source("project.yaml", "", yaml), new Findings()));
    return new Backups(
        set,
        new Surroundings(
            project,
            folder,
            folder.resolve("scratch"),
            new Surroundings.Machine(
                InstantSource.system(), ZoneOffset.UTC, Map.of(), said -> said, HashKeys.NONE),
            Proofs.NONE));
  }

  private String take() throws InterruptedException {
    return switch (backups().take(TakeOptions.USUAL).run()) {
      case Taken.Made made -> "taken: " + made.point().id();
      case Taken.Unchanged same -> "nothing has changed since " + same.point().id();
    };
  }

  private String verify() throws InterruptedException {
    return backups().verify(newest()).run().sentence();
  }

  private String newest() {
    return backups().points().getFirst().id();
  }

  /// Of files that are gone.
  private String restored() throws InterruptedException {
    try (var files = Files.walk(folder.resolve("tree"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
    return restore();
  }

  private String restore() throws InterruptedException {
    var site =
        new Site(
            folder,
            PRODUCT,
            new Programs(Map.of(), said -> said),
            new Nothing(),
            InstantSource.system());
    var origin = BackupOrigin.of(backups(), newest());
    var plan = new Planning(site, origin, set.sources().files()).plan(Choice.ALL, List.of());
    new RestoreWork(set, site, origin, plan, Consent.PLAIN).run();
    return "restored";
  }

  /// There are neither databases nor logs among plain files.
  private static final class Nothing implements Looks {
    @Override
    public Optional<Recipe> recipe(String name) {
      return Optional.empty();
    }

    @Override
    public HashKeys keys() {
      return HashKeys.NONE;
    }

    @Override
    public Optional<String> sqliteFault(Path database) throws IOException {
      throw new IOException("no database was expected, but " + database);
    }

    @Override
    public long rows(Path database, String table) throws IOException {
      throw new IOException("no database was expected, but " + database);
    }
  }
}
