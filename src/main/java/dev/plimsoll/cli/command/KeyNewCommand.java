package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.model.Problem;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a key to sign with.
@Command(
    name = "new",
    description = "Make an OpenSSH Ed25519 key in Plimsoll's own folder. Nothing is overwritten.",
    footer = {"", "Exit codes: 0 made, 1 not made, 64 no passphrase and nobody to ask for one."})
final class KeyNewCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "File name of the key.")
  String name = "";

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "Stands beside the key in clear; the name by default.")
  @Nullable String comment;

  @ArgGroup Protection protection = new Protection();

  static final class Protection {
    @Option(names = "--passphrase", description = "Ask for a passphrase; this is the default.")
    boolean asked;

    @Option(
        names = "--no-passphrase",
        description = "Make a key that anybody who reads its file can use.")
    boolean none;
  }

  KeyNewCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var passphrase = protection.none ? null : passphrase();
    try (var plimsoll = invocation.open()) {
      var made = plimsoll.keys().create(name, comment == null ? name : comment, passphrase);
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("file", made.privateFile())
                .with("publicFile", made.publicFile())
                .with("fingerprint", made.publicKey().fingerprint())
                .with("publicKey", made.publicKey().openSsh())
                .with("encrypted", passphrase != null));
      } else {
        invocation.out().line("Made " + made.privateFile());
        invocation.out().line("  " + made.publicKey().fingerprint());
        invocation
            .out()
            .line("For the line of .plimsoll/allowed_signers: plimsoll key show " + name);
      }
      return ExitCode.OK;
    } finally {
      if (passphrase != null) {
        Arrays.fill(passphrase, '\0');
      }
    }
  }

  private char[] passphrase() {
    if (!invocation.prompt().isSomebodyThere()) {
      throw new Misuse(
          "There is nobody at a terminal to ask for a passphrase.",
          "Run it in a terminal, or make a key without one: --no-passphrase");
    }
    var first = invocation.prompt().secret("Passphrase for the new key " + name);
    var second = invocation.prompt().secret("The same again");
    try {
      if (first == null || first.length == 0 || !Arrays.equals(first, second)) {
        throw Problem.of(
            "Key not made",
            first == null || first.length == 0
                ? "No passphrase was given."
                : "The two passphrases differ.",
            "Try again.");
      }
      return first;
    } finally {
      if (second != null) {
        Arrays.fill(second, '\0');
      }
    }
  }
}
