package dev.plimsoll.core;

import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.KeyListing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// The person who begins a project: called as git calls them, with the public half of a key that
/// they have already.
///
/// @param person for the project's people and its trust file
/// @param fingerprint of the key, `SHA256:...`
/// @param from where the key was found, for a person: `user.signingKey of git`
public record Newcomer(Signatory person, String fingerprint, String from) {
  private static final int LARGEST = 64 * 1024;
  private static final Pattern LITERAL = Pattern.compile("(?:key::)?(ssh-ed25519 .+)");

  /// With the key that git signs with, where that is an SSH key of the right type; else with the
  /// first that can sign here: of ssh-agent, of Plimsoll's own folder, of `~/.ssh`.
  ///
  /// Reads only, and of private keys their public half. Empty where git does not know a name and an
  /// address, or there is no such key.
  ///
  /// @throws Problem where `anywhereInside` is in no repository
  static Optional<Newcomer> at(Path anywhereInside, Keys keys) {
    try (var repository = GitRepository.open(anywhereInside)) {
      var who = repository.userIdentity();
      if (who.isEmpty()) {
        return Optional.empty();
      }
      var root = repository.root();
      return repository
          .sshSigningKey()
          .flatMap(named -> ofGit(root, named))
          .map(key -> new Found(key, "user.signingKey of git"))
          .or(() -> held(keys))
          .map(found ->
              new Newcomer(
                  new Signatory(who.get().email(), who.get().name(), found.key().openSsh()),
                  found.key().fingerprint(),
                  found.from()));
    }
  }

  private record Found(Ed25519PublicKey key, String from) {}

  private static Optional<Found> held(Keys keys) {
    return keys.list().stream()
        .filter(choice -> choice.obstacle() == null)
        .flatMap(choice ->
            keys.publicKey(choice).stream()
                .map(key ->
                    new Found(
                        key,
                        choice.file() == null
                            ? "ssh-agent, " + choice.label()
                            : choice.file().toString())))
        .findFirst();
  }

  /// What git is told to sign with: a key as it stands, or the file of either half.
  private static Optional<Ed25519PublicKey> ofGit(Path root, String named) {
    var literal = LITERAL.matcher(named);
    if (literal.matches()) {
      return publicKey(literal.group(1));
    }
    try {
      var home = System.getProperty("user.home");
      var file = root.resolve(named.startsWith("~/") ? home + named.substring(1) : named);
      return named.endsWith(".pub") ? publicKey(text(file)) : ofPrivate(file);
    } catch (IOException | InvalidPathException absent) {
      return Optional.empty();
    }
  }

  private static Optional<Ed25519PublicKey> ofPrivate(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var name = String.valueOf(file.getFileName());
    var beside = file.resolveSibling(name + ".pub");
    var listed =
        folder == null
            ? Optional.<Ed25519PublicKey>empty()
            : KeyFiles.list(folder).stream()
                .filter(listing -> listing.file().endsWith(name))
                .map(KeyListing::key)
                .flatMap(Optional::stream)
                .findFirst();
    return listed.isPresent() || !Files.exists(beside) ? listed : publicKey(text(beside));
  }

  private static String text(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }

  private static Optional<Ed25519PublicKey> publicKey(String line) {
    try {
      return Optional.of(Ed25519PublicKey.fromOpenSsh(line.strip()));
    } catch (Problem | IllegalArgumentException anotherType) {
      return Optional.empty();
    }
  }
}
