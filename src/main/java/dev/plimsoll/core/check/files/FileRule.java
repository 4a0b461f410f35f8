package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import java.io.IOException;

/// One thing asked about files. Its texts may hold variables.
public sealed interface FileRule
    permits Exists,
        Absent,
        Age,
        Agreement,
        Size,
        Count,
        FreeSpace,
        Gates,
        Wording,
        ZipOpens,
        Value,
        ValueTest {
  /// What is expected, a few words.
  String words();

  /// Reads and judges.
  ///
  /// @throws IOException where the file system does not let itself be read
  Clause check(FilePlace place) throws IOException;
}
