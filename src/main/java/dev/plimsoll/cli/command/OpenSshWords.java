package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.Bundle;
import dev.plimsoll.core.record.BundleLimits;
import dev.plimsoll.core.record.BundleReader;
import dev.plimsoll.core.record.Statement;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.SshSig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The commands that verify the signatures of a sealed record with OpenSSH, for a POSIX shell.
final class OpenSshWords {
  static final String RECORD = "release-record.json";
  private static final int LARGEST_SIGNATURE = 64 * 1024;

  private OpenSshWords() {}

  /// A signature in a bundle.
  record Signature(String principal, String file) {
    /// `ssh-keygen` and its arguments; the record comes on standard input.
    List<String> arguments(Path allowedSigners) {
      return List.of(
          "ssh-keygen",
          "-Y",
          "verify",
          "-f",
          allowedSigners.toString(),
          "-I",
          principal,
          "-n",
          Statement.NAMESPACE,
          "-s",
          file);
    }
  }

  /// The signatures that these people made.
  static List<Signature> signatures(Path bundle, List<PersonSigner> people) {
    try (var open = new BundleReader(BundleLimits.USUAL).open(bundle)) {
      var found = new ArrayList<Signature>();
      for (var person : people) {
        found.add(new Signature(person.principal(), file(open, person.signer().publicKey())));
      }
      return List.copyOf(found);
    } catch (IOException unreadable) {
      throw Problem.of(
          "Bundle not readable",
          bundle + " was written and cannot be read again.",
          "Verify it: plimsoll record verify " + bundle + " --allowed-signers FILE",
          unreadable);
    }
  }

  private static String file(Bundle bundle, Ed25519PublicKey key) throws IOException {
    for (var name : bundle.names()) {
      if (name.startsWith(RECORD + ".") && name.endsWith(".sig")) {
        var text = new String(bundle.bytes(name, LARGEST_SIGNATURE), StandardCharsets.US_ASCII);
        if (SshSig.parse(text).publicKey().filter(key::equals).isPresent()) {
          return name;
        }
      }
    }
    throw new IOException("no signature of " + key.fingerprint());
  }

  /// Two lines for each signature: unpack, verify.
  static List<String> commands(Path bundle, Path allowedSigners, List<Signature> signatures) {
    var folder = String.valueOf(bundle.getFileName()).replace(".release.zip", "");
    var lines = new ArrayList<String>();
    lines.add("unzip -q " + quoted(bundle.toString()) + " -d " + quoted(folder));
    for (var signature : signatures) {
      lines.add(
          "cd "
              + quoted(folder)
              + " && "
              + String.join(
                  " ",
                  signature.arguments(allowedSigners).stream().map(OpenSshWords::quoted).toList())
              + " < "
              + RECORD);
    }
    return List.copyOf(lines);
  }

  /// A word for a POSIX shell, whatever is in it.
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9._@%+=:,/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
