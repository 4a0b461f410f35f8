package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.KeyListing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the public half of a key.
@Command(
    name = "show",
    description = "Show a key's public half, and its line for .plimsoll/allowed_signers.",
    footer = {"", "Exit codes: 0 shown, 1 no such key."})
final class KeyShowCommand implements Callable<Integer> {
  private static final List<String> PURPOSES =
      List.of("release-record@plimsoll.dev", "sign-off@plimsoll.dev", "git");

  private final Invocation invocation;

  @Parameters(
      paramLabel = "NAME",
      description = "A key of Plimsoll's own folder, or the path of a private key file.")
  String name = "";

  @Option(
      names = "--principal",
      paramLabel = "PRINCIPAL",
      description = "Whose key it is; the address that git is configured with by default.")
  @Nullable String principal;

  KeyShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open()) {
      var listing = find(plimsoll.keys().folder());
      var key =
          listing
              .key()
              .orElseThrow(() ->
                  Problem.of(
                      "Key not shown",
                      listing.file() + " is of type " + listing.type() + ".",
                      "Only ssh-ed25519 keys sign here; make one with: plimsoll key new NAME"));
      var whose = principal == null ? identity().map(Identity::email).orElse(name) : principal;
      var line = AllowedSigners.line(whose, key, PURPOSES);
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("file", listing.file())
                .with("fingerprint", listing.fingerprint())
                .with("publicKey", key.openSsh())
                .with("encrypted", listing.encrypted())
                .with("obstacle", listing.obstacle())
                .with("allowedSigners", line));
        return ExitCode.OK;
      }
      var out = invocation.out();
      out.line(listing.file() + (listing.encrypted() ? " (with passphrase)" : ""));
      out.line("  " + listing.fingerprint());
      listing.obstacle().ifPresent(obstacle -> out.line("  It cannot sign here: " + obstacle));
      out.line("Public key:");
      out.line("  " + key.openSsh());
      out.line("Line for .plimsoll/allowed_signers:");
      out.line("  " + line);
      return ExitCode.OK;
    }
  }

  private KeyListing find(Path folder) {
    var path = invocation.path(Path.of(name));
    var keys = KeyFiles.list(folder);
    var beside = path.getParent() == null ? List.<KeyListing>of() : KeyFiles.list(path.getParent());
    return keys.stream()
        .filter(key -> key.file().endsWith(name))
        .findFirst()
        .or(() -> beside.stream().filter(key -> key.file().equals(path)).findFirst())
        .orElseThrow(() ->
            Problem.of(
                "Key not found",
                "There is no key " + name + " in " + folder + ", and no such file.",
                keys.isEmpty()
                    ? "Make one with: plimsoll key new " + name
                    : Nearest.hint(
                        name,
                        keys.stream()
                            .map(key -> String.valueOf(key.file().getFileName()))
                            .toList())));
  }

  private Optional<Identity> identity() {
    try (var repository = GitRepository.open(invocation.projectFolder())) {
      return repository.userIdentity();
    } catch (Problem noRepository) {
      return Optional.empty();
    }
  }
}
