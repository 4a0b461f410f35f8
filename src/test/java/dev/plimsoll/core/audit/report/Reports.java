package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.LogKeeper.Tool;
import java.time.Instant;
import java.util.List;

/// Reports to look at.
final class Reports {
  static final Maker MAKER =
      new Maker(
          "auditor@example.org",
          Instant.parse("2026-03-02T08:15:00Z"),
          new Tool("plimsoll", "0.1.0"));
  static final String FOUND =
      "{\"action\":\"user.role.changed\",\"actor\":\"svc-billing\",\"amount\":9640.0,\"hash\":"
          + "\"4be19f7cbb0a1c\",\"prev_hash\":\"0183f4aa6c83c3\",\"ts\":\"2026-03-01T09:30:00Z\"}";

  private Reports() {}

  static IncidentReport broken(FirstBad first) {
    return new IncidentReport(
        Conclusion.BROKEN,
        "Entry 40 (line 41, byte 9812) was changed: its hash is not the hash of what it holds.",
        new Examined(
            "exports/ops-2026-03.jsonl",
            20_480,
            "0183f4aa6c83c30183f4aa6c83c30183f4aa6c83c30183f4aa6c83c30183f4aa",
            40,
            "4be19f7cbb0a1c4be19f7cbb0a1c4be19f7cbb0a1c4be19f7cbb0a1c4be19f7c"),
        new Basis(
            "aetherlink: SHA-256 of compact JSON without `hash`, linked by `prev_hash`",
            List.of(
                "The first 16 entries fit.",
                "py-default-zeros does not: the first entry names no 64 zeros."),
            List.of("1,247 entries, head 4be19f7c…bb0a1c: record of 1.4.0")),
        first,
        List.of("The clock went back before entry 12."),
        List.of(
            "Copy the file aside as it is, and note its digest.",
            "Get the same log from a backup or from another machine, and verify that one too."),
        MAKER);
  }

  static IncidentReport broken() {
    return broken(
        new FirstBad("HASH_MISMATCH", 40, 41, 9812, FOUND, FOUND.replace("9640.0", "964.0")));
  }

  static IncidentReport proof() {
    return new IncidentReport(
        Conclusion.PROVEN,
        "All 1,247 entries are whole and in order.",
        Examined.stored("customer-ops").proven(1247, "4be19f7c".repeat(8)),
        new Basis("plimsoll: our own log", List.of(), List.of()),
        null,
        List.of(),
        List.of("Keep this report beside the log."),
        MAKER);
  }
}
