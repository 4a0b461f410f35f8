package dev.plimsoll.core.audit;

/// The stable reason codes of a verification (docs/formats/audit-chain.md). Their names are part of
/// the formats: they are never renamed, and a code that is no longer given stays in the list.
public enum VerdictCode {
  /// The last line is cut off.
  CHAIN_TORN_TAIL(Gravity.FAILURE),
  /// An entry is missing, stands twice, or is out of order.
  CHAIN_SEQ(Gravity.FAILURE),
  /// An entry does not name the hash of the one before it, or its stored hash is another line's.
  CHAIN_PREV(Gravity.FAILURE),
  /// A line is not the one spelling of an entry.
  CHAIN_NOT_CANONICAL(Gravity.FAILURE),
  /// An entry's stored hash is not the one computed from it.
  CHAIN_HASH(Gravity.FAILURE),
  /// A line is no JSON object.
  CHAIN_NOT_JSON(Gravity.FAILURE),
  /// A member stands twice in an object: two readers may take different ones.
  CHAIN_MEMBER_TWICE(Gravity.FAILURE),
  /// A member that the recipe needs is missing, or of another type.
  CHAIN_MEMBER(Gravity.FAILURE),
  /// A checkpoint that the log's key did not sign.
  CP_BAD_SIGNATURE(Gravity.FAILURE),
  /// Fewer entries than a checkpoint covers.
  CP_TRUNCATED(Gravity.FAILURE),
  /// Other entries than a checkpoint covers.
  CP_REWRITTEN(Gravity.FAILURE),
  /// Fewer entries than an earlier record pinned.
  PIN_ROLLBACK(Gravity.FAILURE),
  /// Other entries than an earlier record pinned.
  PIN_FORK(Gravity.FAILURE),
  REC_NOT_LOGGED(Gravity.FAILURE),
  REC_WRONG_LOG(Gravity.FAILURE),
  SIG_INVALID(Gravity.FAILURE),
  SIG_THRESHOLD(Gravity.FAILURE),
  SIG_NAMESPACE(Gravity.FAILURE),
  KEY_UNKNOWN(Gravity.FAILURE),
  KEY_REVOKED(Gravity.FAILURE),
  KEY_EXPIRED(Gravity.FAILURE),
  KEY_WEAK(Gravity.FAILURE),
  ARTIFACT_MISMATCH(Gravity.FAILURE),
  EVIDENCE_MISSING(Gravity.FAILURE),
  /// What a record says does not bear out its outcome.
  POLICY_NOT_MET(Gravity.FAILURE),
  /// The operator's clock went backwards.
  CLOCK_STEPPED(Gravity.WARNING),
  /// The log's key was replaced without the former key's signature.
  KEY_REPLACED(Gravity.WARNING),
  /// Entries that no checkpoint covers, before the last checkpoint's own entry.
  TAIL_UNANCHORED(Gravity.WARNING),
  /// A line hashes right and is spelled as its writer would not.
  CHAIN_SPELLING(Gravity.WARNING),
  /// An empty line between entries.
  CHAIN_BLANK_LINE(Gravity.WARNING),
  /// A line ends in CR LF, or the last one not at all.
  CHAIN_LINE_END(Gravity.WARNING),
  /// A byte order mark before the first line.
  CHAIN_BOM(Gravity.WARNING),
  /// A part of an entry that its hash does not protect.
  CHAIN_UNHASHED(Gravity.WARNING),
  /// Nothing in the file protects the last entry.
  LAST_ENTRY_OPEN(Gravity.NOTE),
  /// No checkpoint and no pin was at hand.
  NOTHING_TO_COMPARE(Gravity.NOTE);

  /// How much a code weighs.
  public enum Gravity {
    /// The verification failed.
    FAILURE,
    /// Proven, and something to look at.
    WARNING,
    /// Proven as far as it goes; said so that nobody reads more into it.
    NOTE
  }

  private final Gravity gravity;

  VerdictCode(Gravity gravity) {
    this.gravity = gravity;
  }

  public Gravity gravity() {
    return gravity;
  }
}
