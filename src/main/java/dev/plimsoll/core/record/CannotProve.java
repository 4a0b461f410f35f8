package dev.plimsoll.core.record;

import java.util.List;

/// What a record cannot prove, whatever its signatures say; shown wherever a verdict is.
final class CannotProve {
  static final String OUTSIDE =
      "What happened outside Plimsoll, and whether what a person answered is true: the record keeps"
          + " who said so.";
  static final String TIME =
      "The exact time: every time in it is the clock of the machine it was made on; nobody else"
          + " vouches for it.";
  static final String NEWEST =
      "That it is the newest record, or the only one, of this release: keep a checkpoint of your"
          + " own and hold later records against it.";
  static final String ALONE =
      "That the log was not made anew, before the record was signed, by somebody who holds the"
          + " log's key and the signers' keys.";
  static final String KEYS =
      "Who a key belongs to: that is the word of the trust file it was held against.";
  static final String SINGLE =
      "That a second person looked at it: nobody is known to have approved but those who ran the"
          + " steps.";

  private CannotProve() {}

  static List<String> of(ReleaseRecord record) {
    return record.identity().policy().control().equals(ReleaseRecord.SINGLE_PERSON)
        ? List.of(SINGLE, OUTSIDE, TIME, NEWEST, ALONE, KEYS)
        : List.of(OUTSIDE, TIME, NEWEST, ALONE, KEYS);
  }
}
