package dev.plimsoll.desktop.screen.history;

/// Where a line may lead.
enum Leading {
  /// To the pages on which a release is made, where its repository is on this machine.
  TO_WORK,
  /// To records only: an auditor changes nothing.
  TO_RECORDS
}
