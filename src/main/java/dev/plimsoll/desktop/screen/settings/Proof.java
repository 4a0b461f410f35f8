package dev.plimsoll.desktop.screen.settings;

/// Lets a person show that a key is theirs. Called off the window's thread.
public interface Proof {
  /// Opens the key and signs with it; from then on the person is who the trust files say the key
  /// belongs to.
  ///
  /// @param fingerprint of the key
  /// @param passphrase overwritten when this returns
  /// @throws dev.plimsoll.core.model.Problem where the key does not open
  void prove(String fingerprint, char[] passphrase);

  /// From then on the person is nobody in particular.
  void forget();
}
