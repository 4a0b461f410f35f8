package dev.plimsoll.core.backup.archive;

import java.io.IOException;

/// One of the two forms while it is being written. A file of at most [#SMALL] bytes comes whole; a
/// larger one in pieces, and may be taken back while it comes.
interface Container extends AutoCloseable {
  /// Files up to this size are read into memory, and packed together where the form allows it.
  int SMALL = 64 << 10;

  /// Puts in a folder, a link, or a small file.
  ///
  /// @param bytes of the file; nobody changes them afterwards
  void whole(Head head, byte[] bytes) throws IOException, InterruptedException;

  /// Begins a large file; its pieces follow, then [#end] or [#takeBack].
  void begin(Head head) throws IOException, InterruptedException;

  /// A buffer for the next piece; all pieces but the last are filled whole.
  byte[] room();

  /// The buffer that [#room] gave, filled so far. It belongs to the container again.
  ///
  /// @return false where the file is better packed in another way: take back and begin anew
  boolean piece(byte[] filled, int length) throws IOException, InterruptedException;

  void end() throws IOException, InterruptedException;

  /// Takes back all since [#begin].
  void takeBack() throws IOException, InterruptedException;

  /// Copies a file as it lies in an earlier archive.
  ///
  /// @return false where it is not there as it should be; then nothing was put in
  boolean copy(Head head, Stored stored) throws IOException, InterruptedException;

  /// Puts the last entry in, and what stands at the end. All of it is handed to the file then.
  void finish(Head head, byte[] manifest) throws IOException, InterruptedException;

  /// Stops the threads; the file is the caller's.
  @Override
  void close();
}
