package dev.plimsoll.core.trust;

/// The stable reason codes of verification that this package can find; their names are printed as
/// they stand.
public enum TrustCode {
  /// The signature does not belong to these bytes, or is malformed.
  SIG_INVALID,
  /// A good signature made for another purpose.
  SIG_NAMESPACE,
  /// No line of the trust file has this key.
  KEY_UNKNOWN,
  /// The trust file has the key, for another time.
  KEY_EXPIRED,
  /// A public key under which anybody can make signatures.
  KEY_WEAK
}
