package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.desktop.kit.Keyring;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.SigningForm;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.task.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One release, looked at afresh every few seconds while it is on screen. It shows the gate's
/// verdict and makes none.
public final class ReleaseViewModel {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final Place.Release place;
  private final Supplier<OpenProject> project;
  private final Keyring<PersonSigner> keyring;
  private final Surroundings window;
  private final ReadOnlyObjectWrapper<@Nullable ReleaseSnapshot> snapshot =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private Ticker.@Nullable Beat beat;
  private boolean looking;

  /// @param project opens the project; called off the window's thread
  public ReleaseViewModel(
      Place.Release place,
      Supplier<OpenProject> project,
      Keyring<PersonSigner> keyring,
      Surroundings window) {
    this.place = place;
    this.project = project;
    this.keyring = keyring;
    this.window = window;
  }

  public void start() {
    refresh();
    beat = window.ticker().every(LOOK_EVERY, this::refresh);
  }

  public void stop() {
    if (beat != null) {
      beat.close();
      beat = null;
    }
  }

  /// Looks again, unless a look is under way.
  public void refresh() {
    if (looking) {
      return;
    }
    looking = true;
    window
        .tasks()
        .run(
            this::look,
            seen -> {
              looking = false;
              problem.set(null);
              if (!seen.equals(snapshot.get())) {
                snapshot.set(seen);
              }
            },
            trouble -> {
              looking = false;
              problem.set(trouble);
            });
  }

  private ReleaseSnapshot look() {
    var opened = project.get();
    opened.reload();
    var desk = opened.release(place.version());
    var view = desk.view();
    var requests = new LinkedHashMap<String, SignOffRequest>();
    if (view.state().sealed() == null) {
      view.needs().keySet().forEach(role -> requests.put(role, desk.signOffRequest(role)));
    }
    return new ReleaseSnapshot(
        view,
        opened.definition(),
        opened.trustQuestion().trusted(),
        requests,
        opened.backups().wayBack());
  }

  public void walk(String checklist) {
    window.navigator().go(new Place.ChecklistRun(place.root(), place.version(), checklist));
  }

  /// To the page where checklists are trusted.
  public void openProject() {
    window.navigator().go(new Place.Project(place.root()));
  }

  public void openRecord() {
    var seen = snapshot.get();
    if (seen != null && seen.view().state().sealed() != null) {
      window
          .navigator()
          .go(
              new Place.KeptRecord(
                  seen.view().state().candidate().product(),
                  place.version(),
                  seen.view().state().sealed().bundle()));
    }
  }

  /// A form for a signature in `role`, with the machine's keys.
  public SigningForm<PersonSigner> form(String role) {
    return new SigningForm<>(keyring, window.tasks(), role);
  }

  /// A form for the seal, in whatever role each person has.
  public SigningForm<PersonSigner> sealForm(Project definition) {
    return new SigningForm<>(
        keyring, window.tasks(), (String principal) -> role(definition, principal));
  }

  /// Signs the release as a whole.
  public void signOff(SigningForm<PersonSigner> form, SignOffRequest request) {
    form.sign(
        person -> project.get().release(place.version()).signOff(request, person),
        () -> {
          window.dialogs().close();
          window.dialogs().tell("Signed as " + request.role() + ".");
          refresh();
        });
  }

  public void rescind(String principal, String reason) {
    window
        .tasks()
        .act(
            () -> project.get().release(place.version()).rescind(principal, reason),
            () -> {
              window.dialogs().close();
              refresh();
            },
            window.dialogs()::tell);
  }

  /// Seals the release and goes to its record.
  public void seal(SigningForm<PersonSigner> form, Path folder) {
    var sealed = new AtomicReference<@Nullable Path>();
    form.sign(
        person -> sealed.set(seal(person, folder)),
        () -> {
          window.dialogs().close();
          var bundle = sealed.get();
          if (bundle != null) {
            window.dialogs().tell("Sealed. The bundle lies at " + bundle + ".");
            window.navigator().go(new Place.RecordFile(bundle));
          }
        });
  }

  private Path seal(PersonSigner person, Path folder) {
    return project.get().release(place.version()).seal(List.of(person), folder).bundle();
  }

  /// The role a person seals in: operator where they are one, else their first by name.
  static String role(Project project, String principal) {
    return project
        .person(principal)
        .flatMap(person ->
            person.roles().contains("operator")
                ? Optional.of("operator")
                : person.roles().stream().sorted().findFirst())
        .orElse("operator");
  }

  public Place.Release place() {
    return place;
  }

  /// What was seen last, or null before the first look.
  public ReadOnlyObjectProperty<@Nullable ReleaseSnapshot> snapshot() {
    return snapshot.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }
}
