package dev.plimsoll.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who signs, and with which key.
final class SignerWords {
  @Option(
      names = "--sign-as",
      required = true,
      paramLabel = "PRINCIPAL",
      description = "The person who signs, as .plimsoll/allowed_signers names them.")
  String principal = "";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Their private key: a file, or a name of 'plimsoll key list'. Without it, the key that"
              + " ssh-agent holds.")
  @Nullable Path key;

  static SignerWords of(String principal, @Nullable Path key) {
    var words = new SignerWords();
    words.principal = principal;
    words.key = key;
    return words;
  }
}
