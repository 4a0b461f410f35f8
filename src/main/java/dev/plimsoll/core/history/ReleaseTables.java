package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import java.sql.SQLException;
import java.util.List;

/// Brings the rows of releases and records up to date.
final class ReleaseTables {
  private static final String INSERT =
      """
      INSERT INTO release (log, project, product, version, runs, artifacts, opened, last)
      VALUES (?, (SELECT project FROM log WHERE id = ?), ?, ?, 0, 0, ?, ?)
      ON CONFLICT (log, product, version) DO UPDATE SET last = excluded.last\
      """;
  private static final String OPENED =
      "UPDATE release SET runs = runs + 1, type = coalesce(?, type), commit_id = ? WHERE log = ?"
          + " AND product = ? AND version = ?";
  private static final String ARTIFACT =
      "UPDATE release SET artifacts = artifacts + 1 WHERE log = ? AND product = ? AND version = ?";
  private static final String TAGGED =
      "UPDATE release SET tag = ?, commit_id = coalesce(?, commit_id) WHERE log = ? AND product = ?"
          + " AND version = ?";
  private static final String SIGNED =
      "UPDATE release SET outcome = ?, record = ? WHERE log = ? AND product = ? AND version = ?";
  private static final String RECORD =
      """
      INSERT INTO record (log, project, product, version, sha256, outcome, bundle, signers, signed, seq)
      VALUES (?, (SELECT project FROM log WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String BUNDLED = "UPDATE record SET bundle = ? WHERE log = ? AND sha256 = ?";

  private final Sql sql;
  private final long log;

  ReleaseTables(Sql sql, long log) {
    this.sql = sql;
    this.log = log;
  }

  void opened(LogEntry entry, Payload said) throws SQLException {
    var release = said.at("release");
    var product = release.textOr("product", "");
    var version = release.textOr("version", "");
    present(product, version, entry);
    sql.run(OPENED, release.text("type"), said.at("binding").text("commit"), log, product, version);
    sql.run("UPDATE log SET product = ? WHERE id = ? AND product IS NOT ?", product, log, product);
  }

  void take(Event event, LogEntry entry, Payload said) throws SQLException {
    var product = said.at("release").textOr("product", "");
    var version = said.at("release").textOr("version", "");
    present(product, version, entry);
    switch (event) {
      case ARTIFACT_RECORDED -> sql.run(ARTIFACT, log, product, version);
      case TAG_CREATED -> {
        var tag = said.at("tag");
        sql.run(TAGGED, tag.text("name"), tag.text("commit"), log, product, version);
      }
      case RECORD_SIGNED -> signed(entry, said, product, version);
      default -> {
        // nothing a release's row shows
      }
    }
  }

  private void signed(LogEntry entry, Payload said, String product, String version)
      throws SQLException {
    var outcome = said.textOr("outcome", "");
    var sha256 = said.textOr("sha256", "");
    sql.run(SIGNED, outcome, sha256, log, product, version);
    sql.run(
        RECORD,
        log,
        log,
        product,
        version,
        sha256,
        outcome,
        said.text("bundle"),
        String.join("\n", signers(said)),
        entry.time().toEpochMilli(),
        entry.seq());
  }

  /// `record.signed` cannot name the bundle that holds it: where the bundle is kept follows.
  void bundled(Payload said) throws SQLException {
    var record = said.text("record");
    var bundle = said.at("evidence").text("sha256");
    if (record != null && bundle != null) {
      sql.run(BUNDLED, bundle, log, record);
    }
  }

  /// A signer is a name, or an object that has one.
  private static List<String> signers(Payload said) {
    var names = said.texts("signers");
    return names.isEmpty()
        ? said.objects("signers").stream().map(signer -> signer.textOr("principal", "")).toList()
        : names;
  }

  private void present(String product, String version, LogEntry entry) throws SQLException {
    var time = entry.time().toEpochMilli();
    sql.run(INSERT, log, log, product, version, time, time);
  }
}
