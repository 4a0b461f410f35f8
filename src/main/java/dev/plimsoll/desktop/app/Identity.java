package dev.plimsoll.desktop.app;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.trust.Signer;
import dev.plimsoll.core.trust.SshSig;
import dev.plimsoll.desktop.kit.Operator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Who sits at the window. A person is a principal only with a key that was proven here, by signing
/// something with it.
///
/// Holds no secret: only the fingerprint of the proven key.
final class Identity implements Operator {
  private static final String NAMESPACE = "identity@plimsoll.dev";

  private final Actor osUser;
  private final AtomicReference<@Nullable String> proven = new AtomicReference<>();

  Identity(Actor osUser) {
    this.osUser = osUser;
  }

  /// Proves that the key is at hand by signing with it.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it does not sign
  void prove(Signer signer) {
    SshSig.sign(signer, NAMESPACE, "Who sits here?".getBytes(StandardCharsets.UTF_8));
    proven.set(signer.publicKey().fingerprint());
  }

  /// From now on nobody in particular.
  void forget() {
    proven.set(null);
  }

  @Override
  public Optional<String> key() {
    return Optional.ofNullable(proven.get());
  }

  @Override
  public Actor in(Path root) {
    var key = proven.get();
    return key == null
        ? osUser
        : TrustFile.principalOf(root, key)
            .map(principal -> new Actor(principal, key))
            .orElse(osUser);
  }

  Actor osUser() {
    return osUser;
  }
}
