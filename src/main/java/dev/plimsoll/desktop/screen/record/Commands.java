package dev.plimsoll.desktop.screen.record;

import java.util.List;

/// The commands that verify a record with nothing but OpenSSH, each on one line, so that every
/// shell takes them. Pure.
final class Commands {
  private static final String PREFIX = "release-record.json.";
  private static final String SUFFIX = ".sig";

  private Commands() {}

  /// One command for each signature; every one of them has to say `Good`.
  ///
  /// @param signatures names of signature files, `release-record.json.<principal>.sig`
  static String of(List<String> signatures) {
    if (signatures.isEmpty()) {
      return "# This record has no signature.";
    }
    return String.join("\n\n", signatures.stream().map(Commands::of).toList());
  }

  private static String of(String signature) {
    var who = signature.substring(PREFIX.length(), signature.length() - SUFFIX.length());
    return "ssh-keygen -Y verify -f allowed_signers -I "
        + (who.startsWith("SHA256-") ? "PRINCIPAL" : who)
        + " -n release-record@plimsoll.dev -s "
        + signature
        + " < release-record.json";
  }
}
