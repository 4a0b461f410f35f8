package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.SeenBefore;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A record, and the trust file it is held against. Nothing is verified before a trust file was
/// chosen: whose key is whose never comes out of the bundle.
public final class RecordViewModel {
  private final RecordSource source;
  private final TaskRunner tasks;
  private final RecordReading reading;
  private final ReadOnlyObjectWrapper<@Nullable OpenedRecord> opened =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper rememberable = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable Path> projectTrust = new ReadOnlyObjectWrapper<>();

  /// @param clock the moment at which keys have to count
  /// @param pins what the person remembered of logs; the one thing that may be written here, and
  ///   only when it is asked for
  public RecordViewModel(RecordSource source, TaskRunner tasks, InstantSource clock, Pins pins) {
    this.source = source;
    this.tasks = tasks;
    this.reading = new RecordReading(clock, pins);
  }

  ReadOnlyObjectProperty<@Nullable OpenedRecord> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// What stood in the way of reading it, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /// The project's own trust file, where it is at hand.
  public ReadOnlyObjectProperty<@Nullable Path> projectTrustProperty() {
    return projectTrust.getReadOnlyProperty();
  }

  /// Reads the record. It is verified at once where the project's own trust file is at hand.
  public void load() {
    record Found(OpenedRecord opened, Optional<Path> trust, @Nullable Problem trouble) {}
    start();
    tasks.run(
        () -> {
          var trust = source.projectTrust();
          var against = trust.map(Trust.OfProject::new).orElse(null);
          try {
            return new Found(reading.read(source.file(), against), trust, null);
          } catch (Problem trouble) {
            // a trust file that is not accepted does not hide what the record says
            return new Found(reading.read(source.file(), null), trust, trouble);
          }
        },
        found -> {
          projectTrust.set(found.trust().orElse(null));
          done(found.opened());
          problem.set(found.trouble());
        },
        this::failed);
  }

  /// Verifies against a trust file of the person's own.
  public void verifyAgainst(Path ownTrust) {
    verify(new Trust.Own(ownTrust));
  }

  /// Verifies against the project's own trust file.
  public void verifyAgainstProject() {
    var file = projectTrust.get();
    if (file != null) {
      verify(new Trust.OfProject(file));
    }
  }

  /// Whether the log of this record can be remembered as the last one seen: the record is proven,
  /// and its log goes on from what was seen.
  public ReadOnlyBooleanProperty rememberableProperty() {
    return rememberable.getReadOnlyProperty();
  }

  /// Remembers the log of this record as the last one seen, and looks again.
  public void remember(Runnable remembered, Consumer<Problem> otherwise) {
    var now = opened.get();
    var checked = now == null ? null : now.checked();
    if (!rememberable.get() || checked == null) {
      return;
    }
    tasks.run(
        () -> {
          reading.remember(source.file());
          return reading.read(source.file(), checked.trust());
        },
        read -> {
          done(read);
          remembered.run();
        },
        otherwise);
  }

  private static boolean isRememberable(OpenedRecord read) {
    var checked = read.checked();
    return checked != null
        && (checked.verification().level() == Verdict.Level.PROVEN
            || checked.verification().level() == Verdict.Level.PROVEN_WITH_WARNINGS)
        && (checked.seen().how() == SeenBefore.How.NEW
            || checked.seen().how() == SeenBefore.How.GREW);
  }

  private void verify(Trust trust) {
    start();
    tasks.run(() -> reading.read(source.file(), trust), this::done, this::failed);
  }

  private void start() {
    working.set(true);
    problem.set(null);
  }

  private void done(OpenedRecord read) {
    working.set(false);
    opened.set(read);
    rememberable.set(isRememberable(read));
  }

  private void failed(Problem why) {
    working.set(false);
    problem.set(why);
  }

  /// Writes a copy of the bundle as it lies.
  public void saveCopy(Path to, Runnable saved, Consumer<Problem> otherwise) {
    tasks.act(
        () -> {
          var from = source.file();
          if (Files.isDirectory(from)) {
            throw Problem.of(
                "Copy not written",
                from + " is a folder.",
                "Copy the folder, or save a copy of the bundle it came from.");
          }
          Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        },
        saved,
        otherwise);
  }

  public void close() {
    source.close();
  }
}
