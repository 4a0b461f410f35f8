package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.NotAnEntry;
import dev.plimsoll.core.audit.proof.ProofPass;
import dev.plimsoll.core.audit.proof.TlogProof;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// That a record stands in a log, made from nothing but its bundle: the log and the checkpoint in
/// it. Stateless and thread-safe.
public final class BundledProof {
  private static final String NOT_MADE = "Proof not made";
  private static final int RECORD_MAX = 4 * 1024 * 1024;

  private BundledProof() {}

  /// SHA-256 of the bytes of a record, lower-case hex.
  ///
  /// @param file a bundle, the folder it was unpacked into, or a `release-record.json`
  public static String digest(Path file) {
    try (var bundle = new BundleReader(BundleLimits.USUAL).open(file)) {
      return Digests.sha256Hex(bundle.bytes(BundleNames.RECORD, RECORD_MAX));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Whether a log and its checkpoint came with the record.
  public static boolean isPossible(Path file) {
    try (var bundle = new BundleReader(BundleLimits.USUAL).open(file)) {
      return bundle.has(BundleNames.AUDIT) && bundle.has(BundleNames.CHECKPOINT);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// @throws Problem where the bundle's log does not name the record, or its checkpoint is not one
  ///   of that log
  public static TlogProof of(Path file) {
    try (var bundle = new BundleReader(BundleLimits.USUAL).open(file)) {
      var checkpoint =
          Checkpoint.parse(
              new String(
                  bundle.bytes(BundleNames.CHECKPOINT, BundleLimits.TEXT_MAX),
                  StandardCharsets.UTF_8));
      var record = Digests.sha256Hex(bundle.bytes(BundleNames.RECORD, RECORD_MAX));
      var line = entryOf(bundle, record);
      var index = EntryLine.decode(line.getBytes(StandardCharsets.UTF_8)).seq();
      if (index >= checkpoint.size()) {
        throw Problem.of(
            NOT_MADE,
            "The checkpoint of the bundle does not cover the entry that names the record.",
            "Ask who sealed it for a newer bundle.");
      }
      var proof = new ProofPass(lines(bundle)).inclusion(index, checkpoint.size());
      if (!proof.ends().rootHash().equals(checkpoint.rootHash())) {
        throw Problem.of(
            NOT_MADE,
            "The log of the bundle is not what its checkpoint was signed over.",
            "Verify the bundle: plimsoll record verify");
      }
      return new TlogProof(line, index, proof.hashes(), checkpoint);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ChainLines lines(Bundle bundle) throws IOException {
    return new WatchedLines(bundle.open(BundleNames.AUDIT), line -> {});
  }

  private static String entryOf(Bundle bundle, String record) throws IOException {
    var tail = "\"event\":\"" + Event.RECORD_SIGNED.word() + "\"}";
    try (var lines = lines(bundle)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (line.bytes().length <= CanonicalJson.ENTRY_MAX) {
          var text = new String(line.bytes(), StandardCharsets.UTF_8);
          if (text.endsWith(tail) && names(line.bytes(), record)) {
            return text;
          }
        }
      }
    }
    throw Problem.of(
        NOT_MADE,
        "No entry of the bundle's log says that this record was signed.",
        "Verify the bundle: plimsoll record verify");
  }

  private static boolean names(byte[] line, String record) {
    try {
      return record.equals(EntryLine.decode(line).data().get("sha256"));
    } catch (NotAnEntry e) {
      return false;
    }
  }

  private static Problem unreadable(Path file, IOException e) {
    return Problem.of(
        NOT_MADE,
        file + " cannot be read: " + e.getMessage() + ".",
        "Give a bundle, the folder it was unpacked into, or a release-record.json.",
        e);
  }
}
