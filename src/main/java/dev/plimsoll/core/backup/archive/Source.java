package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.util.Optional;

/// The bytes of an archive, whatever form it has. Used by one thread, reads on several.
interface Source extends AutoCloseable {
  Format format();

  /// Whether it was made by us, and every byte of it is under a checksum.
  boolean isOurs();

  /// What it says it has, read once.
  ///
  /// @throws Damaged where nothing of it can be told
  Listing list() throws IOException, InterruptedException;

  /// The last entry, where a manifest stands; found without reading what is before it where the
  /// form allows that.
  Optional<Place> last() throws IOException, InterruptedException;

  /// Bytes of one small file.
  ///
  /// @throws IOException where they do not fit their checksums too
  byte[] bytes(Place place, int atMost) throws IOException, InterruptedException;

  /// Hands the bytes of files to those who want them.
  ///
  /// @param wanted null for a file that nobody wants
  /// @param all whether what nobody wants is read too, and held against its checksums as it lies
  /// @param flaws takes what does not fit; thread-safe
  void pass(Passages wanted, boolean all, Flaws flaws) throws IOException, InterruptedException;

  /// A file for the next archive, as it lies; empty where it cannot be copied.
  Optional<Stored> stored(Place place) throws IOException;

  @Override
  void close() throws IOException;
}
