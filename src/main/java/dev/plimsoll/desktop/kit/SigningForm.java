package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.task.TaskRunner;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What a person decides when they sign: with which key, and its passphrase. Who they are follows
/// from the key and the repository's trust file. Without a toolkit; [SigningPanel] shows it.
///
/// @param <S> an opened key with the person it belongs to
public final class SigningForm<S> {
  private final Keyring<S> keyring;
  private final TaskRunner tasks;
  private final UnaryOperator<String> roles;
  private final ObservableList<Keyring.Key> keys = FXCollections.observableArrayList();
  private final ObjectProperty<Keyring.@Nullable Key> key = new SimpleObjectProperty<>();
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable String> principal = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty working = new SimpleBooleanProperty();

  /// @param role the role that is signed in
  public SigningForm(Keyring<S> keyring, TaskRunner tasks, String role) {
    this(keyring, tasks, _ -> role);
  }

  /// @param roles the role that a principal signs in
  public SigningForm(Keyring<S> keyring, TaskRunner tasks, UnaryOperator<String> roles) {
    this.keyring = keyring;
    this.tasks = tasks;
    this.roles = roles;
    key.addListener((_, _, now) -> chosen(now));
  }

  /// Looks for keys and chooses one: the preferred, else the first whose owner is known here, else
  /// the first that can sign.
  ///
  /// @param preferred fingerprint, or null
  public void load(@Nullable String preferred) {
    record Found(List<Keyring.Key> keys, Keyring.@Nullable Key best) {}
    working.set(true);
    tasks.run(
        () -> {
          var found = keyring.keys();
          var usable = found.stream().filter(one -> one.obstacle() == null).toList();
          var best =
              usable.stream()
                  .filter(one -> one.fingerprint().equals(preferred))
                  .findFirst()
                  .or(() -> usable.stream().filter(this::isKnown).findFirst())
                  .or(() -> usable.stream().findFirst())
                  .orElse(null);
          return new Found(found, best);
        },
        found -> {
          working.set(false);
          keys.setAll(found.keys());
          key.set(found.best());
        },
        this::failed);
  }

  private boolean isKnown(Keyring.Key one) {
    return keyring.principalOf(one).isPresent();
  }

  private void chosen(Keyring.@Nullable Key now) {
    passphrase.set("");
    problem.set(null);
    principal.set(null);
    if (now == null) {
      return;
    }
    tasks.run(
        () -> keyring.principalOf(now),
        found -> {
          if (now.equals(key.get())) {
            principal.set(found.orElse(null));
          }
        },
        this::failed);
  }

  /// Opens the key and signs with it, off the window's thread. Does nothing before everything is
  /// there.
  ///
  /// @param done called on the window's thread after `use` went well
  public void sign(Keyring.Use<S> use, Runnable done) {
    var chosen = key.get();
    var who = principal.get();
    if (chosen == null || who == null || working.get()) {
      return;
    }
    var secret = passphrase.get().toCharArray();
    working.set(true);
    problem.set(null);
    tasks.act(
        () -> keyring.with(chosen, new Keyring.Who(who, roles.apply(who)), secret, use),
        () -> {
          working.set(false);
          passphrase.set("");
          done.run();
        },
        this::failed);
  }

  private void failed(Problem why) {
    working.set(false);
    problem.set(why);
  }

  /// Whether everything is there that signing takes.
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(
        () -> {
          var chosen = key.get();
          return chosen != null
              && chosen.obstacle() == null
              && principal.get() != null
              && !working.get()
              && (!chosen.encrypted() || !passphrase.get().isEmpty());
        },
        key,
        principal,
        working,
        passphrase);
  }

  public ObservableList<Keyring.Key> keys() {
    return keys;
  }

  public ObjectProperty<Keyring.@Nullable Key> key() {
    return key;
  }

  public StringProperty passphrase() {
    return passphrase;
  }

  /// Whose key it is, or null where the trust file does not know it.
  public ReadOnlyObjectProperty<@Nullable String> principal() {
    return principal.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  public BooleanProperty working() {
    return working;
  }

  /// The role the chosen person signs in; empty while nobody is chosen.
  public String role() {
    var who = principal.get();
    return who == null ? "" : roles.apply(who);
  }
}
