/// Trust: which bytes are signed, by which key, and whose key that is.
///
/// Canonical JSON ([RFC 8785](https://www.rfc-editor.org/rfc/rfc8785), strict profile), Ed25519
/// keys in OpenSSH's forms (files, agent), SSHSIG and DSSE signatures, and the trust file
/// `allowed_signers`. Every format here is checked in the tests against tools that share no code
/// with it. The law of the package: sign stored bytes, never re-serialised values; and any failure
/// while verifying means "not proven", never an exception that a caller could mistake for silence.
@NullMarked
package dev.plimsoll.core.trust;

import org.jspecify.annotations.NullMarked;
