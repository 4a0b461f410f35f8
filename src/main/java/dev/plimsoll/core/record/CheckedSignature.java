package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.SigVerdict;
import dev.plimsoll.core.trust.SshSig;
import dev.plimsoll.core.trust.TrustCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// One signature held against a trust file.
sealed interface CheckedSignature {
  /// Made by this person's key over exactly these bytes for this purpose, and the key counts.
  record Good(String principal, String fingerprint) implements CheckedSignature {}

  record Bad(VerdictCode code, String sentence) implements CheckedSignature {}

  /// Of a kind that cannot be checked here.
  record Open(String sentence) implements CheckedSignature {}

  /// Never throws.
  static CheckedSignature of(
      byte[] armored, byte[] message, String namespace, AllowedSigners signers, Instant at) {
    var text = new String(armored, StandardCharsets.UTF_8);
    return switch (SshSig.verify(text, message, namespace)) {
      case SigVerdict.Invalid invalid -> new Bad(code(invalid.code()), invalid.sentence());
      case SigVerdict.CouldNotTell open -> new Open(open.sentence());
      case SigVerdict.Valid valid ->
          switch (signers.check(valid.publicKey(), namespace, at)) {
            case AllowedSigners.Known known ->
                new Good(known.principal(), valid.publicKey().fingerprint());
            case AllowedSigners.Lookup other ->
                new Bad(
                    other.code().map(CheckedSignature::code).orElse(VerdictCode.KEY_UNKNOWN),
                    other.sentence());
          };
    };
  }

  static VerdictCode code(TrustCode code) {
    return switch (code) {
      case SIG_INVALID -> VerdictCode.SIG_INVALID;
      case SIG_NAMESPACE -> VerdictCode.SIG_NAMESPACE;
      case KEY_UNKNOWN -> VerdictCode.KEY_UNKNOWN;
      case KEY_EXPIRED -> VerdictCode.KEY_EXPIRED;
      case KEY_WEAK -> VerdictCode.KEY_WEAK;
    };
  }
}
