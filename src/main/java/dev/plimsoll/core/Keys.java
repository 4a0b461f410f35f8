package dev.plimsoll.core;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.KeyListing;
import dev.plimsoll.core.trust.PassphraseSource;
import dev.plimsoll.core.trust.Signer;
import dev.plimsoll.core.trust.SshAgent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys a person can sign with on this machine: ssh-agent first, then key files of Plimsoll's
/// own folder and `~/.ssh`. Thread-safe. Reading may take a moment; call it off the window's
/// thread.
public final class Keys {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Installation installation;

  Keys(Installation installation) {
    this.installation = installation;
  }

  /// One key.
  ///
  /// @param label comment or file name
  /// @param fingerprint `SHA256:...`
  /// @param file the private key file, or null for a key in the agent
  /// @param encrypted whether opening it needs a passphrase
  /// @param obstacle why it cannot be used here, or null
  public record Choice(
      String label,
      String fingerprint,
      @Nullable Path file,
      boolean encrypted,
      @Nullable String obstacle) {
    public boolean isInAgent() {
      return file == null;
    }
  }

  /// Every key found, usable ones first; a key in the agent hides its file.
  public List<Choice> list() {
    var choices = new ArrayList<Choice>();
    agentKeys(choices);
    for (var folder : List.of(folder(), sshFolder())) {
      for (var listing : KeyFiles.list(folder)) {
        if (isPersons(listing)
            && choices.stream().noneMatch(c -> c.fingerprint().equals(listing.fingerprint()))) {
          choices.add(
              new Choice(
                  String.valueOf(listing.file().getFileName()),
                  listing.fingerprint(),
                  listing.file(),
                  listing.encrypted(),
                  listing.obstacle().orElse(null)));
        }
      }
    }
    choices.sort(java.util.Comparator.comparing(choice -> choice.obstacle() != null));
    return List.copyOf(choices);
  }

  /// The public half of a key that was listed; empty where it is gone, or of another type.
  public Optional<Ed25519PublicKey> publicKey(Choice choice) {
    var file = choice.file();
    if (file == null) {
      return agent().keys().stream()
          .filter(held -> held.fingerprint().equals(choice.fingerprint()))
          .flatMap(held -> held.key().stream())
          .findFirst();
    }
    return KeyFiles.list(file.resolveSibling("")).stream()
        .filter(listing -> listing.fingerprint().equals(choice.fingerprint()))
        .flatMap(listing -> listing.key().stream())
        .findFirst();
  }

  private static boolean isPersons(KeyListing listing) {
    var name = String.valueOf(listing.file().getFileName());
    return !LogKeyRing.isLogKey(name) && !name.equals(WitnessDesk.KEY);
  }

  private void agentKeys(List<Choice> choices) {
    try {
      for (var key : agent().keys()) {
        choices.add(
            new Choice(
                key.comment().isBlank() ? key.type() : key.comment(),
                key.fingerprint(),
                null,
                false,
                key.obstacle().orElse(null)));
      }
    } catch (Problem noAgent) {
      // No agent is no fault: the files remain.
    }
  }

  /// Opens a key for signing.
  ///
  /// @throws Problem for a wrong passphrase, loose permissions, an unusable key
  public Signer open(Choice choice, PassphraseSource passphrases) {
    if (choice.file() != null) {
      return KeyFiles.open(choice.file(), passphrases);
    }
    return agent().keys().stream()
        .filter(key -> key.fingerprint().equals(choice.fingerprint()))
        .flatMap(key -> key.key().stream())
        .findFirst()
        .map(key -> (Signer) agent().signer(key))
        .orElseThrow(() ->
            Problem.of(
                "Key not opened",
                "The agent no longer holds " + choice.fingerprint() + ".",
                "Add it again with ssh-add, or choose another key."));
  }

  /// Makes a key pair in Plimsoll's own folder.
  ///
  /// @param name file name, letters, digits, `.`, `_`, `-`
  /// @param passphrase null for none; the caller overwrites it
  public KeyFiles.Created create(String name, String comment, char @Nullable [] passphrase) {
    if (!name.matches("[A-Za-z0-9._-]{1,64}") || name.startsWith(".")) {
      throw Problem.of(
          "Key not made",
          "'" + name + "' is not a file name for a key.",
          "Use letters, digits, dots, dashes and underscores.");
    }
    return KeyFiles.create(folder().resolve(name), comment, passphrase, installation.random());
  }

  public Path folder() {
    return installation.keyFolder();
  }

  private static Path sshFolder() {
    return Path.of(System.getProperty("user.home")).resolve(".ssh");
  }

  private SshAgent agent() {
    return SshAgent.at(
        Optional.ofNullable(installation.environment().get("SSH_AUTH_SOCK")).orElse(null),
        PATIENCE);
  }
}
