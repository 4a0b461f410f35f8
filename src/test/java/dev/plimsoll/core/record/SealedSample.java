package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A really sealed bundle, for whoever attacks one: made once, handed out in copies. Olga and Ada
/// signed it, Ada approved it; the keys of all are at hand, the log's too.
public final class SealedSample {
  public static final String OLGA = RecordDesk.OLGA;
  public static final String ADA = RecordDesk.ADA;
  public static final String OLGA_SIG = "release-record.json." + OLGA + ".sig";
  public static final String ADA_SIG = "release-record.json." + ADA + ".sig";

  private final RecordDesk desk;
  private final Unpacked bundle;

  private SealedSample(RecordDesk desk, Unpacked bundle) {
    this.desk = desk;
    this.bundle = bundle;
  }

  /// @param folder an empty one
  public static SealedSample in(Path folder) throws IOException {
    var desk = new RecordDesk(folder.resolve("desk"));
    return new SealedSample(desk, Unpacked.of(desk.seal(folder.resolve("out")).path()));
  }

  /// A copy of its files.
  public Unpacked bundle() {
    var copy = new LinkedHashMap<String, byte[]>();
    bundle.files().forEach((name, bytes) -> copy.put(name, bytes.clone()));
    return new Unpacked(copy);
  }

  public String allowedSigners() {
    return desk.allowedSigners();
  }

  /// A line of a trust file for both purposes.
  public static String line(String principal, Signer key) {
    return RecordDesk.line(principal, key);
  }

  public Signer olga() {
    return desk.olga;
  }

  public Signer ada() {
    return desk.ada;
  }

  public LogDesk log() {
    return desk.logDesk;
  }

  /// The moment after the sealing.
  public Instant now() {
    return desk.logDesk.clock.instant();
  }

  /// How many entries the record pins.
  public int pinned() {
    return (int)
        Statement.parse(bundle.bytes(BundleNames.RECORD)).record().ground().auditLog().size();
  }

  public static Verification verify(
      Path file,
      String allowedSigners,
      Instant at,
      List<KeptCheckpoint> kept,
      @Nullable Path artifacts) {
    return RecordVerification.verify(
        file,
        new RecordVerification.Against(
            AllowedSigners.parse(allowedSigners, "allowed_signers"), at, kept, artifacts));
  }

  /// Writes it and its trust file into a folder, to be looked at.
  static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    var sample = in(Files.createTempDirectory("sealed"));
    sample.bundle().zip(folder.resolve("customer-ops-1.4.2.release.zip"));
    Files.writeString(folder.resolve("allowed_signers"), sample.allowedSigners());
  }
}
