package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.Bundle;
import dev.plimsoll.core.record.BundleLimits;
import dev.plimsoll.core.record.BundleReader;
import dev.plimsoll.core.record.NotARecord;
import dev.plimsoll.core.record.RecordVerification;
import dev.plimsoll.core.record.SeenBefore;
import dev.plimsoll.core.record.Statement;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and verifies a record. Reading believes what is written; only what stands in
/// [OpenedRecord.Checked] is proven.
final class RecordReading {
  private static final String RECORD = "release-record.json";

  private final InstantSource clock;
  private final SeenBefore seen;

  /// @param clock the moment at which keys have to count
  /// @param pins what the person remembered of logs
  RecordReading(InstantSource clock, Pins pins) {
    this.clock = clock;
    this.seen = new SeenBefore(pins);
  }

  /// @param trust null to read without verifying
  /// @throws Problem where the file is no record in any form, or the trust file is not accepted
  OpenedRecord read(Path file, @Nullable Trust trust) throws IOException {
    var signers = trust == null ? null : signers(trust.file());
    try (var bundle = new BundleReader(BundleLimits.USUAL).open(file)) {
      var statement = statement(bundle);
      var pins = trust == null ? List.<Known.Pin>of() : seen.pins(bundle);
      var checked =
          trust == null || signers == null
              ? null
              : new OpenedRecord.Checked(
                  RecordVerification.verify(
                      bundle,
                      new RecordVerification.Against(
                          signers, clock.instant(), List.of(), null, pins)),
                  trust,
                  people(signers),
                  seen.look(bundle));
      return new OpenedRecord(
          file,
          statement == null ? null : statement.record(),
          statement == null ? "" : statement.sha256(),
          bundle.names().stream()
              .filter(name -> name.startsWith(RECORD + ".") && name.endsWith(".sig"))
              .toList(),
          checked);
    }
  }

  /// Remembers the log of the record as the last one seen.
  ///
  /// @throws Problem where it may not be remembered
  void remember(Path file) throws IOException {
    try (var bundle = new BundleReader(BundleLimits.USUAL).open(file)) {
      seen.remember(bundle);
    }
  }

  private static int people(AllowedSigners signers) {
    return (int) signers.entries().stream().map(AllowedSigners.Entry::principal).distinct().count();
  }

  private static @Nullable Statement statement(Bundle bundle) throws IOException {
    try {
      return Statement.parse(bundle.bytes(RECORD, CanonicalJson.RECORD_MAX));
    } catch (NotARecord noRecord) {
      return null;
    }
  }

  private static AllowedSigners signers(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Problem.of(
          "Trust file not read",
          "There is no file " + file + ".",
          "Choose a file in the form of OpenSSH's allowed_signers.");
    }
    return AllowedSigners.parse(Files.readString(file), String.valueOf(file.getFileName()));
  }
}
