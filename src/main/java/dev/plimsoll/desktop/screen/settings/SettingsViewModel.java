package dev.plimsoll.desktop.screen.settings;

import dev.plimsoll.core.Keys;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.KeyListing;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Operator;
import dev.plimsoll.desktop.kit.Preferences;
import dev.plimsoll.desktop.task.TaskRunner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Preferences and keys.
public final class SettingsViewModel {
  private final Preferences.Keeper keeper;
  private final Keys keys;
  private final Operator operator;
  private final Proof proof;
  private final TaskRunner tasks;
  private final ObservableList<Keys.Choice> found = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable String> proven = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

  public SettingsViewModel(
      Preferences.Keeper keeper, Keys keys, Operator operator, Proof proof, TaskRunner tasks) {
    this.keeper = keeper;
    this.keys = keys;
    this.operator = operator;
    this.proof = proof;
    this.tasks = tasks;
  }

  public void refresh() {
    proven.set(operator.key().orElse(null));
    tasks.run(keys::list, found::setAll, problem::set);
  }

  public Look look() {
    return keeper.read().look();
  }

  public void theme(Look.Theme theme) {
    keep(keeper.read().withLook(new Look(theme, look().percent())));
  }

  /// @param percent 100 to 200
  public void textSize(int percent) {
    keep(keeper.read().withLook(new Look(look().theme(), percent)));
  }

  private void keep(Preferences preferences) {
    try {
      problem.set(null);
      keeper.keep(preferences);
    } catch (Problem notKept) {
      problem.set(notKept);
    }
  }

  /// Proves a key and remembers it for the next time.
  ///
  /// @param done called on the window's thread when it went well
  public void use(Keys.Choice key, char[] passphrase, Runnable done) {
    working.set(true);
    problem.set(null);
    tasks.act(
        () -> proof.prove(key.fingerprint(), passphrase),
        () -> {
          working.set(false);
          keep(keeper.read().withKey(key.fingerprint()));
          proven.set(key.fingerprint());
          done.run();
        },
        this::failed);
  }

  public void useNone() {
    proof.forget();
    keep(keeper.read().withKey(null));
    proven.set(null);
  }

  /// Makes a key.
  ///
  /// @param passphrase overwritten; empty for none
  /// @param made gets the new key's line for a trust file, on the window's thread
  public void create(String name, String principal, char[] passphrase, Consumer<String> made) {
    working.set(true);
    problem.set(null);
    tasks.run(
        () -> {
          try {
            var created = keys.create(name, principal, passphrase.length == 0 ? null : passphrase);
            return AllowedSigners.line(principal, created.publicKey(), List.of());
          } finally {
            Arrays.fill(passphrase, '\0');
          }
        },
        line -> {
          working.set(false);
          refresh();
          made.accept(line);
        },
        this::failed);
  }

  /// The line that gives a key to a person in a trust file.
  ///
  /// @param shown gets the line, on the window's thread; nothing where the public key cannot be
  ///   read
  public void trustLine(Keys.Choice key, String principal, Consumer<Optional<String>> shown) {
    tasks.run(() -> line(key, principal), shown, problem::set);
  }

  private static Optional<String> line(Keys.Choice key, String principal) {
    var file = key.file();
    if (file == null || file.getParent() == null) {
      return Optional.empty();
    }
    return KeyFiles.list(file.getParent()).stream()
        .filter(listing -> listing.fingerprint().equals(key.fingerprint()))
        .map(KeyListing::key)
        .flatMap(Optional::stream)
        .findFirst()
        .map(publicKey -> AllowedSigners.line(principal, publicKey, List.of()));
  }

  private void failed(Problem why) {
    working.set(false);
    problem.set(why);
  }

  public ObservableList<Keys.Choice> keys() {
    return found;
  }

  public String keyFolder() {
    return keys.folder().toString();
  }

  /// Fingerprint of the key that was proven in this window, or null.
  public ReadOnlyObjectProperty<@Nullable String> proven() {
    return proven.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }
}
