package dev.plimsoll.cli.command;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.Signer;
import dev.plimsoll.core.trust.SshAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/// Opens the keys of people, and holds them against the project's trust file before anything is
/// signed.
final class Signing {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Invocation invocation;
  private final Plimsoll plimsoll;
  private final Path root;

  /// @param root the repository's top folder
  Signing(Invocation invocation, Plimsoll plimsoll, Path root) {
    this.invocation = invocation;
    this.plimsoll = plimsoll;
    this.root = root;
  }

  /// The key of that person; the caller closes it.
  ///
  /// @throws Problem where it does not open, or the trust file does not give it to them
  Signer open(SignerWords who) {
    var trusted = allowedSigners();
    if (who.key == null) {
      return ofAgent(who.principal, trusted);
    }
    var signer = KeyFiles.open(file(who.key), this::passphrase);
    if (trusted.find(who.principal, signer.publicKey()).isEmpty()) {
      var fingerprint = signer.publicKey().fingerprint();
      var belongsTo = trusted.find(signer.publicKey()).map(AllowedSigners.Entry::principal);
      signer.close();
      throw Problem.of(
          "Not signed",
          belongsTo
              .map(other ->
                  "The key "
                      + fingerprint
                      + " belongs to "
                      + other
                      + " in .plimsoll/allowed_signers.")
              .orElse(
                  ".plimsoll/allowed_signers does not give the key "
                      + fingerprint
                      + " to "
                      + who.principal
                      + "."),
          "Choose another key, or have its line added ('plimsoll key show' prints it).");
    }
    return signer;
  }

  /// Where a key lies that was named: a path, else a name in Plimsoll's own folder.
  Path file(Path typed) {
    var path = invocation.path(typed);
    var own = plimsoll.keys().folder().resolve(typed);
    return !Files.exists(path) && Files.exists(own) ? own : path;
  }

  private Signer ofAgent(String principal, AllowedSigners trusted) {
    var agent = SshAgent.at(invocation.surroundings().environment().get("SSH_AUTH_SOCK"), PATIENCE);
    return agent.keys().stream()
        .flatMap(held -> held.key().stream())
        .filter(key -> trusted.find(principal, key).isPresent())
        .findFirst()
        .<Signer>map(agent::signer)
        .orElseThrow(() ->
            Problem.of(
                "Not signed",
                "ssh-agent holds no key that .plimsoll/allowed_signers gives to " + principal + ".",
                "Add it with ssh-add, or name its file with --key."));
  }

  private char[] passphrase(Path file) {
    var typed =
        invocation.prompt().isSomebodyThere()
            ? invocation.prompt().secret("Passphrase of " + file)
            : null;
    if (typed == null) {
      throw Problem.of(
          "Key not opened",
          file + " needs a passphrase, and nobody sits at a terminal to ask.",
          "Run it in a terminal, or add the key to your agent with: ssh-add " + file);
    }
    return typed;
  }

  private AllowedSigners allowedSigners() {
    var file = root.resolve(".plimsoll").resolve("allowed_signers");
    try {
      return AllowedSigners.parse(Files.readString(file), ".plimsoll/allowed_signers");
    } catch (NoSuchFileException none) {
      throw Problem.of(
          "Not signed",
          "The project has no file .plimsoll/allowed_signers, so nobody's signature would prove"
              + " anything.",
          "Add a line for each person who signs ('plimsoll key show' prints it) and commit it.",
          none);
    } catch (IOException unreadable) {
      throw Problem.of(
          "Not signed",
          ".plimsoll/allowed_signers cannot be read.",
          "Check its permissions.",
          unreadable);
    }
  }
}
