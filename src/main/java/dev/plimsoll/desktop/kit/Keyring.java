package dev.plimsoll.desktop.kit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys a person can sign with in one repository. Everything may take a moment: call it off the
/// window's thread.
///
/// @param <S> an opened key with the person it belongs to
public interface Keyring<S> {
  /// @param fingerprint `SHA256:...`
  /// @param encrypted whether opening it takes a passphrase
  /// @param obstacle why it cannot sign here, or null
  record Key(
      String label,
      String fingerprint,
      boolean inAgent,
      boolean encrypted,
      @Nullable String obstacle) {
    /// `release-key · SHA256:4A9j…HD+G4 · in the agent`
    public String words() {
      var place = inAgent ? " · in the agent" : encrypted ? " · with passphrase" : "";
      return label + " · " + Texts.shortFingerprint(fingerprint) + place;
    }
  }

  record Who(String principal, String role) {}

  /// What is done with an opened key.
  @FunctionalInterface
  interface Use<S> {
    void sign(S person) throws Exception;
  }

  List<Key> keys();

  /// Whose key it is by the repository's trust file.
  Optional<String> principalOf(Key key);

  /// Opens the key, lets `use` sign, closes the key.
  ///
  /// @param passphrase overwritten when this returns
  /// @throws dev.plimsoll.core.model.Problem where the key does not open
  void with(Key key, Who who, char[] passphrase, Use<S> use) throws Exception;
}
